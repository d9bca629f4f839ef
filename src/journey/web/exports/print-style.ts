import type { Page } from "../../render/pages.ts";

/** Pixels to the millimetre of paper. */
const millimetre = 96 / 25.4;

/** A page of paper for each sheet, and nothing around. */
export function printStyle({ width, height }: Pick<Page, "width" | "height">): string {
  const size = `${Math.round(width / millimetre)}mm ${Math.round(height / millimetre)}mm`;
  return [
    `@page { size: ${size}; margin: 0 }`,
    "html, body { margin: 0; padding: 0; background: #fff; height: auto; overflow: visible }",
    "section { break-after: page; break-inside: avoid; overflow: hidden }",
    "section:last-child { break-after: auto }",
    // A hair smaller than the page: rounding must not make a second, empty one.
    "section > svg { display: block; width: calc(100vw - 0.5px); height: auto }",
    "* { print-color-adjust: exact }",
  ].join("\n");
}
