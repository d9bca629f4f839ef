import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { FoundItem } from "../api/atlas.ts";
import { saysAll, wordsOf } from "../atlas.ts";
import { mapLabels } from "../labels.ts";
import { laneKinds, type LaneKind } from "../model.ts";
import type { JourneyTables } from "./tables.ts";

/** Answered of each kind, so that ten thousand cards do not drown the one journey. */
const mostOfAKind = 25;
/** Cards that are put in order, of those that say the words; a word that most cards say would take seconds. */
const mostOrdered = 1_000;

/**
 * Everything on the maps of a workspace that says all the words, whatever their case and accents: names of journeys first,
 * then tags, stages, steps, lanes, touchpoints, cards. A lane without a name is called as its kind is in the language.
 */
export async function searchJourneys(
  db: Kysely<Database>,
  workspaceId: string,
  typed: string,
  locale: "en" | "fr",
): Promise<{ found: FoundItem[]; isCut: boolean }> {
  if (wordsOf(typed).length === 0) return { found: [], isCut: false };
  const tables = db.withTables<JourneyTables>();
  const kinds = await Promise.all([
    findJourneys(tables, workspaceId, typed),
    findTags(tables, workspaceId, typed),
    findStages(tables, workspaceId, typed),
    findSteps(tables, workspaceId, typed),
    findLanes(tables, workspaceId, typed, locale),
    findPlacements(db, workspaceId, typed),
    findCards(tables, workspaceId, typed),
  ]);
  return {
    found: kinds.flatMap((items) => items.slice(0, mostOfAKind)),
    isCut: kinds.some((items) => items.length > mostOfAKind),
  };
}

type Tables = Kysely<JourneyTables>;
const nowhere = { stage: null, step: null, lane: null };

async function findJourneys(tables: Tables, workspaceId: string, typed: string): Promise<FoundItem[]> {
  const rows = await tables
    .selectFrom("journey")
    .select(["id", "name"])
    .where("workspace_id", "=", workspaceId)
    .where(says(sql.ref("name"), typed))
    .orderBy("name")
    .limit(mostOfAKind + 1)
    .execute();
  return rows.map(({ id, name }) => ({
    ...nowhere,
    journeyId: id,
    journeyName: name,
    kind: "journey" as const,
    id,
    text: name,
  }));
}

async function findTags(tables: Tables, workspaceId: string, typed: string): Promise<FoundItem[]> {
  const rows = await tables
    .selectFrom("journey")
    .select(["id", "name", "tags"])
    .where("workspace_id", "=", workspaceId)
    .where(says(sql`array_to_string(tags, ' ')`, typed))
    .orderBy("name")
    .limit(mostOfAKind + 1)
    .execute();
  return rows.flatMap(({ id, name, tags }) =>
    tags
      .filter((tag) => saysAll(tag, typed))
      .map((tag) => ({ ...nowhere, journeyId: id, journeyName: name, kind: "tag" as const, id, text: tag })),
  );
}

async function findStages(tables: Tables, workspaceId: string, typed: string): Promise<FoundItem[]> {
  const rows = await tables
    .selectFrom("journey_stage")
    .innerJoin("journey", "journey.id", "journey_stage.journey_id")
    .select([
      "journey_stage.id",
      "journey_stage.name as text",
      "journey.id as journeyId",
      "journey.name as journeyName",
    ])
    .where("workspace_id", "=", workspaceId)
    .where(says(sql.ref("journey_stage.name"), typed))
    .orderBy("journey.name")
    .orderBy("journey_stage.position")
    .limit(mostOfAKind + 1)
    .execute();
  return rows.map((row) => ({ ...nowhere, ...row, kind: "stage" as const }));
}

async function findSteps(tables: Tables, workspaceId: string, typed: string): Promise<FoundItem[]> {
  const rows = await tables
    .selectFrom("journey_step")
    .innerJoin("journey", "journey.id", "journey_step.journey_id")
    .leftJoin("journey_stage", (join) =>
      join
        .onRef("journey_stage.journey_id", "=", "journey_step.journey_id")
        .onRef("journey_stage.id", "=", "journey_step.stage_id"),
    )
    .select(["journey_step.id", "journey_step.name as text", "journey.id as journeyId", "journey.name as journeyName"])
    .select("journey_stage.name as stage")
    .where("workspace_id", "=", workspaceId)
    .where(says(sql.ref("journey_step.name"), typed))
    .orderBy("journey.name")
    .orderBy("journey_step.position")
    .limit(mostOfAKind + 1)
    .execute();
  return rows.map((row) => ({ ...nowhere, ...row, kind: "step" as const }));
}

