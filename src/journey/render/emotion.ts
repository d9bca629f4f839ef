import type { JourneyState, Lane } from "../model.ts";
import { curve, type Point, ribbon, runs } from "./curve.ts";
import { circle, line, oneLine, type Rect, type Shape } from "./drawing.ts";
import { laneName, type LanePlan, personaLetter, type Scene } from "./scene.ts";

const height = 118;
/** A persona's line, by its place on the map: told apart by its strokes and its letter, not by colour alone. */
const strokes = [
  [7, 4],
  [2, 4],
  [11, 4, 2, 4],
  [14, 5],
  [5, 3, 2, 3, 2, 3],
] as const;

/** Places a value −1 … 1 in the cell of a column. */
type At = (index: number, value: number) => Point | null;

/** One line of the lane, with its values −1 … 1 by column. */
interface Line {
  values: readonly (number | null)[];
  /** Of its persona; empty for everybody. */ letter: string;
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
    draw: (cells) => (lane.isCollapsed ? [] : [...drawSurveyed(scene, cells), ...drawAssumed(scene, cells)]),
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
    draw: (cells) => drawSurveyed(scene, cells),
  };
}

export function hasSurveyed({ input, columns }: Scene): boolean {
  return columns.some(({ step }) => (input.figures?.steps.get(step?.id ?? "")?.surveyed ?? null) !== null);
}

/** The lines that are assumed, in the order of the personas, «everybody» first; the wanted ones after. */
export function assumedLines(scene: Scene): Line[] {
  const { input, columns, palette } = scene;
  const whose = [null, ...input.document.personas.map(({ id }) => id)];
  const states: readonly JourneyState[] = ["lived", "target"];
  return states.flatMap((state) =>
    whose.flatMap((personaId, index): Line[] => {
      const points = input.document.emotions.filter((point) => point.personaId === personaId && point.state === state);
      const byStep = new Map(points.map(({ stepId, value }) => [stepId, value / 2]));
      const values = columns.map(({ step }) => byStep.get(step?.id ?? "") ?? null);
      if (values.every((value) => value === null)) return [];
      return [
        {
          values,
          letter: personaId === null ? "" : personaLetter(scene, personaId),
          dash: strokes[(index + strokes.length - 1) % strokes.length] ?? [],
          colour: state === "target" ? palette.accent : palette.assumed,
        },
      ];
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
  return assumedLines(scene).flatMap(({ values, letter, dash, colour }) => {
    const points = values.map((value, index) => (value === null ? null : at(index, value)));
    return runs(points).flatMap((run): Shape[] => {
      const [first] = run;
      return [
        { kind: "path", path: curve(run, isDown), stroke: colour, strokeWidth: 1.8, dash },
        ...run.slice(letter === "" ? 0 : 1).map(({ x, y }) => circle(x, y, 3, { fill: colour })),
        ...(first === undefined || letter === "" ? [] : letterMark(scene, first, letter, colour)),
      ];
    });
  });
}

function letterMark({ styles, palette }: Scene, { x, y }: Point, letter: string, colour: string): Shape[] {
  const style = { ...styles.note, face: "text600" as const, size: 9.5, colour: palette.paper };
  return [
    circle(x, y, 8, { fill: colour }),
    { kind: "text", x: x - 8, y: y - 6.3, width: 16, height: 13, anchor: "middle", text: oneLine(letter, style) },
  ];
}

function drawSurveyed(scene: Scene, cells: readonly Rect[]): Shape[] {
  const { input, columns, palette, options } = scene;
  const isDown = options.orientation === "rows";
  const at = placeIn(scene, cells);
  const known = columns.map(({ step }) => input.figures?.steps.get(step?.id ?? "")?.surveyed ?? null);
  // Its farthest reach takes the ruler, but never so little that noise looks like mountains.
  const reach = Math.max(
    0.35,
    ...known.flatMap((point) => (point === null ? [] : [Math.abs(point.low), Math.abs(point.high)])),
  );
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
