import type { Link } from "../model.ts";
import { line, oneLine, type Segment, type Shape } from "./drawing.ts";
import type { Scene } from "./scene.ts";
import { clip, textWidth } from "./type.ts";

const levelHeight = 20;

interface Arc {
  link: Link;
  /** Columns; outside of the drawing: −1 or the number of columns. */
  from: number;
  to: number;
  level: number;
}

/** The ways beside the order of the steps, each on the lowest level where it meets no other. */
export function arcsOf(scene: Scene): Arc[] {
  if (scene.options.isContinued) return [];
  const hasLine = scene.lanes.some(({ kind, isCollapsed }) => kind === "touchpoint" && !isCollapsed);
  const arcs: Arc[] = [];
  const wanted = scene.input.document.links
    .filter(({ kind }) => kind !== "break" || !hasLine)
    .map((link) => ({ link, from: columnOf(scene, link.fromStepId), to: columnOf(scene, link.toStepId) }))
    .filter(({ from, to }) => isDrawn(scene, from) || isDrawn(scene, to))
    .toSorted((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
  for (const arc of wanted) {
    let level = 0;
    while (arcs.some((other) => other.level === level && overlap(arc, other))) level += 1;
    arcs.push({ ...arc, level });
  }
  return arcs;
}

export const arcsHeight = (arcs: readonly Arc[]) =>
  arcs.length === 0 ? 0 : 14 + (1 + Math.max(...arcs.map(({ level }) => level))) * levelHeight;

/** Arcs over the heads of the steps; `bottom` is where they begin and end. */
export function drawArcs(scene: Scene, arcs: readonly Arc[], left: number, bottom: number): Shape[] {
  const { options, columns, palette, labels, styles } = scene;
  const width = options.cellWidth;
  const [leftEdge, rightEdge] = [left, left + columns.length * width];
  const x = (column: number, aside: number) =>
    Math.min(rightEdge - 2, Math.max(leftEdge + 2, left + (column + 0.5) * width + aside));
  return arcs.flatMap(({ link, from, to, level }) => {
    const colour = link.kind === "break" ? palette.bad2 : link.kind === "or" ? palette.inkSoft : palette.accent;
    const forward = to >= from;
    // Two arcs of one step leave and arrive a little apart; what goes on elsewhere leaves at the edge.
    const [start, end] = [x(from, forward ? 14 : -14), x(to, forward ? -14 : 14)];
    const top = bottom - 16 - level * levelHeight;
    const reach = Math.min(16, Math.abs(end - start) / 2) * Math.sign(end - start || 1);
    const path: Segment[] = [
      ...(isDrawn(scene, from)
        ? ([
            ["M", start, bottom],
            ["C", start, top + 4, start, top, start + reach, top],
          ] as const)
        : ([["M", start, top]] as const)),
      ...(isDrawn(scene, to)
        ? ([
            ["L", end - reach, top],
            ["C", end, top, end, top + 4, end, bottom - 1],
          ] as const)
        : ([["L", end, top]] as const)),
    ];
    const style = { ...styles.note, colour };
    const room = Math.max(44, Math.abs(end - start) - 30);
    const said = clip(saidOf(scene, link, to, labels.link[link.kind]), style, room);
    const labelWidth = textWidth(said, style) + 10;
    const middle = (start + end) / 2;
    const stroke = { stroke: colour, strokeWidth: 1.6, ...(link.kind === "or" ? { dash: [5, 3] } : {}) };
    return [
      { kind: "path", source: `link:${link.id}`, path, ...stroke },
      ...(isDrawn(scene, to) ? arrowDown(end, bottom, colour) : arrowAside(end, top, Math.sign(reach), colour)),
      { kind: "box", x: middle - labelWidth / 2, y: top - 7, width: labelWidth, height: 14, fill: palette.paper },
      {
        kind: "text",
        x: middle - room / 2 - 5,
        y: top - 7,
        width: room + 10,
        height: 14,
        anchor: "middle",
        text: oneLine(said, style),
      },
    ];
  });
}

/** Where an end lies on another page, the label names its step. */
function saidOf(scene: Scene, link: Link, to: number, kind: string): string {
  const said = link.name.trim() === "" ? kind : link.name;
  if (isDrawn(scene, to)) return said;
  const name = scene.input.document.steps.find(({ id }) => id === link.toStepId)?.name ?? "";
  return `${said} → ${name}`;
}

function arrowDown(x: number, y: number, colour: string): Shape[] {
  const ink = { stroke: colour, strokeWidth: 1.6 };
  return [line(x - 4, y - 6, x, y, ink), line(x + 4, y - 6, x, y, ink)];
}

function arrowAside(x: number, y: number, direction: number, colour: string): Shape[] {
  const ink = { stroke: colour, strokeWidth: 1.6 };
  return [line(x - 6 * direction, y - 4, x, y, ink), line(x - 6 * direction, y + 4, x, y, ink)];
}

/** The column of a step; of one on another page, the side where it lies. */
function columnOf({ columns, placeOf }: Scene, stepId: string): number {
  const at = columns.findIndex(({ step }) => step?.id === stepId);
  if (at !== -1) return at;
  const first = columns.find(({ step }) => step !== null)?.step;
  const place = placeOf.get(stepId) ?? 0;
  return first == null || place < (placeOf.get(first.id) ?? 0) ? -1 : columns.length;
}

function isDrawn({ columns }: Scene, column: number): boolean {
  return column >= 0 && column < columns.length;
}

function overlap(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  const [aLow, aHigh, bLow, bHigh] = [
    Math.min(a.from, a.to),
    Math.max(a.from, a.to),
    Math.min(b.from, b.to),
    Math.max(b.from, b.to),
  ];
  return aLow < bHigh && bLow < aHigh;
}
