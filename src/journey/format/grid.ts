import { keyFrom } from "#touchpoint/rules.ts";
import { limits } from "../document.ts";
import { type LaneKind, laneKinds } from "../model.ts";
import { refused } from "./refusal.ts";
import { cellName, expectText, oneOf, type Sheet, textOf, type Value } from "./table.ts";
import { laneSynonyms, laneWords } from "./tables.ts";

/** In the first cell of a map that the product wrote: its first column and two of its rows are hidden and hold ids. */
export const gridMark = "parcours.journey 2";
/** Where a map that the product wrote keeps what, counted from 0. */
export const marked = {
  title: 0,
  stageIds: 1,
  stepIds: 2,
  stages: 3,
  steps: 4,
  lanes: 5,
  laneIds: 0,
  labels: 1,
  cells: 2,
};

export interface GridStep {
  id: string;
  name: string;
  /** Its place among the stages. */ stage: number;
  column: number;
}
export interface GridLane {
  id: string;
  label: string;
  /** The rows that it fills, one under the other. */ rows: number[];
}
/** A map as a sheet shows it: steps across, lanes down. */
export interface Grid {
  isHandMade: boolean;
  name: string;
  stages: { id: string; name: string }[];
  steps: GridStep[];
  lanes: GridLane[];
  cell: (row: number, column: number) => { text: string; where: string };
}

/**
 * Reads a sheet as a map: one that the product wrote, or one made by hand with the steps in its first row, above them
 * the stages if there are any, and the name of each lane before its row.
 * @throws FileRefused
 */
export function readGrid(sheet: Sheet): Grid {
  const text = (row: number, column: number) => textOf(sheet.rows[row]?.[column]);
  const isMarked = text(0, 0) === gridMark;
  const places = isMarked ? { ...marked, isHandMade: false } : { ...handMade(sheet), isHandMade: true };
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  if (width - places.cells > limits.steps)
    throw refused("tooMany", sheet.name, `${width - places.cells} columns where a journey holds ${limits.steps} steps`);
  const { stages, steps } = readColumns(sheet.name, text, places, width);
  return {
    isHandMade: places.isHandMade,
    name: places.title === null ? "" : text(places.title, isMarked ? places.labels : 0),
    stages,
    steps,
    lanes: readLanes(sheet, text, places),
    cell: (row, column) => ({ text: text(row, column), where: cellName(sheet.name, row, column) }),
  };
}

interface Places {
  title: number | null;
  stageIds: number | null;
  stepIds: number | null;
  stages: number | null;
  steps: number;
  lanes: number;
  laneIds: number | null;
  labels: number;
  cells: number;
  isHandMade: boolean;
}

const stageHeads = new Set([
  "stage",
  "stages",
  "phase",
  "phases",
  "etape-cle",
  "etapes-cles",
  "macro-etape",
  "macro-etapes",
]);
const stepHeads = new Set(["step", "steps", "etape", "etapes"]);

/** Which of the first rows say the title, the stages and the steps. */
function handMade({ name, rows }: Sheet): Omit<Places, "isHandMade"> {
  const filled = rows.flatMap((row, index) => (countFilled(row) > 0 ? [index] : []));
  const row = (at: number | undefined): readonly Value[] => rows[at ?? -1] ?? [];
  const head = (at: number | undefined) => keyFrom(textOf(row(at)[0]), "");
  const beside = (at: number | undefined) => countFilled(row(at).slice(1));
  let [first, second] = filled;
  let title: number | null = null;
  if (beside(first) === 0 && beside(second) > 0) {
    title = first ?? null;
    [first, second] = [second, filled[2]];
  }
  const isStages =
    stageHeads.has(head(first)) ||
    stepHeads.has(head(second)) ||
    (head(first) === "" && head(second) === "" && beside(second) > beside(first));
  const steps = isStages && beside(second) > 0 ? second : first;
  if (steps === undefined || beside(steps) === 0) throw refused("empty", name, "there is no row of steps");
  const stages = steps === first ? null : (first ?? null);
  return { title, stageIds: null, stepIds: null, stages, steps, lanes: steps + 1, laneIds: null, labels: 0, cells: 1 };
}

function countFilled(row: readonly Value[]): number {
  return row.filter((cell) => textOf(cell).trim() !== "").length;
}

/**
 * A stage goes on until the next one is named; a column without a step says only its stage.
 * By hand a stage may be named again over each of its steps.
 */
function readColumns(
  sheet: string,
  text: (row: number, column: number) => string,
  { stages: stageRow, steps: stepRow, stageIds, stepIds, cells, isHandMade }: Places,
  width: number,
): Pick<Grid, "stages" | "steps"> {
  const [stages, steps]: [Grid["stages"], GridStep[]] = [[], []];
  const at = (row: number | null, column: number) => (row === null ? "" : text(row, column));
  const named = (row: number | null, column: number) => {
    const said = expectText(at(row, column), cellName(sheet, row ?? 0, column), limits.name);
    return isHandMade ? said.replaceAll(/\s+/g, " ").trim() : said;
  };
  for (let column = cells; column < width; column += 1) {
    const stage = { id: at(stageIds, column), name: named(stageRow, column) };
    const step = { id: at(stepIds, column), name: named(stepRow, column) };
    const goesOn = isHandMade && stage.name === stages.at(-1)?.name;
    if (!goesOn && (stage.id !== "" || stage.name !== "")) stages.push(stage);
    if (step.id === "" && step.name === "") continue;
    if (stages.length === 0) stages.push({ id: "", name: "" });
    steps.push({ ...step, stage: stages.length - 1, column });
  }
  return { stages, steps };
}

/** A row without a name goes on with the lane above it. */
function readLanes(
  sheet: Sheet,
  text: (row: number, column: number) => string,
  { lanes: from, laneIds, labels, cells, isHandMade }: Places,
): GridLane[] {
  const lanes: GridLane[] = [];
  for (let row = from; row < sheet.rows.length; row += 1) {
    const id = laneIds === null ? "" : text(row, laneIds);
    const label = expectText(text(row, labels), cellName(sheet.name, row, labels), limits.name);
    const isEmpty = countFilled((sheet.rows[row] ?? []).slice(cells)) === 0;
    if (id === "" && label.trim() === "" && isEmpty) continue;
    const last = lanes.at(-1);
    if (isHandMade && label.trim() === "" && last !== undefined) last.rows.push(row);
    else lanes.push({ id, label: isHandMade ? label.replaceAll(/\s+/g, " ").trim() : label, rows: [row] });
  }
  return lanes;
}

/** The kind of lane that a name means; a lane that is named otherwise is one of notes. */
export function laneKindOf(label: string): LaneKind {
  const said = keyFrom(label, "");
  const synonym = laneKinds.find((kind) => laneSynonyms[kind]?.some((word) => keyFrom(word, "") === said));
  return oneOf(laneWords, label) ?? synonym ?? "free";
}
