import type { ChangeKind } from "../compare.ts";
import { type BoxShape, circle, type Drawing, oneLine, type Rect, type Shape } from "./drawing.ts";
import type { Palette } from "./palette.ts";

/** What differs, by what it is drawn from: `card:id`. */
export type Changed = ReadonlyMap<string, ChangeKind>;

const gap = 3;
const r = 7;
const signs: Record<ChangeKind, string> = { added: "+", changed: "~", moved: "→", removed: "−" };

/** A drawing in which what differs has a frame and a sign at its corner: colour is not alone to say it. */
export function withChanges(drawing: Drawing, changed: Changed, palette: Palette): Drawing {
  const colours: Record<ChangeKind, string> = {
    added: palette.good2,
    changed: palette.accent,
    moved: palette.inkSoft,
    removed: palette.bad2,
  };
  const frames = drawing.shapes.flatMap((shape): Shape[] => {
    const kind = changed.get(shape.source ?? "");
    const place = placeOf(shape);
    return kind === undefined || place === null ? [] : frameOf(place, signs[kind], colours[kind], palette);
  });
  return { ...drawing, shapes: [...drawing.shapes, ...frames] };
}

function placeOf(shape: Shape): Rect | null {
  if (shape.kind === "mark") {
    const { x, y, r: half } = shape;
    return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  }
  if (shape.kind !== "path") return shape;
  const points = shape.path.flatMap(([, ...numbers]) => numbers as number[]);
  const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function frameOf({ x, y, width, height }: Rect, sign: string, colour: string, { sheet }: Palette): Shape[] {
  const frame: BoxShape = {
    kind: "box",
    x: x - gap,
    y: y - gap,
    width: width + 2 * gap,
    height: height + 2 * gap,
    radius: 6,
    stroke: colour,
    strokeWidth: 2,
  };
  const style = { face: "text600" as const, size: 11, colour: sheet };
  const at = { x: x - gap + 1, y: y - gap + 1 };
  return [
    frame,
    circle(at.x, at.y, r, { fill: colour }),
    { kind: "text", x: at.x - r, y: at.y - 7, width: 2 * r, height: 14, anchor: "middle", text: oneLine(sign, style) },
  ];
}
