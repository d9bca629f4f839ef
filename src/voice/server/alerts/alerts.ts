import { type Kysely, sql } from "kysely";
import { type Place, placesOfTouchpoints } from "#journey/index.ts";
import type { Database } from "#platform/database.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { namesOf, roleIn } from "#workspace/index.ts";
import type { Role } from "#workspace/model.ts";
import type { Alert, AlertCause } from "../../alerts/model.ts";
import { alertsAtOnce, type listAlerts as listAlertsRoute } from "../../api/alerts.ts";
import { presentAnswer } from "./answers.ts";
import type { AlertTables, Found } from "./tables.ts";

/** Who looks. */
export interface Reader {
  workspaceId: string;
  userId: string;
}

type Asked = RouteQuery<typeof listAlertsRoute>;

/** The alerts of a workspace, the newest first, as one of its members sees them. */
export async function listAlerts(
  db: Kysely<Database>,
  reader: Reader,
  asked: Asked,
): Promise<RouteResponse<typeof listAlertsRoute>> {
  const role = await roleIn(db, reader.userId, reader.workspaceId);
  const [rows, unseen, places, { touchpoints }] = await Promise.all([
    page(db, reader, role, asked),
    countUnseen(db, reader, role),
    placesOfTouchpoints(db, reader.workspaceId),
    getLibrary(db, reader.workspaceId),
  ]);
  const shown = rows.slice(0, alertsAtOnce);
  const people = await namesOf(
    db,
    shown.flatMap(({ done_by }) => done_by ?? []),
  );
  const names = new Map(touchpoints.map(({ id, name }) => [id, name]));
  return {
    alerts: shown.map((row) => present(row, { places, names, people })),
    hasMore: rows.length > alertsAtOnce,
    unseen,
  };
}

function page(db: Kysely<Database>, reader: Reader, role: Role | null, asked: Asked) {
  const { state, mine, touchpointId, ruleId, before } = asked;
  return alertsFor(db, reader, role)
    .leftJoin("response as r", "r.id", "a.response_id")
    .leftJoin("survey as s", "s.id", "r.survey_id")
    .select(["a.id", "a.rule_id", "a.rule_name", "a.touchpoint_id", "a.found", "a.case_id"])
    .select(["a.done_by", "a.done_at", "a.created_at", "r.id as response_id", "r.metric", "r.score", "r.comment"])
    .select(["r.answered_at", "s.id as survey_id", "s.name as survey_name", "s.touchpoint_id as asked_at"])
    .$if(state === "open", (query) => query.where("a.done_at", "is", null))
    .$if(state === "done", (query) => query.where("a.done_at", "is not", null))
    .$if(mine !== undefined, (query) => query.where(isTold(reader, role)))
    .$if(touchpointId !== undefined, (query) => query.where("a.touchpoint_id", "=", touchpointId ?? ""))
    .$if(ruleId !== undefined, (query) => query.where("a.rule_id", "=", ruleId ?? ""))
    .$if(before !== undefined, (query) => query.where("a.id", "<", before ?? ""))
    .orderBy("a.id", "desc")
    .limit(alertsAtOnce + 1)
    .execute();
}

/** The alerts of the reader's workspace, with whether they are told of them and have seen them. */
function alertsFor(db: Kysely<Database>, reader: Reader, role: Role | null) {
  return db
    .withTables<AlertTables>()
    .selectFrom("alert as a")
    .leftJoin("alert_seen as seen", (join) =>
      join.onRef("seen.alert_id", "=", "a.id").on("seen.user_id", "=", reader.userId),
    )
    .select([isTold(reader, role).as("is_mine"), sql<boolean>`seen.user_id IS NOT NULL`.as("is_seen")])
    .where("a.workspace_id", "=", reader.workspaceId);
}

/** A role is read when somebody looks: who becomes an editor finds what editors are told of. */
function isTold({ userId }: Reader, role: Role | null) {
  return sql<boolean>`(${role} = ANY (a.roles) OR ${userId} = ANY (a.user_ids))`;
}

async function countUnseen(db: Kysely<Database>, reader: Reader, role: Role | null): Promise<number> {
  const { unseen } = await alertsFor(db, reader, role)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as("unseen"))
    .where(isTold(reader, role))
    .where("seen.user_id", "is", null)
    .where("a.done_at", "is", null)
    .executeTakeFirstOrThrow();
  return unseen;
}

type Row = Awaited<ReturnType<typeof page>>[number];

/** Places and names of touchpoints, and names of people, by id. */
interface Known {
  places: ReadonlyMap<string, Place>;
  names: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
}

function present(row: Row, { places, names, people }: Known): Alert {
  return {
    id: row.id,
    cause: causeOf(row.found),
    ruleId: row.rule_id,
    ruleName: row.rule_name,
    touchpointId: row.touchpoint_id,
    touchpointName: names.get(row.touchpoint_id ?? "") ?? "",
    place: places.get(row.touchpoint_id ?? "") ?? null,
    answer: presentAnswer(row, row.found.kind === "answer" ? row.found.spans : []),
    caseId: row.case_id,
    isMine: row.is_mine,
    isSeen: row.is_seen,
    doneAt: row.done_at?.toISOString() ?? null,
    doneBy: row.done_by === null ? null : (people.get(row.done_by) ?? ""),
    createdAt: row.created_at.toISOString(),
  };
}

/** What set it off, without the characters, which stand with the answer. */
export function causeOf(found: Found): AlertCause {
  return found.kind === "answer" ? { kind: "answer" } : found;
}

/** Remembers that this person has seen these alerts of the workspace; others are passed over. */
export async function seeAlerts(db: Kysely<Database>, { workspaceId, userId }: Reader, alertIds: readonly string[]) {
  await db
    .withTables<AlertTables>()
    .insertInto("alert_seen")
    .columns(["alert_id", "user_id"])
    .expression((eb) =>
      eb
        .selectFrom("alert")
        .select((select) => ["id as alert_id", select.val(userId).as("user_id")])
        .where("workspace_id", "=", workspaceId)
        .where("id", "in", alertIds),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Says that an alert is done, and by whom, or that it is open again; done twice, the first time stands. */
export async function settleAlert(
  db: Kysely<Database>,
  alertId: string,
  { isDone, userId, now }: { isDone: boolean; userId: string; now: Date },
): Promise<void> {
  await db
    .withTables<AlertTables>()
    .updateTable("alert")
    .set(isDone ? { done_at: now, done_by: userId } : { done_at: null, done_by: null })
    .where("id", "=", alertId)
    .where("done_at", isDone ? "is" : "is not", null)
    .execute();
}

/** The workspace of an alert, null when there is no such alert. */
export async function workspaceOfAlert(db: Kysely<Database>, alertId: string): Promise<string | null> {
  const found = await db
    .withTables<AlertTables>()
    .selectFrom("alert")
    .select("workspace_id")
    .where("id", "=", alertId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}
