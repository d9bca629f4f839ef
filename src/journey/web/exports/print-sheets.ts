import type { Page } from "../../render/pages.ts";
import { pageSvg } from "../../render/svg.ts";
import { printStyle } from "./print-style.ts";

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
