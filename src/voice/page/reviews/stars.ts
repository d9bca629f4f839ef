import { markup, type Markup } from "../markup.ts";
import type { ReviewWords } from "./words.ts";

/** Whole stars out of five, drawn as letters and said. */
export function starsMarkup(rating: number, said: Pick<ReviewWords, "outOfFive">): Markup {
  const full = Math.round(rating);
  return markup`<span class="rated" role="img" aria-label="${said.outOfFive(String(rating))}"><span aria-hidden="true">${"★".repeat(full)}<i>${"★".repeat(5 - full)}</i></span></span>`;
}
