import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Channel, Team, Touchpoint } from "../model.ts";
import { freeKey, keyFrom } from "../rules.ts";
import { countEventsAt } from "./queries.ts";
import type { TouchpointTables } from "./tables.ts";

export interface TouchpointDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  /** Names of the journeys that show a touchpoint; this room stands before theirs, so it is told. */
  journeysShowing: (workspaceId: string, touchpointId: string) => Promise<string[]>;
}

type Tables = Kysely<TouchpointTables>;
type Kind = "channel" | "team" | "touchpoint";
type Change<T> = { [Field in keyof T]?: T[Field] | undefined };

/** @throws AppError `conflict` when the key given is taken; `invalid_input` when the channel or team is another's. */
export async function createTouchpoint(
  { db }: TouchpointDeps,
  workspaceId: string,
  input: Omit<Touchpoint, "id" | "key"> & { key?: string | undefined },
): Promise<Touchpoint> {
  const tables = db.withTables<TouchpointTables>();
  await checkOwn(tables, workspaceId, input);
  return insertWithKey(tables, "touchpoint", workspaceId, input, (key) =>
    tables
      .insertInto("touchpoint")
      .values({
        workspace_id: workspaceId,
        key,
        name: input.name,
        channel_id: input.channelId,
        team_id: input.teamId,
        initiator: input.initiator,
      })
      .returning(["id", "key", "name", "channel_id as channelId", "team_id as teamId", "initiator"])
      .executeTakeFirstOrThrow(),
  );
}

/** @throws AppError `not_found`; `invalid_input` when the channel or team is another's. */
export async function updateTouchpoint(
  { db }: TouchpointDeps,
  { workspaceId, id }: { workspaceId: string; id: string },
  change: Change<Omit<Touchpoint, "id" | "key">>,
): Promise<Touchpoint> {
  const tables = db.withTables<TouchpointTables>();
  await checkOwn(tables, workspaceId, change);
  const updated = await tables
    .updateTable("touchpoint")
    .set((eb) => ({
      name: change.name ?? eb.ref("name"),
      initiator: change.initiator ?? eb.ref("initiator"),
      channel_id: change.channelId === undefined ? eb.ref("channel_id") : change.channelId,
      team_id: change.teamId === undefined ? eb.ref("team_id") : change.teamId,
    }))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning(["id", "key", "name", "channel_id as channelId", "team_id as teamId", "initiator"])
    .executeTakeFirst();
  return updated ?? notFound("touchpoint");
}

/** @throws AppError `not_found`; `conflict` while a journey shows it, a survey asks at it, or it has events. */
export async function deleteTouchpoint(
  { db, clickhouse, journeysShowing }: TouchpointDeps,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  const tables = db.withTables<TouchpointTables>();
  const found = await tables
    .selectFrom("touchpoint")
    .select("key")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (found === undefined) return notFound("touchpoint");
  const [journeys, events] = await Promise.all([
    journeysShowing(workspaceId, id),
    countEventsAt(clickhouse, workspaceId, found.key),
  ]);
  if (journeys.length > 0) {
    throw new AppError("conflict", `This touchpoint is on ${journeys.map((name) => `«${name}»`).join(", ")}.`, {
      remedy: "Take it off these journeys first.",
    });
  }
  if (events > 0) {
    throw new AppError("conflict", `This touchpoint has ${events} events.`, {
      remedy: "Keep it: what customers lived there is told by it.",
    });
  }
  try {
    await tables.deleteFrom("touchpoint").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
  } catch (error) {
    if (!referredTo.has(sqlState(error))) throw error;
    throw new AppError("conflict", "Something is asked at this touchpoint.", { remedy: "Delete its surveys first." });
  }
}

/** @throws AppError `conflict` when the key given is taken. */
export async function createChannel(
  { db }: TouchpointDeps,
  workspaceId: string,
  input: Omit<Channel, "id" | "key"> & { key?: string | undefined },
): Promise<Channel> {
  const tables = db.withTables<TouchpointTables>();
  return insertWithKey(tables, "channel", workspaceId, input, (key) =>
    tables
      .insertInto("channel")
      .values({ workspace_id: workspaceId, key, name: input.name, kind: input.kind })
      .returning(["id", "key", "name", "kind"])
      .executeTakeFirstOrThrow(),
  );
}