async function findLanes(
  tables: Tables,
  workspaceId: string,
  typed: string,
  locale: "en" | "fr",
): Promise<FoundItem[]> {
  const kindNames = mapLabels[locale].lane;
  const kinds = laneKinds.filter((kind) => saysAll(kindNames[kind], typed));
  const rows = await tables
    .selectFrom("journey_lane")
    .innerJoin("journey", "journey.id", "journey_lane.journey_id")
    .select(["journey_lane.id", "journey_lane.name as text", "journey_lane.kind as laneKind"])
    .select(["journey.id as journeyId", "journey.name as journeyName"])
    .where("workspace_id", "=", workspaceId)
    .where((eb) =>
      eb.or([
        says(sql.ref("journey_lane.name"), typed),
        eb.and([eb("journey_lane.name", "=", ""), eb("journey_lane.kind", "=", sql<LaneKind>`ANY(${kinds}::text[])`)]),
      ]),
    )
    .orderBy("journey.name")
    .orderBy("journey_lane.position")
    .limit(mostOfAKind + 1)
    .execute();
  return rows.map(({ laneKind, text: name, ...row }) => ({
    ...nowhere,
    ...row,
    kind: "lane" as const,
    text: name || kindNames[laneKind],
    lane: { kind: laneKind, name },
  }));
}

async function findCards(tables: Tables, workspaceId: string, typed: string): Promise<FoundItem[]> {
  const cards = tables
    .selectFrom("journey_card")
    .innerJoin("journey", "journey.id", "journey_card.journey_id")
    .select(["journey_card.id", "text", "step_id", "lane_id", "position"])
    .select(["journey_id as journeyId", "journey.name as journeyName"])
    .where("workspace_id", "=", workspaceId)
    .where(says(sql.ref("text"), typed))
    .limit(mostOrdered)
    .as("card");
  const rows = await tables
    .selectFrom(cards)
    .innerJoin("journey_step", (join) =>
      join.onRef("journey_step.journey_id", "=", "card.journeyId").onRef("journey_step.id", "=", "card.step_id"),
    )
    .innerJoin("journey_lane", (join) =>
      join.onRef("journey_lane.journey_id", "=", "card.journeyId").onRef("journey_lane.id", "=", "card.lane_id"),
    )
    .select(["card.id", "card.text", "journeyId", "journeyName"])
    .select(["journey_step.name as step", "journey_lane.kind as laneKind", "journey_lane.name as laneName"])
    .orderBy("journeyName")
    .orderBy("journey_step.position")
    .orderBy("card.position")
    .limit(mostOfAKind + 1)
    .execute();
  return rows.map(({ laneKind, laneName, ...row }) => ({
    ...nowhere,
    ...row,
    kind: "card" as const,
    lane: { kind: laneKind, name: laneName },
  }));
}

/** Touchpoints by their name or their channel's, wherever they are placed. */
async function findPlacements(db: Kysely<Database>, workspaceId: string, typed: string): Promise<FoundItem[]> {
  const { touchpoints, channels } = await getLibrary(db, workspaceId);
  const channelOf = new Map(channels.map(({ id, name }) => [id, name]));
  const nameOf = new Map(
    touchpoints
      .filter(({ name, channelId }) => saysAll(`${name} ${channelOf.get(channelId ?? "") ?? ""}`, typed))
      .map(({ id, name }) => [id, name]),
  );
  if (nameOf.size === 0) return [];
  const rows = await db
    .withTables<JourneyTables>()
    .selectFrom("journey_placement")
    .innerJoin("journey", "journey.id", "journey_placement.journey_id")
    .innerJoin("journey_step", (join) =>
      join
        .onRef("journey_step.journey_id", "=", "journey_placement.journey_id")
        .onRef("journey_step.id", "=", "journey_placement.step_id"),
    )
    .select(["journey_placement.id", "journey_placement.touchpoint_id as touchpointId"])
    .select(["journey.id as journeyId", "journey.name as journeyName", "journey_step.name as step"])
    .where("workspace_id", "=", workspaceId)
    .where("touchpoint_id", "in", [...nameOf.keys()])
    .orderBy("journey.name")
    .orderBy("journey_step.position")
    .limit(mostOfAKind + 1)
    .execute();
  return rows.map(({ touchpointId, ...row }) => ({
    ...nowhere,
    ...row,
    kind: "touchpoint" as const,
    text: nameOf.get(touchpointId) ?? "",
  }));
}

/** The same comparison as `saysAll`, in SQL; a LIKE a word, which an index of trigrams can answer. */
function says(text: RawBuilder<unknown>, typed: string): Expression<SqlBool> {
  const words = wordsOf(typed).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return sql<SqlBool>`(${sql.join(
    words.map((word) => sql`plain_text(${text}) LIKE ${word}`),
    sql` AND `,
  )})`;
}
