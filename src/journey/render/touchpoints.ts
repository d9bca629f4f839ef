import type { Lane, Placement } from "../model.ts";
import { bandInk } from "./palette.ts";
import { circle, line, oneLine, type Paragraph, type Rect, type Segment, type Shape, textHeight } from "./drawing.ts";
import { cellPadding, laneName, type LanePlan, placementsAt, type Scene } from "./scene.ts";
import { clip, paragraph } from "./type.ts";

/** Radius of a ring and of a lozenge. */
const ring = 11;
const diamond = 15;
const lineWidth = 5;
/** From a station's centre to its name, and from its name to the next station. */
const nameGap = 20;
const stationGap = 14;

interface Station {
  placement: Placement;
  text: Paragraph[];
  /** From the cell's top to the station's centre. */ at: number;
}

/** The journey as a metro line through its steps; further stations of a step are on tracks beside the main one. */
export function planTouchpoints(scene: Scene, lane: Lane, width: number): LanePlan {
  const isDown = scene.options.orientation === "rows";
  const breaks = breaksOf(scene);
  // What is said of a cut stands over the line, or, from top to bottom, before the next station.
  const topOf = (index: number) => ((isDown ? breaks.has(index - 1) : breaks.size > 0) ? 38 : 24);
  const stations = scene.columns.map((column, index) =>
    placeStations(
      scene,
      lane.isCollapsed ? [] : placementsAt(scene, column),
      isDown ? width - 84 : width - 2 * cellPadding,
      { top: topOf(index), isDown },
    ),
  );
  const channels = new Set(
    scene.input.document.placements.flatMap(
      ({ touchpointId }) => scene.input.touchpoints.get(touchpointId)?.channel?.name ?? [],
    ),
  );
  const bottoms = stations
    .map((here) => here.at(-1))
    .map((last) => (last === undefined ? 48 : last.at + below(last, isDown)));
  return {
    lane,
    name: laneName(scene, lane),
    note: channels.size > 1 ? `${channels.size} ${scene.words.channels}` : "",
    isLine: false,
    needs: bottoms,
    draw: (cells) => (isDown ? drawDown : drawAcross)(scene, stations, cells, breaks),
  };
}

/** Room under a station's centre. */
function below({ text }: Station, isDown: boolean): number {
  if (text.length === 0) return diamond + 4;
  return isDown ? Math.max(diamond, textHeight(text) - 8) + 8 : nameGap + textHeight(text) + 8;
}

function placeStations(
  scene: Scene,
  placements: readonly Placement[],
  width: number,
  { top, isDown }: { top: number; isDown: boolean },
): Station[] {
  let at = top;
  return placements.map((placement) => {
    const station = { placement, text: nameOf(scene, placement, width), at };
    at += below(station, isDown) + stationGap + (isDown ? 4 : 0);
    return station;
  });
}

function nameOf({ input, styles, words, palette, options }: Scene, placement: Placement, width: number): Paragraph[] {
  if (options.isBrief) return [];
  const touchpoint = input.touchpoints.get(placement.touchpointId);
  const flag = placement.flag === null ? "" : words[placement.flag];
  return [
    ...paragraph(touchpoint?.name ?? words.removedTouchpoint, styles.station, width),
    ...paragraph(touchpoint?.channel?.name ?? "", styles.note, width),
    ...paragraph(flag, { ...styles.note, face: "text600", colour: palette.bad2 }, width),
  ];
}

/** Where the line is cut: the place of the first of two columns, with what is said of it. */
function breaksOf({ input, columns }: Scene): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { kind, fromStepId, toStepId, name } of input.document.links) {
    const ends = [fromStepId, toStepId].map((id) => columns.findIndex(({ step }) => step?.id === id));
    const first = Math.min(...ends);
    if (kind === "break" && first !== -1 && first < columns.length - 1) found.set(first, name);
  }
  return found;
}

function mark(scene: Scene, placement: Placement, x: number, y: number): Shape[] {
  const { palette, input } = scene;
  const band = input.figures?.placements.get(placement.id)?.band ?? null;
  const ink = {
    source: `placement:${placement.id}`,
    fill: palette.paper,
    ...(placement.flag === "missing"
      ? { stroke: palette.accent, strokeWidth: 2, dash: [6, 4] }
      : input.figures === null
        ? { stroke: palette.lineStrong, strokeWidth: 3 }
        : bandInk(palette, band)),
  };
  const shape: Shape = placement.momentOfTruth
    ? { kind: "mark", form: "lozenge", x, y, r: diamond, ...ink }
    : circle(x, y, ring, ink);
  // Said twice, drawn twice.
  const second: Shape[] =
    placement.flag === "redundant" ? [circle(x, y, 5, { stroke: ink.stroke, strokeWidth: 2 })] : [];
  return [shape, ...second];
}

