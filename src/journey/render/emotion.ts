import { emotionCurves } from "../emotion.ts";
import { type JourneyState, journeyStates, type Lane } from "../model.ts";
import { curve, type Point, ribbon, runs } from "./curve.ts";
import { circle, line, oneLine, type Rect, type Shape } from "./drawing.ts";
import { laneName, type LanePlan, type Scene } from "./scene.ts";

const height = 118;
/** The strokes of everybody's line and of the five personas', as on screen: told apart by strokes and letter, not by colour alone. */
const strokes = [
  [6, 4],
  [2, 4],
  [11, 4],
  [9, 3, 2, 3],
  [4, 2],
  [2, 2, 2, 6],
] as const;

/** Places a value −1 … 1 in the cell of a column. */
type At = (index: number, value: number) => Point | null;

/** One line of the lane, with its values −1 … 1 by column. */
interface Line {
  values: readonly (number | null)[];
  /** Of its persona; empty for everybody. */ letter: string;
  state: JourneyState;
  dash: readonly number[];
  colour: string;
}

/** The lane of emotions: what is assumed dashed, one line a persona; what is wanted; what was surveyed solid with its band. */
export function planEmotion(scene: Scene, lane: Lane): LanePlan {
  const isDown = scene.options.orientation === "rows";
  return {
    lane,
    name: laneName(scene, lane),
    note: "",
    isLine: false,
    needs: scene.columns.map(() => (isDown ? 60 : lane.isCollapsed ? 26 : height)),
    draw: (cells) => (lane.isCollapsed ? [] : [...drawSurveyed(scene, cells, 1), ...drawAssumed(scene, cells)]),
  };
}

/** Where no lane of emotions is drawn, what was surveyed stands under the measures. */
export function planRelief(scene: Scene, lane: Lane): LanePlan {
  const isDown = scene.options.orientation === "rows";
  return {
    lane,
    name: scene.words.gap,
    note: scene.words.surveyed,
    isLine: false,
    needs: scene.columns.map(() => (isDown ? 60 : 92)),
    draw: (cells) => drawSurveyed(scene, cells, reliefReach(scene)),
  };
}

/** How far the scores of the whole journey lie from what is expected, but never so little that noise looks like mountains. */
function reliefReach({ input }: Scene): number {
  const known = [...(input.figures?.steps.values() ?? [])].flatMap(({ surveyed }) => surveyed ?? []);
  return Math.max(0.35, ...known.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
}

export function hasSurveyed({ input, columns }: Scene): boolean {
  return columns.some(({ step }) => (input.figures?.steps.get(step?.id ?? "")?.surveyed ?? null) !== null);
}

/** The lines that are assumed, everybody's first, then in the order of the personas; the wanted ones after. */
export function assumedLines({ input, columns, palette, marks }: Scene): Line[] {
  const { accent, assumed, series1, series2, series3, series4, series5 } = palette;
  const colours = [assumed, series1, series2, series3, series4, series5];
  const curves = emotionCurves(input.document.emotions);
  return journeyStates.flatMap((state) =>
    [null, ...marks].flatMap((mark, index): Line[] => {
      const curve = curves.find(({ personaId, ...known }) => personaId === (mark?.id ?? null) && known.state === state);
      const values = columns.map(({ step }) => curve?.values.get(step?.id ?? "") ?? null);
      if (values.every((value) => value === null)) return [];
      const colour = state === "target" && mark === null ? accent : (colours[index] ?? assumed);
      const line = { letter: mark?.letter ?? "", state, dash: strokes[index] ?? [], colour };
      return [{ ...line, values: values.map((value) => (value === null ? null : value / 2)) }];
    }),
  );
}

function placeIn({ options }: Scene, cells: readonly Rect[]): At {
  return (index, value) => {
    const cell = cells[index];
    if (cell === undefined) return null;
    const reach = (size: number) => size / 2 - 14;
    return options.orientation === "rows"
      ? { x: cell.x + cell.width / 2 + value * reach(cell.width), y: cell.y + cell.height / 2 }
      : { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 - value * reach(cell.height) };
  };
}

/** The level that is neither good nor bad. */
function middleLine({ options, palette }: Scene, cells: readonly Rect[]): Shape[] {
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ink = { stroke: palette.lineStrong, strokeWidth: 1 };
  const [x, y] = [first.x + first.width / 2, first.y + first.height / 2];
  return options.orientation === "rows"
    ? [line(x, first.y, x, last.y + last.height, ink)]
    : [line(first.x, y, last.x + last.width, y, ink)];
}

function drawAssumed(scene: Scene, cells: readonly Rect[]): Shape[] {
  const at = placeIn(scene, cells);
  const isDown = scene.options.orientation === "rows";
  return assumedLines(scene).flatMap((drawn) => {
    const { values, dash, colour, state } = drawn;
    const points = values.map((value, index) => (value === null ? null : at(index, value)));
    return runs(points).flatMap((run): Shape[] => [
      { kind: "path", path: curve(run, isDown), stroke: colour, strokeWidth: state === "target" ? 1.1 : 1.6, dash },
      ...run.flatMap((point) => pointMark(scene, point, drawn)),
    ]);
  });
}

/** A ring with the persona's letter; a square for what is wanted. */
function pointMark({ styles, palette }: Scene, { x, y }: Point, { letter, state, colour }: Line): Shape[] {
  const r = letter === "" ? 4 : 7;
  const ink = { fill: palette.paper, stroke: state === "target" ? palette.accent : colour, strokeWidth: 1.5 };
  const style = { ...styles.note, face: "text600" as const, size: 9, colour: palette.inkSoft };
  return [
    state === "target"
      ? { kind: "box", x: x - r, y: y - r, width: 2 * r, height: 2 * r, radius: 2, ...ink }
      : circle(x, y, r, ink),
    ...(letter === ""
      ? []
      : [
          {
            kind: "text" as const,
            x: x - 7,
            y: y - 5.8,
            width: 14,
            height: 12,
            anchor: "middle" as const,
            text: oneLine(letter, style),
          },
        ]),
  ];
}

/** `reach`: the standing that lies at the edge of the lane. */
function drawSurveyed(scene: Scene, cells: readonly Rect[], reach: number): Shape[] {
  const { input, columns, palette, options } = scene;
  const isDown = options.orientation === "rows";
  const at = placeIn(scene, cells);
  const known = columns.map(({ step }) => input.figures?.steps.get(step?.id ?? "")?.surveyed ?? null);
  const place = (value: number, index: number) => at(index, value / reach) ?? { x: 0, y: 0 };
  const points = known.map((point, index) =>
    point === null
      ? null
      : { at: place(point.at, index), low: place(point.low, index), high: place(point.high, index) },
  );
  const shapes = runs(points).flatMap((run): Shape[] => [
    {
      kind: "path",
      path: ribbon(
        run.map(({ high }) => high),
        run.map(({ low }) => low),
        isDown,
      ),
      fill: palette.surveyed,
      opacity: 0.2,
    },
    {
      kind: "path",
      path: curve(
        run.map((point) => point.at),
        isDown,
      ),
      stroke: palette.surveyed,
      strokeWidth: 2.6,
    },
    ...run.map(({ at: { x, y } }) =>
      circle(x, y, 4, { fill: palette.sheet, stroke: palette.surveyed, strokeWidth: 2 }),
    ),
  ]);
  return [...middleLine(scene, cells), ...shapes];
}
