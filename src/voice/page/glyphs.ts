import { markup, type Markup } from "./markup.ts";

/** Mouths from the most unhappy to the happiest. */
const mouths = [
  "M13 28.5c1.6-3.6 4-5.4 7-5.4s5.4 1.8 7 5.4",
  "M14 27c1.7-2 3.7-3 6-3s4.3 1 6 3",
  "M13.5 26h13",
  "M14 24.5c1.7 2 3.7 3 6 3s4.3-1 6-3",
  "M12.5 23c1.5 4.2 4 6.3 7.5 6.3s6-2.1 7.5-6.3z",
] as const;

/** A face for a score of 1 to 5; its name stands beside it, and both are hidden from whoever hears the page. */
export function smiley(score: number): Markup {
  return markup`<svg class="face" viewBox="0 0 40 40"><circle class="head" cx="20" cy="20" r="17.5"/><path class="eyes" d="M14.2 16h0M25.8 16h0"/><path d="${mouths[score - 1] ?? mouths[2]}"/></svg>`;
}

export function star(): Markup {
  return markup`<svg class="star" viewBox="0 0 40 40" aria-hidden="true">
    <path d="M20 4.5l4.8 9.9 10.9 1.5-7.9 7.6 1.9 10.8L20 29.2l-9.7 5.1 1.9-10.8-7.9-7.6 10.9-1.5z" />
  </svg>`;
}

/** The last stop of the line, reached. */
export function arrived(): Markup {
  return markup`<svg class="arrived" viewBox="0 0 56 56" aria-hidden="true">
    <circle cx="28" cy="28" r="25" />
    <path d="M17 29l8 8 15-17" />
  </svg>`;
}

/** A stop where the line is cut. */
export function cut(): Markup {
  return markup`<svg class="cut" viewBox="0 0 56 56" aria-hidden="true">
    <circle cx="28" cy="28" r="25" />
    <path d="M20 20l16 16M36 20L20 36" />
  </svg>`;
}
