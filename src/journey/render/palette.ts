import type { Band } from "#insight/band.ts";
import type { Ink } from "./drawing.ts";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The colours of `src/ui/tokens.css` under their names there: a file that leaves looks as the screen does. */
export interface Palette {
  paper: string;
  sheet: string;
  sunken: string;
  line: string;
  lineStrong: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  accent: string;
  bad2: string;
  bad1: string;
  mid: string;
  good1: string;
  good2: string;
  badWash: string;
  goodWash: string;
  midWash: string;
  accentSoft: string;
  assumed: string;
  surveyed: string;
  series1: string;
  series2: string;
  series3: string;
  series4: string;
  series5: string;
}

export const palettes: Record<Theme, Palette> = {
  light: {
    paper: "#faf8f4",
    sheet: "#ffffff",
    sunken: "#f2efe8",
    line: "#e4dfd4",
    lineStrong: "#cfc8b9",
    ink: "#1d2230",
    inkSoft: "#5b6172",
    inkFaint: "#6b7082",
    accent: "#2b4acb",
    bad2: "#b5431f",
    bad1: "#e08a5b",
    mid: "#d9d2c0",
    good1: "#6fa9b8",
    good2: "#1f6f87",
    badWash: "#fbeae2",
    goodWash: "#e3f0f3",
    midWash: "#f3efe4",
    accentSoft: "#e6ebff",
    assumed: "#777c8d",
    surveyed: "#1f6f87",
    series1: "#2b4acb",
    series2: "#8a5a12",
    series3: "#9a3a6b",
    series4: "#4d6b1f",
    series5: "#5d4aa0",
  },
  dark: {
    paper: "#14161d",
    sheet: "#1b1e27",
    sunken: "#171a22",
    line: "#2a2e3a",
    lineStrong: "#3b4050",
    ink: "#eceef5",
    inkSoft: "#a9afc0",
    inkFaint: "#8f96ab",
    accent: "#8fa5ff",
    bad2: "#ff9065",
    bad1: "#c96f45",
    mid: "#5b5748",
    good1: "#4f91a3",
    good2: "#7ccbe0",
    badWash: "#33211a",
    goodWash: "#18292f",
    midWash: "#262419",
    accentSoft: "#232a47",
    assumed: "#8b90a0",
    surveyed: "#7ccbe0",
    series1: "#8fa5ff",
    series2: "#e0b060",
    series3: "#f08fbe",
    series4: "#a9cf6f",
    series5: "#c3b1ff",
  },
};

const bandNames = { "-2": "bad2", "-1": "bad1", "1": "good1", "2": "good2" } as const;

/** The ring of a touchpoint by its score's place against the expectation; dotted while nothing can be said of it. */
export function bandInk(palette: Palette, band: Band | null): Ink & { stroke: string } {
  if (band === null) return { stroke: palette.lineStrong, strokeWidth: 3, dash: [3.2, 3.2] };
  // A ring at its expectation is darker than the band, so that it is not taken for one that nobody measured.
  const stroke = band === 0 ? mixed(palette.mid, palette.inkFaint, 0.35) : palette[bandNames[band]];
  return { stroke, strokeWidth: 4.75 };
}

/** The first of two colours with so much of the second, 0–1. */
function mixed(first: string, second: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
