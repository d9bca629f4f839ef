import pptxgenjs from "pptxgenjs";
import type { Face } from "../render/covered.ts";
import {
  type Ink,
  type MarkShape,
  type Paragraph,
  type Rect,
  type Segment,
  type Shape,
  textHeight,
} from "../render/drawing.ts";
import { printable } from "../render/type.ts";

/** Its types tell of a module with a default; Node imports the class itself. */
export const Presentation = pptxgenjs as unknown as typeof pptxgenjs.default;

export type Slide = ReturnType<InstanceType<typeof Presentation>["addSlide"]>;
export type TextRuns = Exclude<Parameters<Slide["addText"]>[0], string>;
type ShapeName = Parameters<Slide["addShape"]>[0];
type ShapeOptions = NonNullable<Parameters<Slide["addShape"]>[1]>;
type Dash = NonNullable<NonNullable<ShapeOptions["line"]>["dashType"]>;

export const inch = 96;
/** Points for one CSS pixel. */
const point = 0.75;

/** Where a drawing lies on its slide. */
export interface Place {
  x: number;
  y: number;
  scale: number;
}
export const asItIs: Place = { x: 0, y: 0, scale: 1 };

/** Which every computer has: a font that is missing would be replaced by one of other widths. */
export const fontFace = "Arial";
/** Its bold letters are a little wider than those that the map is measured with. */
const sizes: Record<Face, number> = { text400: 1, text500: 1, text600: 0.98, title600: 0.95 };
export const isBold = (face: Face) => face === "title600" || face === "text600";
/** In points. */
export const fontSize = ({ face, size }: { face: Face; size: number }, scale = 1) =>
  Math.max(1, Math.round(size * scale * sizes[face] * point * 10) / 10);

/** A shape of the map as one of PowerPoint's own, that can be edited. */
export function drawShape(slide: Slide, shape: Shape, place: Place): void {
  const named = shape.source === undefined ? {} : { objectName: printable(shape.source) };
  if (shape.kind === "mark") {
    slide.addShape(shape.form === "circle" ? "ellipse" : "diamond", {
      ...boxOf(around(shape), place),
      ...inkOf(shape, place),
      ...named,
    });
  } else if (shape.kind === "path") {
    drawPath(slide, shape.path, { ...inkOf(shape, place), ...named }, place);
  } else if (shape.kind === "image") {
    // Slides know no WebP.
    if (!/^data:image\/(?:png|jpeg);/.test(shape.href)) return;
    const box = boxOf(shape, place);
    slide.addImage({
      data: shape.href,
      ...box,
      sizing: { type: "contain", w: box.w, h: box.h },
      altText: printable(shape.description),
      ...named,
    });
  } else if (shape.kind === "text") {
    const align = ({ start: "left", middle: "center", end: "right" } as const)[shape.anchor];
    // Lines that fitted in our font keep fitting in one that is a little wider.
    const width = shape.anchor === "start" ? shape.width + 6 : shape.width;
    slide.addText(runsOf(shape.text, place), {
      ...boxOf({ ...shape, width }, place),
      align,
      margin: 0,
      valign: "top",
      wrap: isBroken(shape.text),
      ...named,
    });
  } else {
    const { radius = 0, padding = 0, text = [] } = shape;
    const options = {
      ...boxOf(shape, place),
      ...inkOf(shape, place),
      ...named,
      ...(radius === 0 ? {} : { rectRadius: (radius * place.scale) / inch }),
    };
    const name: ShapeName = radius === 0 ? "rect" : "roundRect";
    if (textHeight(text) === 0) slide.addShape(name, options);
    else
      slide.addText(runsOf(text, place), {
        ...options,
        shape: name,
        margin: Math.max(0, padding * place.scale * point - 1),
        valign: "top",
        align: "left",
      });
  }
}

/** Paragraphs as they were written, so that PowerPoint breaks them again when they are edited. */
export function runsOf(text: readonly Paragraph[], { scale }: Place): TextRuns {
  return text.map(({ lines, whole, style, gap = 0 }) => ({
    text: printable(whole ?? lines.join("\n")),
    options: {
      breakLine: true,
      fontFace,
      fontSize: fontSize(style, scale),
      bold: isBold(style.face),
      color: hex(style.colour),
      lineSpacing: Math.round(style.size * scale * point * 13.2) / 10,
      paraSpaceBefore: gap * scale * point,
    },
  }));
}

const isBroken = (text: readonly Paragraph[]) => text.some(({ lines }) => lines.length > 1);

/** A straight line as a line, anything else as a shape of its own. */
function drawPath(slide: Slide, path: readonly Segment[], ink: ShapeOptions, place: Place): void {
  const box = boundsOf(path);
  const [start, end] = path;
  if (path.length === 2 && start?.[0] === "M" && end?.[0] === "L") {
    const isRising = (end[1] - start[1]) * (end[2] - start[2]) < 0;
    slide.addShape("line", { ...boxOf(box, place), ...ink, flipV: isRising });
    return;
  }
  const whole = { ...box, width: Math.max(1, box.width), height: Math.max(1, box.height) };
  const x = (value: number) => ((value - box.x) * place.scale) / inch;
  const y = (value: number) => ((value - box.y) * place.scale) / inch;
  const points = path.map((segment): NonNullable<ShapeOptions["points"]>[number] => {
    if (segment[0] === "Z") return { close: true };
    if (segment[0] === "C") {
      const [, x1, y1, x2, y2, toX, toY] = segment;
      return { x: x(toX), y: y(toY), curve: { type: "cubic", x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2) } };
    }
    return { x: x(segment[1]), y: y(segment[2]), ...(segment[0] === "M" ? { moveTo: true } : {}) };
  });
  // Missing among the names of its types.
  slide.addShape("custGeom" as string as ShapeName, { ...boxOf(whole, place), ...ink, points });
}

/** The box around every point of a path, those that only bend it too. */
function boundsOf(path: readonly Segment[]): Rect {
  const numbers = path.flatMap(([, ...values]) => values as number[]);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const around = ({ x, y, r }: MarkShape): Rect => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });

export function boxOf({ x, y, width, height }: Rect, place: Place): { x: number; y: number; w: number; h: number } {
  return {
    x: (place.x + x * place.scale) / inch,
    y: (place.y + y * place.scale) / inch,
    w: (width * place.scale) / inch,
    h: (height * place.scale) / inch,
  };
}

function inkOf({ fill, stroke, strokeWidth = 1, dash = [], opacity = 1 }: Ink, { scale }: Place): ShapeOptions {
  const transparency = Math.round((1 - opacity) * 100);
  return {
    ...(fill === undefined ? {} : { fill: { color: hex(fill), transparency } }),
    ...(stroke === undefined
      ? {}
      : {
          line: {
            color: hex(stroke),
            width: strokeWidth * scale * point,
            ...(dash.length === 0 ? {} : { dashType: dashOf(dash) }),
          },
        }),
  };
}

/** The nearest of the dashes that PowerPoint has. */
function dashOf(dash: readonly number[]): Dash {
  const [first = 0] = dash;
  if (dash.length === 4) return "dashDot";
  if (dash.length > 4) return "lgDashDotDot";
  if (first <= 3) return "sysDot";
  return first >= 10 ? "lgDash" : "dash";
}

export function hex(colour: string): string {
  return colour.slice(1);
}