/** @throws AppError `not_found` */
export async function updateChannel(
  { db }: TouchpointDeps,
  { workspaceId, id }: { workspaceId: string; id: string },
  change: Change<Omit<Channel, "id" | "key">>,
): Promise<Channel> {
  const updated = await db
    .withTables<TouchpointTables>()
    .updateTable("channel")
    .set((eb) => ({ name: change.name ?? eb.ref("name"), kind: change.kind ?? eb.ref("kind") }))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning(["id", "key", "name", "kind"])
    .executeTakeFirst();
  return updated ?? notFound("channel");
}

/** @throws AppError `conflict` when the key given is taken. */
export async function createTeam(
  { db }: TouchpointDeps,
  workspaceId: string,
  input: Omit<Team, "id" | "key"> & { key?: string | undefined },
): Promise<Team> {
  const tables = db.withTables<TouchpointTables>();
  return insertWithKey(tables, "team", workspaceId, input, (key) =>
    tables
      .insertInto("team")
      .values({ workspace_id: workspaceId, key, name: input.name })
      .returning(["id", "key", "name"])
      .executeTakeFirstOrThrow(),
  );
}

/** @throws AppError `not_found` */
export async function updateTeam(
  { db }: TouchpointDeps,
  { workspaceId, id }: { workspaceId: string; id: string },
  change: Change<Omit<Team, "id" | "key">>,
): Promise<Team> {
  const updated = await db
    .withTables<TouchpointTables>()
    .updateTable("team")
    .set((eb) => ({ name: change.name ?? eb.ref("name") }))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning(["id", "key", "name"])
    .executeTakeFirst();
  return updated ?? notFound("team");
}

/** @throws AppError `not_found`; `conflict` while a touchpoint uses it. */
export async function deleteGroup(
  { db }: TouchpointDeps,
  kind: "channel" | "team",
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  const tables = db.withTables<TouchpointTables>();
  const users = await tables.selectFrom("touchpoint").select("name").where(`${kind}_id`, "=", id).execute();
  if (users.length > 0) throw inUse(kind, users.length);
  try {
    const { numDeletedRows } = await tables
      .deleteFrom(kind)
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return notFound(kind);
  } catch (error) {
    // Somebody gave it to a touchpoint between the look and the deletion.
    if (referredTo.has(sqlState(error))) throw inUse(kind, 1);
    throw error;
  }
}

const uniqueViolation = "23505";
/** A row is referred to; where it must be told at once, PostgreSQL 18 has a code of its own for it. */
const referredTo: ReadonlySet<string | undefined> = new Set(["23001", "23503"]);

/** Inserts under the key given, or under a free one made of the name; tries again when another took it meanwhile. */
async function insertWithKey<T>(
  tables: Tables,
  kind: Kind,
  workspaceId: string,
  input: { name: string; key?: string | undefined },
  insert: (key: string) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await insert(input.key ?? (await unusedKey(tables, kind, workspaceId, input.name)));
    } catch (error) {
      if (sqlState(error) !== uniqueViolation) throw error;
      if (input.key !== undefined) {
        throw new AppError("conflict", `The key «${input.key}» is taken.`, { remedy: "Choose another key." });
      }
    }
  }
}

async function unusedKey(tables: Tables, kind: Kind, workspaceId: string, name: string): Promise<string> {
  const rows = await tables.selectFrom(kind).select("key").where("workspace_id", "=", workspaceId).execute();
  const taken = new Set(rows.map((row) => row.key));
  return freeKey(keyFrom(name, kind), (key) => taken.has(key));
}

/** A channel or a team of another workspace is as good as none. */
async function checkOwn(
  tables: Tables,
  workspaceId: string,
  { channelId, teamId }: { channelId?: string | null | undefined; teamId?: string | null | undefined },
): Promise<void> {
  for (const [kind, id] of [
    ["channel", channelId],
    ["team", teamId],
  ] as const) {
    if (id === null || id === undefined) continue;
    const found = await tables
      .selectFrom(kind)
      .select("id")
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", id)
      .executeTakeFirst();
    if (found === undefined) {
      const message = `There is no such ${kind}.`;
      throw new AppError("invalid_input", message, { issues: [{ path: `${kind}Id`, code: "not_found", message }] });
    }
  }
}

function inUse(kind: "channel" | "team", touchpoints: number): AppError {
  return new AppError("conflict", `${touchpoints} touchpoints use this ${kind}.`, {
    remedy: `Give them another ${kind} first.`,
  });
}

function notFound(kind: Kind): never {
  throw new AppError("not_found", `There is no such ${kind}.`);
}

function sqlState(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
