import { matches } from "#touchpoint/web/index.ts";
import type { Card, Lane, Stage, Step } from "../../model.ts";
import type { MapView } from "../map-view.ts";

/** One card with where it is, in a row. */
export interface TableRow {
  card: Card;
  stage: Pick<Stage, "id" | "name">;
  step: Step;
  lane: Lane;
  /** Its place in reading order. */
  place: number;
}

const sortKeys = ["place", "lane", "text", "severity", "frequency", "priority"] as const;
export type SortKey = (typeof sortKeys)[number];
export interface Sort {
  by: SortKey;
  isDescending: boolean;
}
export interface TableFilter {
  text: string;
  laneId: string | null;
  stageId: string | null;
}

/** Every card of a map, in reading order: step after step, down its lanes. */
export function tableRows(view: MapView): TableRow[] {
  const rows: Omit<TableRow, "place">[] = view.stages.flatMap((stage) =>
    stage.steps.flatMap((step) =>
      view.lanes.flatMap((lane) =>
        (view.cards.get(lane.id)?.get(step.id) ?? []).map((card) => ({ card, stage, step, lane })),
      ),
    ),
  );
  return rows.map((row, place) => ({ ...row, place }));
}

/** What brings much for little: value over effort; null until both are said. */
export function priorityOf({ value, effort }: Card): number | null {
  return value === null || effort === null ? null : value / effort;
}

/** The rows that meet a filter (all words typed, whatever their case and accents), sorted; what is not said comes last. */
export function chosenRows(
  rows: readonly TableRow[],
  filter: TableFilter,
  sort: Sort,
  laneName: (lane: Lane) => string,
): TableRow[] {
  const sign = sort.isDescending ? -1 : 1;
  return rows
    .filter(({ card, stage, step, lane }) => {
      if (filter.laneId !== null && lane.id !== filter.laneId) return false;
      if (filter.stageId !== null && stage.id !== filter.stageId) return false;
      return matches(
        [card.text, card.evidence, step.name, stage.name, laneName(lane), ...card.tags].join(" "),
        filter.text,
      );
    })
    .toSorted((a, b) => compare(keyOf(a, sort.by, laneName), keyOf(b, sort.by, laneName), sign) || a.place - b.place);
}

function keyOf(row: TableRow, by: SortKey, laneName: (lane: Lane) => string): string | number | null {
  const { card, lane, place } = row;
  if (by === "place") return place;
  if (by === "lane") return laneName(lane);
  if (by === "text") return card.text.trim() === "" ? null : card.text;
  return by === "priority" ? priorityOf(card) : card[by];
}

function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (typeof a === "string" && typeof b === "string" ? a.localeCompare(b) : Number(a) - Number(b));
}
