import type { Insertable, Kysely, Selectable } from "kysely";
import { Card, JourneyDocument, Lane, Placement, Stage, Step } from "../model.ts";
import type { JourneyTables, ProjectionTable } from "./tables.ts";

type Tables = Kysely<JourneyTables>;
type Read<Table extends ProjectionTable> = Omit<Selectable<JourneyTables[Table]>, "journey_id">;
type Row<Table extends ProjectionTable> = Omit<Insertable<JourneyTables[Table]>, "journey_id">;
type Rows = { [Table in ProjectionTable]: Row<Table>[] };

const projectionTables = [
  "journey_stage",
  "journey_step",
  "journey_lane",
  "journey_card",
  "journey_placement",
] as const;
const Rest = JourneyDocument.omit({
  name: true,
  stages: true,
  steps: true,
  lanes: true,
  cards: true,
  placements: true,
});
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** PostgreSQL allows 65,535 parameters a statement; a row has 10 at most. */
const rowsAStatement = 5_000;

/** Says what the rows of a journey say, in reading order. */
export async function readProjection(tables: Tables, journeyId: string): Promise<Omit<JourneyDocument, "name">> {
  const from = (table: ProjectionTable) =>
    tables.selectFrom(table).selectAll().where("journey_id", "=", journeyId).orderBy("position").execute();
  const read = <Table extends ProjectionTable>(table: Table) => from(table) as Promise<Read<Table>[]>;
  const [journey, stages, steps, lanes, cards, placements] = await Promise.all([
    tables.selectFrom("journey").select("rest").where("id", "=", journeyId).executeTakeFirst(),
    read("journey_stage"),
    read("journey_step"),
    read("journey_lane"),
    read("journey_card"),
    read("journey_placement"),
  ]);
  const [stepPosition, lanePosition] = [positions(steps), positions(lanes)];
  return {
    ...Rest.parse(journey?.rest ?? {}),
    stages: stages.map(({ details, ...row }) => Stage.parse({ ...details, ...row })),
    steps: steps.map(({ details, stage_id: stageId, ...row }) => Step.parse({ ...details, ...row, stageId })),
    lanes: lanes.map(({ details, ...row }) => Lane.parse({ ...details, ...row })),
    cards: inOrder(cards, (card) => [at(stepPosition, card.step_id), at(lanePosition, card.lane_id)]).map(
      ({ details, lane_id: laneId, step_id: stepId, ...row }) => Card.parse({ ...details, ...row, laneId, stepId }),
    ),
    placements: inOrder(placements, (placement) => [at(stepPosition, placement.step_id), 0]).map((row) =>
      Placement.parse({
        ...row.details,
        id: row.id,
        stepId: row.step_id,
        touchpointId: row.touchpoint_id,
        importance: row.importance,
        momentOfTruth: row.moment_of_truth,
        expectation: row.expectation,
      }),
    ),
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
  const rest = restOf(document);
  if (before === null || restOf(before) !== rest)
    await tables.updateTable("journey").set({ rest }).where("id", "=", journeyId).execute();
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

/** Placements that name no touchpoint are left out: PostgreSQL would refuse them. */
function rowsOf(document: Omit<JourneyDocument, "name">): Rows {
  const cardPlace = placesIn(document.cards, ({ stepId, laneId }) => `${stepId} ${laneId}`);
  const placements = document.placements.filter(({ touchpointId }) => uuid.test(touchpointId));
  const placementPlace = placesIn(placements, ({ stepId }) => stepId);
  return {
    journey_stage: document.stages.map(({ id, name, ...details }, position) => ({
      id,
      position,
      name: storable(name),
      details: storableJson(details),
    })),
    journey_step: document.steps.map(({ id, stageId, name, ...details }, position) => ({
      id,
      stage_id: stageId,
      position,
      name: storable(name),
      details: storableJson(details),
    })),
    journey_lane: document.lanes.map(({ id, kind, name, ...details }, position) => ({
      id,
      position,
      kind,
      name: storable(name),
      details: storableJson(details),
    })),
    journey_card: document.cards.map((card) => {
      const { id, laneId, stepId, text, ...details } = card;
      return {
        id,
        lane_id: laneId,
        step_id: stepId,
        position: cardPlace.get(card) ?? 0,
        text: storable(text),
        details: storableJson(details),
      };
    }),
    journey_placement: placements.map((placement) => {
      const { id, stepId, touchpointId, importance, momentOfTruth, expectation, ...details } = placement;
      return {
        id,
        step_id: stepId,
        position: placementPlace.get(placement) ?? 0,
        touchpoint_id: touchpointId,
        importance,
        moment_of_truth: momentOfTruth,
        expectation,
        details: storableJson(details),
      };
    }),
  };
}

function restOf(document: Omit<JourneyDocument, "name">): string {
  const { isCycle, isLocked, framing, links, emotions, personas } = document;
  return storableJson({ isCycle, isLocked, framing, links, emotions, personas });
}

/** Without NUL characters and halves of characters, both of which PostgreSQL refuses. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

export function storableJson(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? storable(part) : part));
}
