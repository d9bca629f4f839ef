import { type Kysely, sql } from "kysely";
import { zone } from "#activity/rules/time-zone.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { createTrigger as createRoute } from "../../api/triggers.ts";
import { AskingRules, AskingTrigger, type Refusal } from "../../asking/model.ts";
import { type AskingTriggerSummary, periodOf } from "../../asking/triggers.ts";
import { refuseUnknown } from "./contact.ts";
import { type InviteDeps, refuseUnsendable } from "./invite.ts";
import { getRules } from "./settings.ts";
import type { AskingTables } from "./tables.ts";

const hour = 3_600_000;
const mostOfSurvey = 20;

/** The triggers of a survey, the oldest first. */
export async function listTriggers(db: Kysely<Database>, surveyId: string): Promise<AskingTriggerSummary[]> {
  const rows = await summaries(db).where("t.survey_id", "=", surveyId).orderBy("t.id").execute();
  const left = await leftOut(db, surveyId);
  return rows.map((row) => present(row, left.get(row.id) ?? []));
}

/**
 * Lets a survey ask by itself from now on.
 * @throws AppError `not_found`; `invalid_input` for a touchpoint that is not there; `conflict` when nothing can be sent that way
 *   from here; `limit_reached`
 */
export async function createTrigger(
  deps: InviteDeps,
  { surveyId, workspaceId, userId }: { surveyId: string; workspaceId: string; userId: string | null },
  { includesPast, ...said }: RouteBody<typeof createRoute>,
): Promise<AskingTriggerSummary> {
  const { db } = deps;
  const trigger = AskingTrigger.parse(said);
  refuseUnsendable(deps.senders, [trigger.channel]);
  if (trigger.when.kind === "contact") await refuseUnknown(db, workspaceId, trigger.when.touchpoint);
  if ((await listTriggers(db, surveyId)).length >= mostOfSurvey) {
    throw new AppError("limit_reached", `A survey has ${mostOfSurvey} triggers at most.`, { remedy: "Delete one." });
  }
  const { id } = await tables(db)
    .insertInto("asking_trigger")
    .values({
      workspace_id: workspaceId,
      survey_id: surveyId,
      trigger: JSON.stringify(trigger),
      ...(await beginning(deps, { trigger, surveyId, workspaceId, includesPast })),
      created_by: userId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return getTrigger(db, id);
}

/** @throws AppError `not_found` */
export async function pauseTrigger(
  deps: InviteDeps,
  { triggerId, isPaused }: { triggerId: string; isPaused: boolean },
): Promise<AskingTriggerSummary> {
  const { db } = deps;
  const found = await tables(db)
    .selectFrom("asking_trigger")
    .selectAll()
    .where("id", "=", triggerId)
    .executeTakeFirst();
  if (found === undefined) throw nothing();
  if (found.is_paused !== isPaused) {
    const { trigger, survey_id: surveyId, workspace_id: workspaceId } = found;
    const anew = isPaused ? {} : await beginning(deps, { trigger, surveyId, workspaceId, includesPast: false });
    await tables(db)
      .updateTable("asking_trigger")
      .set({ is_paused: isPaused, ...anew })
      .where("id", "=", triggerId)
      .execute();
  }
  return getTrigger(db, triggerId);
}

/** @throws AppError `not_found` */
export async function deleteTrigger(db: Kysely<Database>, triggerId: string): Promise<void> {
  const deleted = await tables(db).deleteFrom("asking_trigger").where("id", "=", triggerId).executeTakeFirst();
  if (deleted.numDeletedRows === 0n) throw nothing();
}

/** The workspace of a trigger, null when there is no such trigger. */
export async function workspaceOfTrigger(db: Kysely<Database>, triggerId: string): Promise<string | null> {
  const found = await tables(db)
    .selectFrom("asking_trigger")
    .select("workspace_id")
    .where("id", "=", triggerId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

interface Begun {
  trigger: AskingTrigger;
  surveyId: string;
  workspaceId: string;
  includesPast: boolean;
}

/** From when on it asks: from now, or from as far back as a question can still be put. */
async function beginning({ db, now }: InviteDeps, { trigger, surveyId, workspaceId, includesPast }: Begun) {
  const at = now();
  const { patienceDays } = AskingRules.parse(await getRules(db, surveyId));
  const { timeZone } = await getWorkspace(db, workspaceId);
  const { when } = trigger;
  const reach = when.kind === "contact" && includesPast ? when.afterHours + patienceDays * 24 : 0;
  const since = new Date(at.getTime() - reach * hour);
  return {
    since,
    looked_until: since,
    period: when.kind === "contact" || includesPast ? "" : periodOf(when.every, zone(timeZone), at.getTime()),
    after_person: null,
  };
}

async function getTrigger(db: Kysely<Database>, id: string): Promise<AskingTriggerSummary> {
  const row = await summaries(db).where("t.id", "=", id).executeTakeFirst();
  if (row === undefined) throw nothing();
  return present(row, (await leftOut(db, row.survey_id)).get(id) ?? []);
}

function summaries(db: Kysely<Database>) {
  return tables(db)
    .selectFrom("asking_trigger as t")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("survey_invitation")
          .whereRef("survey_invitation.trigger_id", "=", "t.id")
          .select(({ fn }) => [
            fn.countAll<number>().as("invited"),
            fn.count<number>("sent_at").as("sent"),
            fn.count<number>("answered_at").as("answered"),
          ])
          .as("i"),
      (join) => join.onTrue(),
    )
    .select(["t.id", "t.survey_id", "t.trigger", "t.is_paused", "t.since", "i.invited", "i.sent", "i.answered"]);
}

/** Whom each trigger of a survey left out, by reason, the most frequent first. */
async function leftOut(db: Kysely<Database>, surveyId: string) {
  const { rows } = await sql<{ trigger: string; reason: Refusal; count: number }>`
    SELECT trigger_id AS trigger, reason, count(*)::integer AS count
    FROM asking_decision WHERE trigger_id IN (SELECT id FROM asking_trigger WHERE survey_id = ${surveyId}::uuid)
      AND invitation_id IS NULL
    GROUP BY trigger_id, reason ORDER BY count DESC, reason`.execute(db);
  return Map.groupBy(rows, ({ trigger }) => trigger);
}

type Row = Awaited<ReturnType<ReturnType<typeof summaries>["executeTakeFirstOrThrow"]>>;

function present(row: Row, left: readonly { reason: Refusal; count: number }[]): AskingTriggerSummary {
  return {
    ...row.trigger,
    id: row.id,
    isPaused: row.is_paused,
    since: row.since.toISOString(),
    invited: row.invited ?? 0,
    sent: row.sent ?? 0,
    answered: row.answered ?? 0,
    left: left.map(({ reason, count }) => ({ reason, count })),
  };
}

function nothing(): AppError {
  return new AppError("not_found", "There is no such trigger.");
}

function tables(db: Kysely<Database>) {
  return db.withTables<AskingTables>();
}
