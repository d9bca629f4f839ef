import type { Kysely, Selectable } from "kysely";
import type { JourneyDocument } from "../model.ts";
import type { JourneyTables, ProjectionTable } from "./tables.ts";

type Tables = Kysely<JourneyTables>;
type Row<Table extends ProjectionTable> = Omit<Selectable<JourneyTables[Table]>, "journey_id">;
type Rows = { [Table in ProjectionTable]: Row<Table>[] };

const projectionTables = [
  "journey_stage",
  "journey_step",
  "journey_lane",
  "journey_card",
  "journey_placement",
] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** PostgreSQL allows 65,535 parameters a statement; a row has 8 at most. */
const rowsAStatement = 5_000;

/** Says what the rows of a journey say, in reading order. */
export async function readProjection(tables: Tables, journeyId: string): Promise<Omit<JourneyDocument, "name">> {
  const from = (table: ProjectionTable) =>
    tables.selectFrom(table).selectAll().where("journey_id", "=", journeyId).orderBy("position").execute();
  const read = <Table extends ProjectionTable>(table: Table) => from(table) as Promise<Row<Table>[]>;
  const [stages, steps, lanes, cards, placements] = await Promise.all([
    read("journey_stage"),
    read("journey_step"),
    read("journey_lane"),
    read("journey_card"),
    read("journey_placement"),
  ]);
  const [stepPosition, lanePosition] = [positions(steps), positions(lanes)];
  return {
    stages: stages.map(({ id, name }) => ({ id, name })),
    steps: steps.map(({ id, stage_id, name }) => ({ id, stageId: stage_id, name })),
    lanes: lanes.map(({ id, kind, name }) => ({ id, kind, name })),
    cards: inOrder(cards, (card) => [at(stepPosition, card.step_id), at(lanePosition, card.lane_id)]).map(
      ({ id, lane_id, step_id, text }) => ({ id, laneId: lane_id, stepId: step_id, text }),
    ),
    placements: inOrder(placements, (placement) => [at(stepPosition, placement.step_id), 0]).map((row) => ({
      id: row.id,
      stepId: row.step_id,
      touchpointId: row.touchpoint_id,
      importance: row.importance,
      momentOfTruth: row.moment_of_truth,
      expectation: row.expectation,
    })),
  };
}

/** Makes the rows say what the document says; they say `before` now, and only what differs is written. */
export async function writeProjection(
  tables: Tables,
  journeyId: string,
  before: Omit<JourneyDocument, "name"> | null,
  document: JourneyDocument,
): Promise<void> {
  const [old, wanted] = [before === null ? null : rowsOf(before), rowsOf(document)];
  for (const table of projectionTables) {
    await writeTable(tables, table, journeyId, old?.[table] ?? [], wanted[table]);
  }
}

async function writeTable(
  tables: Tables,
  table: ProjectionTable,
  journeyId: string,
  before: readonly Row<ProjectionTable>[],
  wanted: readonly Row<ProjectionTable>[],
): Promise<void> {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  const kept = new Set(wanted.map((row) => row.id));
  const gone = [...known.keys()].filter((id) => !kept.has(id));
  const changed = wanted.filter((row) => known.get(row.id) !== JSON.stringify(row));
  if (gone.length > 0)
    await tables.deleteFrom(table).where("journey_id", "=", journeyId).where("id", "in", gone).execute();
  for (let start = 0; start < changed.length; start += rowsAStatement) {
    const rows = changed.slice(start, start + rowsAStatement).map((row) => ({ journey_id: journeyId, ...row }));
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== "journey_id" && column !== "id");
    await tables
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(["journey_id", "id"])
          .doUpdateSet((eb) =>
            Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}` as "excluded.position")])),
          ),
      )
      .execute();
  }
}

/**
 * The position of a card is its place in its cell, that of a placement its place on its step, so that adding one does
 * not rewrite all that follow.
 */
function placesIn<T>(items: readonly T[], groupOf: (item: T) => string): Map<T, number> {
  const sizes = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const group = groupOf(item);
      const place = sizes.get(group) ?? 0;
      sizes.set(group, place + 1);
      return [item, place];
    }),
  );
}

function positions(rows: readonly { id: string; position: number }[]): Map<string, number> {
  return new Map(rows.map(({ id, position }) => [id, position]));
}

function at(position: ReadonlyMap<string, number>, id: string): number {
  return position.get(id) ?? -1;
}

/** By two places in turn; rows equal in both keep the order they are in. */
function inOrder<T>(rows: readonly T[], placesOf: (row: T) => [number, number]): T[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [placesOf(one), placesOf(other)];
    return a[0] - b[0] || a[1] - b[1];
  });
}

/** Texts lose their NUL characters and placements that name no touchpoint are left out: PostgreSQL would refuse both. */
function rowsOf(document: Omit<JourneyDocument, "name">): Rows {
  const cardPlace = placesIn(document.cards, ({ stepId, laneId }) => `${stepId} ${laneId}`);
  const placements = document.placements.filter(({ touchpointId }) => uuid.test(touchpointId));
  const placementPlace = placesIn(placements, ({ stepId }) => stepId);
  return {
    journey_stage: document.stages.map(({ id, name }, position) => ({ id, position, name: storable(name) })),
    journey_step: document.steps.map(({ id, stageId, name }, position) => ({
      id,
      stage_id: stageId,
      position,
      name: storable(name),
    })),
    journey_lane: document.lanes.map(({ id, kind, name }, position) => ({ id, position, kind, name: storable(name) })),
    journey_card: document.cards.map((card) => ({
      id: card.id,
      lane_id: card.laneId,
      step_id: card.stepId,
      position: cardPlace.get(card) ?? 0,
      text: storable(card.text),
    })),
    journey_placement: placements.map((placement) => ({
      id: placement.id,
      step_id: placement.stepId,
      position: placementPlace.get(placement) ?? 0,
      touchpoint_id: placement.touchpointId,
      importance: placement.importance,
      moment_of_truth: placement.momentOfTruth,
      expectation: placement.expectation,
    })),
  };
}

export function storable(text: string): string {
  return text.replaceAll("\0", "");
}
