import type { Page } from "../../render/pages.ts";
import { pageSvg } from "../../render/svg.ts";

/**
 * Prints the sheets, each on a page of its own, and leaves the screen as it was. They stand in a frame of their own, so that
 * nothing of the screen is printed and nothing of the print is seen.
 */
export function printSheets(pages: readonly Page[]): void {
  const [first] = pages;
  if (first === undefined) return;
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0";
  frame.setAttribute("aria-hidden", "true");
  document.body.append(frame);
  const { contentDocument: sheet, contentWindow: printed } = frame;
  if (sheet === null || printed === null) return;
  const style = sheet.createElement("style");
  style.textContent = printStyle(first);
  sheet.head.append(...fontsOfPage(), style);
  sheet.title = first.drawing.title;
  sheet.body.innerHTML = pages.map((page) => `<section>${pageSvg(page)}</section>`).join("");
  printed.addEventListener("afterprint", () => frame.remove());
  // Text is measured and drawn in the fonts of the product, which a new frame has not loaded yet.
  void sheet.fonts.ready.then(() => printed.print());
}

/** The style sheets of this page, which bring its fonts. */
function fontsOfPage(): Node[] {
  return [...document.querySelectorAll('link[rel="stylesheet"], style')].map((sheet) => sheet.cloneNode(true));
}

/** Pixels to the millimetre of paper. */
const millimetre = 96 / 25.4;

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
