import startCode from "qrcode-generator";
import { markup, Markup } from "./markup.ts";

/** Light modules that a reader needs around the code (ISO/IEC 18004). */
export const quiet = 4;

/** The QR code of an address as SVG, dark on white also on a dark page. */
export function qrSvg(url: string, title: string = url): string {
  const { size, path } = qrPath(url);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <title>${title}</title>
    <path fill="#fff" d="M0 0h${size}v${size}H0z" />
    <path fill="#000" d="${new Markup(path)}" />
  </svg>`.text;
}

/**
 * The dark modules of the QR code of an address as one path, in a square of `size` that has the quiet zone in it; a quarter of
 * the code may be damaged (level Q).
 */
export function qrPath(url: string): { size: number; path: string } {
  const code = startCode(0, "Q");
  code.addData(url, "Byte");
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, y) =>
    runs(size, (x) => code.isDark(y, x))
      .map(rowPath(y))
      .join(""),
  );
  return { size: size + 2 * quiet, path: rows.join("") };
}

/** Where dark modules follow one another in a row: drawn as one, no hair-line shows between them. */
function runs(size: number, isDark: (x: number) => boolean): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  for (let x = 0; x < size; x++) {
    const last = found.at(-1);
    if (!isDark(x)) continue;
    if (last !== undefined && last.from + last.length === x) last.length++;
    else found.push({ from: x, length: 1 });
  }
  return found;
}

function rowPath(y: number) {
  return ({ from, length }: { from: number; length: number }) =>
    `M${from + quiet} ${y + quiet}h${length}v1h-${length}z`;
}
