import type { Face } from "./covered.ts";

/**
 * What a map looks like, in no file format: SVG, PDF and slides are each written from this one list of shapes.
 * Lengths are in CSS pixels, y grows downwards, colours are `#rrggbb`.
 */
export interface Drawing {
  width: number;
  height: number;
  background: string;
  /** Read by who hears the picture. */
  title: string;
  description: string;
  /** From back to front. */
  shapes: readonly Shape[];
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Ink {
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  /** Lengths of strokes and gaps, in turn. */
  dash?: readonly number[];
  /** 0–1 */ opacity?: number;
}

export interface TextStyle {
  face: Face;
  size: number;
  colour: string;
}

/** Lines of one style; they are broken already. */
export interface Paragraph {
  lines: readonly string[];
  /** The same unbroken, for files whose reader breaks lines; not said for a single line. */ whole?: string;
  style: TextStyle;
  /** Space above, unless it is the first. */ gap?: number;
}

/** Where a shape comes from, as `card:id`: what can be clicked, and what tests count. */
interface Sourced {
  source?: string;
}

/** A rectangle, with text in it or not: one shape of a slide, whose text can be edited. */
export interface BoxShape extends Sourced, Rect, Ink {
  kind: "box";
  radius?: number;
  padding?: number;
  text?: readonly Paragraph[];
}

/** Text without a ground, its box as high as its lines. */
export interface TextShape extends Sourced, Rect {
  kind: "text";
  anchor: "start" | "middle" | "end";
  text: readonly Paragraph[];
}

/** A circle, or a square on its corner, around a point. */
export interface MarkShape extends Sourced, Ink {
  kind: "mark";
  form: "circle" | "lozenge";
  x: number;
  y: number;
  r: number;
}

export type Segment =
  | readonly ["M" | "L", x: number, y: number]
  | readonly ["C", x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ["Z"];

export interface PathShape extends Sourced, Ink {
  kind: "path";
  path: readonly Segment[];
}

export interface ImageShape extends Sourced, Rect {
  kind: "image";
  /** A data URI of a PNG, JPEG or WebP: nothing is ever fetched for a drawing. */ href: string;
  description: string;
}

export type Shape = BoxShape | TextShape | MarkShape | PathShape | ImageShape;

/** Space between lines, of their size. */
const leading = 1.32;
/** From the top of a line to its baseline, of its size. */
const ascent = 1.0;

export const lineHeight = (style: TextStyle) => style.size * leading;

export function textHeight(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce(
    (height, { lines, style, gap = 0 }, index) => height + (index === 0 ? 0 : gap) + lines.length * lineHeight(style),
    0,
  );
}

/** Every line of a text with the y of its baseline. */
export function baselines(
  paragraphs: readonly Paragraph[],
  top: number,
): { line: string; y: number; style: TextStyle }[] {
  const placed: { line: string; y: number; style: TextStyle }[] = [];
  let y = top;
  paragraphs.forEach(({ lines, style, gap = 0 }, index) => {
    if (index > 0) y += gap;
    for (const line of lines) {
      placed.push({ line, y: y + style.size * ascent, style });
      y += lineHeight(style);
    }
  });
  return placed;
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, ink: Ink): PathShape {
  return {
    kind: "path",
    path: [
      ["M", x1, y1],
      ["L", x2, y2],
    ],
    ...ink,
  };
}

/** A dot, or a ring when it has a stroke. */
export function circle(x: number, y: number, r: number, ink: Ink & Sourced): MarkShape {
  return { kind: "mark", form: "circle", x, y, r, ...ink };
}

/** The outline of a lozenge. */
export function lozengePath({ x, y, r }: Pick<MarkShape, "x" | "y" | "r">): Segment[] {
  return [["M", x, y - r], ["L", x + r, y], ["L", x, y + r], ["L", x - r, y], ["Z"]];
}

/** A text of one line, broken already. */
export function oneLine(text: string, style: TextStyle): Paragraph[] {
  return [{ lines: [text], style }];
}

/** The text of a box, at its padding. */
export function innerOf({ x, y, width, height, padding = 0 }: BoxShape): Rect {
  return { x: x + padding, y: y + padding, width: width - 2 * padding, height: height - 2 * padding };
}
