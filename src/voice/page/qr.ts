import startCode from "qrcode-generator";
import { markup, Markup } from "./markup.ts";

/** Light modules that a reader needs around the code (ISO/IEC 18004). */
const quiet = 4;

/** The QR code of an address as SVG, dark on white also on a dark page; a quarter of it may be damaged (level Q). */
export function qrSvg(url: string, title: string = url): string {
  const code = startCode(0, "Q");
  code.addData(url, "Byte");
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, y) =>
    runs(size, (x) => code.isDark(y, x))
      .map(rowPath(y))
      .join(""),
  );
  const view = `0 0 ${size + 2 * quiet} ${size + 2 * quiet}`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${view}" shape-rendering="crispEdges">
    <title>${title}</title>
    <path fill="#fff" d="M0 0h${size + 2 * quiet}v${size + 2 * quiet}H0z" />
    <path fill="#000" d="${new Markup(rows.join(""))}" />
  </svg>`.text;
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
