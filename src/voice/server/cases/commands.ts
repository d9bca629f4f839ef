import { type Kysely, sql, type Updateable } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { findTouchpoint } from "#touchpoint/index.ts";
import type { changeCase as changeCaseRoute, createCase as createCaseRoute } from "../../api/cases.ts";
import { addWorkMinutes } from "../../cases/business-hours.ts";
import type { CaseDeed } from "../../cases/model.ts";
import { clockAfter, isUnderWay, mayGo } from "../../cases/rules.ts";
import type { VoiceTables } from "../tables.ts";
import { agentsOf } from "./agents.ts";
import { openCase, tell } from "./open.ts";
import type { CaseQueryDeps } from "./queries.ts";
import { calendarOf, getCaseSettings } from "./settings.ts";
import type { CaseTables } from "./tables.ts";

/**
 * Opens a case by hand, of an answer or of none. @returns its id
 * @throws AppError `invalid_input` for an answer or a touchpoint that the workspace does not have
 */
export async function createCase(
  { db }: Pick<CaseQueryDeps, "db">,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  { responseId, touchpointId, ...wanted }: RouteBody<typeof createCaseRoute>,
): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const answer = responseId === null ? null : await answerIn(transaction, workspaceId, responseId);
    const place = answer?.touchpointId ?? touchpointId;
    if (place !== null && (await findTouchpoint(transaction, workspaceId, place)) === null)
      throw unknown("touchpointId", "There is no such touchpoint.");
    const person = answer?.person ?? null;
    const opened = { ...wanted, workspaceId, userId, responseId, touchpointId: place, person };
    return (await openCase(transaction, opened)).caseId;
  });
}

/**
 * Moves a case on, gives it to somebody or says how urgent it is.
 * @throws AppError `not_found`; `conflict` when somebody changed it since that version, or it cannot go there;
 *   `invalid_input` for somebody who may not work on cases
 */
export async function changeCase(
  { db, now }: CaseQueryDeps,
  caseId: string,
  userId: string | null,
  { version, state, assigneeId, priority }: RouteBody<typeof changeCaseRoute>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const before = await lockCase(transaction, caseId, version);
    const settings = await getCaseSettings(transaction, before.workspace_id);
    const calendar = await calendarOf(transaction, before.workspace_id, settings);
    const set: Updateable<CaseTables["customer_case"]> = {};
    const deeds: CaseDeed[] = [];
    if (priority !== undefined && priority !== before.priority) {
      const dueAt = addWorkMinutes(calendar, before.opened_at, settings.sla[priority] * 60);
      Object.assign(set, { priority, due_at: dueAt });
      deeds.push({ kind: "priority", from: before.priority, to: priority });
    }
    if (assigneeId !== undefined && assigneeId !== before.assignee_id) {
      if (assigneeId !== null) await checkWorker(transaction, before.workspace_id, assigneeId);
      set.assignee_id = assigneeId;
      deeds.push({ kind: "assigned", to: assigneeId, isAutomatic: false });
    }
    if (state !== undefined && state !== before.state) {
      if (!mayGo(before.state, state))
        throw new AppError("conflict", `A case that is ${before.state} is only opened again.`);
      const clock = clockAfter(
        { dueAt: set.due_at instanceof Date ? set.due_at : before.due_at, waitingSince: before.waiting_since },
        {
          from: before.state,
          to: state,
          now: now(),
          calendar,
          minutes: settings.sla[priority ?? before.priority] * 60,
        },
      );
      Object.assign(set, { state, due_at: clock.dueAt, waiting_since: clock.waitingSince });
      if (state === "resolved") set.resolved_at = now();
      else if (!isUnderWay(before.state))
        Object.assign(set, { resolved_at: null, closed_at: null, escalated_at: null });
      deeds.push({ kind: "state", from: before.state, to: state });
    }
    await write(transaction, caseId, userId, set, deeds);
  });
}

/** @throws AppError `not_found` */
export async function addNote(
  { db }: Pick<CaseQueryDeps, "db">,
  caseId: string,
  userId: string | null,
  text: string,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockCase(transaction, caseId);
    await tell(transaction, caseId, userId, [{ kind: "note", text }]);
  });
}

/**
 * A case that nobody else changes until the transaction ends.
 * @throws AppError `not_found`; `conflict` when it is no longer that version
 */
export async function lockCase(transaction: Kysely<Database>, caseId: string, version?: number) {
  const found = await transaction
    .withTables<CaseTables>()
    .selectFrom("customer_case")
    .selectAll()
    .where("id", "=", caseId)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw new AppError("not_found", "There is no such case.");
  if (version !== undefined && found.version !== version)
    throw new AppError("conflict", "Somebody has changed this case meanwhile.", { remedy: "Look at it again." });
  return found;
}

/** Changes a case and says so in its history. */
export async function write(
  transaction: Kysely<Database>,
  caseId: string,
  userId: string | null,
  set: Updateable<CaseTables["customer_case"]>,
  deeds: readonly CaseDeed[],
): Promise<void> {
  if (deeds.length === 0) return;
  await transaction
    .withTables<CaseTables>()
    .updateTable("customer_case")
    .set({ ...set, version: sql<number>`version + 1` })
    .where("id", "=", caseId)
    .execute();
  await tell(transaction, caseId, userId, deeds);
}

async function answerIn(db: Kysely<Database>, workspaceId: string, responseId: string) {
  const found = await db
    .withTables<VoiceTables>()
    .selectFrom("response as r")
    .innerJoin("survey as s", "s.id", "r.survey_id")
    .select(["s.touchpoint_id as touchpointId", "r.person"])
    .where("r.id", "=", responseId)
    .where("s.workspace_id", "=", workspaceId)
    .executeTakeFirst();
  if (found === undefined) throw unknown("responseId", "There is no such answer.");
  return found;
}

async function checkWorker(db: Kysely<Database>, workspaceId: string, userId: string): Promise<void> {
  const workers = await agentsOf(db, workspaceId);
  if (!workers.some((worker) => worker.userId === userId))
    throw unknown("assigneeId", "This is nobody who may work on cases.");
}

function unknown(path: string, message: string): AppError {
  return new AppError("invalid_input", message, { issues: [{ path, code: "not_found", message }] });
}
