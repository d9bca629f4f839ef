import type { Face } from "./covered.ts";
import {
  baselines,
  type Drawing,
  innerOf,
  lozengePath,
  type Ink,
  type Paragraph,
  type Rect,
  type Segment,
  type Shape,
} from "./drawing.ts";
import type { Page } from "./pages.ts";
import { printable } from "./type.ts";

const fontOf: Record<Face, { family: string; weight: number }> = {
  text400: { family: "Inter, 'Inter Variable', 'Segoe UI', Helvetica, Arial, sans-serif", weight: 400 },
  text500: { family: "Inter, 'Inter Variable', 'Segoe UI', Helvetica, Arial, sans-serif", weight: 500 },
  text600: { family: "Inter, 'Inter Variable', 'Segoe UI', Helvetica, Arial, sans-serif", weight: 600 },
  title600: {
    family: "'Bricolage Grotesque', 'Bricolage Grotesque Variable', Inter, 'Segoe UI', Helvetica, Arial, sans-serif",
    weight: 600,
  },
};

/** Writes a drawing, or a window on it, as SVG. Text is only ever text, whatever it holds. */
export function toSvg(drawing: Drawing, window: Rect = { ...drawing, x: 0, y: 0 }): string {
  return pictureSvg(drawing, window, { x: 0, y: 0, width: window.width, height: window.height });
}

/** A page to print: its window on the drawing, and what stands around. */
export function pageSvg({ drawing, window, x, y, scale, width, height, background, marks }: Page): string {
  const sheet = { ...drawing, background, shapes: marks };
  const place = { x, y, width: window.width * scale, height: window.height * scale };
  const whole = { x: 0, y: 0, width, height };
  return pictureSvg(sheet, whole, whole, pictureSvg(drawing, window, place));
}

function pictureSvg(drawing: Drawing, window: Rect, place: Rect, inside = ""): string {
  const { title, description, background, shapes } = drawing;
  const view = [window.x, window.y, window.width, window.height].map(n).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img"${placeSvg(place)} viewBox="${view}">`,
    `<title>${escape(title)}</title><desc>${escape(description)}</desc>`,
    `<rect${placeSvg(window)} fill="${background}"/>`,
    ...shapes.map(shapeSvg),
    `${inside}</svg>`,
  ].join("\n");
}

function shapeSvg(shape: Shape): string {
  const source = shape.source === undefined ? "" : ` data-source="${escape(shape.source)}"`;
  if (shape.kind === "text") return `<g${source}>${textSvg(shape.text, shape, shape.anchor)}</g>`;
  if (shape.kind === "path") return `<path${source} d="${pathData(shape.path)}"${ink(shape)}/>`;
  if (shape.kind === "mark") {
    const { form, x, y, r } = shape;
    return form === "lozenge"
      ? `<path${source} d="${pathData(lozengePath(shape))}"${ink(shape)}/>`
      : `<circle${source} cx="${n(x)}" cy="${n(y)}" r="${n(r)}"${ink(shape)}/>`;
  }
  if (shape.kind === "image") {
    return `<image${source}${placeSvg(shape)} href="${escape(shape.href)}"><title>${escape(shape.description)}</title></image>`;
  }
  const { radius = 0, text = [], fill, stroke } = shape;
  const corner = radius === 0 ? "" : ` rx="${n(radius)}"`;
  const ground = fill === undefined && stroke === undefined ? "" : `<rect${placeSvg(shape)}${corner}${ink(shape)}/>`;
  return `<g${source}>${ground}${textSvg(text, innerOf(shape), "start")}</g>`;
}

function placeSvg({ x, y, width, height }: Rect): string {
  return ` x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
}

function textSvg(text: readonly Paragraph[], box: Rect, anchor: "start" | "middle" | "end"): string {
  const x = anchor === "start" ? box.x : anchor === "end" ? box.x + box.width : box.x + box.width / 2;
  return baselines(text, box.y)
    .filter(({ line }) => line !== "")
    .map(({ line, y, style }) => {
      const { family, weight } = fontOf[style.face];
      const side = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
      return `<text x="${n(x)}" y="${n(y)}"${side} font-family="${family}" font-weight="${weight}" font-size="${n(style.size)}" fill="${style.colour}">${escape(line)}</text>`;
    })
    .join("");
}

/** The path as SVG and PDF write it. */
export function pathData(path: readonly Segment[]): string {
  return path.map(([command, ...numbers]) => `${command}${numbers.map(n).join(" ")}`).join("");
}

function ink({ fill, stroke, strokeWidth = 1, dash, opacity }: Ink): string {
  return [
    ` fill="${fill ?? "none"}"`,
    stroke === undefined ? "" : ` stroke="${stroke}" stroke-width="${n(strokeWidth)}"`,
    dash === undefined || dash.length === 0 ? "" : ` stroke-dasharray="${dash.map(n).join(" ")}"`,
    opacity === undefined ? "" : ` opacity="${n(opacity)}"`,
  ].join("");
}

/** Hundredths of a pixel are enough for print. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