function drawAcross(
  scene: Scene,
  stations: readonly Station[][],
  cells: readonly Rect[],
  breaks: ReadonlyMap<number, string>,
): Shape[] {
  const stroke = { stroke: scene.palette.lineStrong, strokeWidth: lineWidth };
  const thin = { stroke: scene.palette.lineStrong, strokeWidth: 2.5 };
  const [first, last] = ends(stations);
  const shapes: Shape[] = [];
  const marks: Shape[] = [];
  stations.forEach((here, index) => {
    const cell = cells[index];
    const main = here[0]?.at ?? stations[first]?.[0]?.at ?? 0;
    if (cell === undefined) return;
    const [middle, y, right] = [cell.x + cell.width / 2, cell.y + main, cell.x + cell.width];
    const [arrives, leaves] = [index > first && index <= last, index >= first && index < last];
    if (first !== -1 && (arrives || leaves))
      shapes.push(line(arrives ? cell.x : middle, y, leaves ? right : middle, y, stroke));
    for (const { at } of here.slice(1)) {
      const path = sideTrack(cell, y, cell.y + at, arrives, leaves);
      shapes.push({ kind: "path", path, ...thin });
    }
    for (const { placement, text, at } of here) {
      marks.push(...mark(scene, placement, middle, cell.y + at), {
        kind: "text",
        source: `placement-name:${placement.id}`,
        x: cell.x + cellPadding,
        y: cell.y + at + nameGap,
        width: cell.width - 2 * cellPadding,
        height: textHeight(text),
        anchor: "middle",
        text,
      });
    }
    const said = breaks.get(index);
    // What is said of a cut may run over both its steps, unless the next cut says something too.
    const over = breaks.has(index - 1) || breaks.has(index + 1) ? 1 : 2;
    if (said !== undefined) marks.push(...cutAcross(scene, right, y, cell.width * over, said));
  });
  return [...shapes, ...marks];
}

/** Leaves the main line at the cell's edge and comes back at the other, clear of the names between. */
function sideTrack(cell: Rect, main: number, y: number, arrives: boolean, leaves: boolean): Segment[] {
  const { x, width } = cell;
  const [middle, right, r] = [x + width / 2, x + width, 12];
  if (!arrives && !leaves)
    return [
      ["M", middle, main],
      ["L", middle, y],
    ];
  const into: Segment[] = arrives
    ? [
        ["M", x, main],
        ["C", x + 5, main, x + 4, main + r, x + 4, main + 2 * r],
        ["L", x + 4, y - 2 * r],
        ["C", x + 4, y - 6, x + 9, y, x + 26, y],
      ]
    : [["M", middle, y]];
  const out: Segment[] = leaves
    ? [
        ["L", right - 26, y],
        ["C", right - 9, y, right - 4, y - 6, right - 4, y - 2 * r],
        ["L", right - 4, main + 2 * r],
        ["C", right - 4, main + r, right - 5, main, right, main],
      ]
    : [["L", middle, y]];
  return [...into, ...out];
}

function cutAcross({ palette, styles, labels }: Scene, x: number, y: number, room: number, said: string): Shape[] {
  const style = { ...styles.note, face: "text600" as const, colour: palette.bad2 };
  const width = room - 2 * cellPadding;
  const stroke = { stroke: palette.bad2, strokeWidth: 2 };
  return [
    { kind: "box", x: x - 13, y: y - 6, width: 26, height: 12, fill: palette.paper },
    line(x - 8, y - 8, x - 2, y + 8, stroke),
    line(x + 2, y - 8, x + 8, y + 8, stroke),
    {
      kind: "text",
      x: x - width / 2,
      y: y - 32,
      width,
      height: 14,
      anchor: "middle",
      text: oneLine(clip(said === "" ? labels.link.break : said, style, width), style),
    },
  ];
}

/** From top to bottom: the main line at the left, the further stations of a step set in. */
function drawDown(
  scene: Scene,
  stations: readonly Station[][],
  cells: readonly Rect[],
  breaks: ReadonlyMap<number, string>,
): Shape[] {
  const { palette, labels, styles } = scene;
  const stroke = { stroke: palette.lineStrong, strokeWidth: lineWidth };
  const [first, last] = ends(stations);
  const shapes: Shape[] = [];
  const marks: Shape[] = [];
  stations.forEach((here, index) => {
    const cell = cells[index];
    if (cell === undefined) return;
    const x = cell.x + 26;
    const main = cell.y + (here[0]?.at ?? 0);
    const bottom = cell.y + cell.height;
    const [arrives, leaves] = [index > first && index <= last, index >= first && index < last];
    if (first !== -1 && (arrives || leaves))
      shapes.push(line(x, arrives ? cell.y : main, x, leaves ? bottom : main, stroke));
    here.forEach(({ placement, text, at }, nth) => {
      const [sx, y] = [nth === 0 ? x : x + 22, cell.y + at];
      if (nth > 0)
        shapes.push({
          kind: "path",
          path: [
            ["M", x, y - 26],
            ["C", x, y - 8, x + 6, y, sx, y],
          ],
          stroke: palette.lineStrong,
          strokeWidth: 2.5,
        });
      marks.push(...mark(scene, placement, sx, y), {
        kind: "text",
        source: `placement-name:${placement.id}`,
        x: cell.x + 72,
        y: y - 9,
        width: cell.width - 84,
        height: textHeight(text),
        anchor: "start",
        text,
      });
    });
    const said = breaks.get(index);
    if (said === undefined) return;
    const style = { ...styles.note, face: "text600" as const, colour: palette.bad2 };
    marks.push(
      { kind: "box", x: x - 6, y: bottom - 9, width: 12, height: 22, fill: palette.paper },
      line(x - 8, bottom - 1, x + 8, bottom - 7, { stroke: palette.bad2, strokeWidth: 2 }),
      line(x - 8, bottom + 9, x + 8, bottom + 3, { stroke: palette.bad2, strokeWidth: 2 }),
      {
        kind: "text",
        x: cell.x + 46,
        y: bottom + 2,
        width: cell.width - 56,
        height: 14,
        anchor: "start",
        text: oneLine(clip(said === "" ? labels.link.break : said, style, cell.width - 56), style),
      },
    );
  });
  return [...shapes, ...marks];
}

/** The first and the last column with a station; −1 twice when there is none. */
function ends(stations: readonly Station[][]): readonly [number, number] {
  return [stations.findIndex((here) => here.length > 0), stations.findLastIndex((here) => here.length > 0)];
}
