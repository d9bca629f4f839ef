import { type Kysely, sql } from "kysely";
import { labelOfIdentifier } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { namesOf } from "#workspace/index.ts";
import type { listCases as listCasesRoute } from "../../api/cases.ts";
import type { Case, CaseDeed, CaseDetails, CaseEvent } from "../../cases/model.ts";
import type { VoiceTables } from "../tables.ts";
import { answersTo, lettersOf, reachCustomer } from "./reply.ts";
import type { CaseTables } from "./tables.ts";

export interface CaseQueryDeps {
  db: Kysely<Database>;
  now: () => Date;
  /** Whether letters can be sent. */
  canMail: boolean;
}

/** Who looks at a case, and whether they may know whose it is. */
export interface CaseReader {
  userId: string;
  mayKnow: boolean;
}

const underWay = ["open", "inProgress", "waiting"] as const;

/** Cases as they are asked for, and how many there are of them in all. */
export async function listCases(
  { db, now }: CaseQueryDeps,
  workspaceId: string,
  asked: RouteQuery<typeof listCasesRoute>,
): Promise<RouteResponse<typeof listCasesRoute>> {
  const { state, assignee, late, touchpointId, causeId, cardId, limit } = asked;
  const found = cases(db)
    .where("c.workspace_id", "=", workspaceId)
    .$if(state !== undefined, (query) =>
      query.where("c.state", "in", state === undefined || state === "underWay" ? underWay : [state]),
    )
    .$if(assignee !== undefined, (query) =>
      query.where("c.assignee_id", "is not distinct from", assignee === "nobody" ? null : (assignee ?? null)),
    )
    .$if(late === true, (query) => query.where("c.state", "in", ["open", "inProgress"]).where("c.due_at", "<", now()))
    .$if(touchpointId !== undefined, (query) => query.where("c.touchpoint_id", "=", touchpointId ?? null))
    .$if(causeId !== undefined, (query) => query.where("c.cause_id", "=", causeId ?? null))
    .$if(cardId !== undefined, (query) => query.where("m.card_id", "=", cardId ?? null));
  const rows = await found
    .orderBy(sql`c.state IN ('resolved', 'closed')`)
    .orderBy(sql`CASE WHEN c.state IN ('resolved', 'closed') THEN c.resolved_at END`, "desc")
    .orderBy("c.due_at")
    .orderBy("c.number")
    .limit(limit)
    .execute();
  const total =
    rows.length < limit
      ? rows.length
      : (
          await found
            .clearSelect()
            .select(({ fn }) => fn.countAll<number>().as("count"))
            .executeTakeFirstOrThrow()
        ).count;
  return { cases: rows.map((row) => present(row, now())), total };
}

/**
 * A case with its history; whose it is only for who may know.
 * @throws AppError `not_found`
 */
export async function getCase(
  { db, now, canMail }: CaseQueryDeps,
  caseId: string,
  { userId, mayKnow }: CaseReader,
): Promise<CaseDetails> {
  const row = await cases(db).where("c.id", "=", caseId).executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such case.");
  const history = await historyOf(db, caseId);
  const people = [row.assignee_id, ...history.flatMap(({ userId, deed }) => [userId, ...peopleIn(deed)])];
  const known = people.filter((id) => id !== null);
  const workspaceId = row.workspace_id;
  const reached = await reachCustomer(db, canMail, { workspaceId, person: row.person });
  return {
    ...present(row, now()),
    person: mayKnow && row.person !== null ? await labelOfIdentifier(db, workspaceId, row.person.ref) : null,
    reply: {
      refusal: "refusal" in reached ? reached.refusal : null,
      answersTo: await answersTo(db, workspaceId, userId),
    },
    history,
    letters: await lettersOf(db, caseId),
    names: Object.fromEntries(await namesOf(db, known)),
  };
}

/** The workspace of a case, null when there is no such case. */
export async function workspaceOfCase(db: Kysely<Database>, caseId: string): Promise<string | null> {
  const found = await db
    .withTables<CaseTables>()
    .selectFrom("customer_case")
    .select("workspace_id")
    .where("id", "=", caseId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

async function historyOf(db: Kysely<Database>, caseId: string): Promise<CaseEvent[]> {
  const rows = await db
    .withTables<CaseTables>()
    .selectFrom("case_event")
    .select(["id", "at", "user_id", "event"])
    .where("case_id", "=", caseId)
    .orderBy("id")
    .execute();
  return rows.map(({ id, at, user_id, event }) => ({ id, at: at.toISOString(), userId: user_id, deed: event }));
}

function peopleIn(deed: CaseDeed): (string | null)[] {
  if (deed.kind === "assigned") return [deed.to];
  return deed.kind === "escalated" ? deed.to : [];
}

/** A case with the answer it is about, as long as that is kept. */
function cases(db: Kysely<Database>) {
  return db
    .withTables<CaseTables & VoiceTables>()
    .selectFrom("customer_case as c")
    .leftJoin("response as r", "r.id", "c.response_id")
    .leftJoin("survey as s", "s.id", "r.survey_id")
    .leftJoin("case_cause as k", "k.id", "c.cause_id")
    .leftJoin("case_card as m", "m.id", "c.card_id")
    .select(["c.id", "c.workspace_id", "c.number", "c.title", "c.reason", "c.touchpoint_id", "c.state", "c.priority"])
    .select(["c.assignee_id", "c.person", "c.opened_at", "c.due_at", "c.escalated_at", "c.resolved_at", "c.closed_at"])
    .select(["c.cause_id", "k.name as cause", "c.action", "c.version"])
    .select(["r.id as response_id", "s.name as survey", "r.metric", "r.score", "r.comment", "r.language", "r.way"])
    .select("r.answered_at");
}

type Row = Awaited<ReturnType<ReturnType<typeof cases>["executeTakeFirstOrThrow"]>>;

function present(row: Row, now: Date): Case {
  const { state, due_at: due, resolved_at: resolved } = row;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    reason: row.reason,
    touchpointId: row.touchpoint_id,
    state,
    priority: row.priority,
    assigneeId: row.assignee_id,
    openedAt: row.opened_at.toISOString(),
    dueAt: due.toISOString(),
    isLate: state !== "waiting" && (resolved ?? now) > due,
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    resolvedAt: resolved?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    cause: row.cause_id === null || row.cause === null ? null : { id: row.cause_id, name: row.cause },
    action: row.action,
    answer: answerOf(row),
    version: row.version,
  };
}

function answerOf({ response_id: responseId, survey, metric, score, comment, language, way, answered_at }: Row) {
  if (responseId === null || survey === null || metric === null || language === null || way === null) return null;
  return {
    responseId,
    survey,
    metric,
    score,
    comment: comment ?? "",
    language,
    way,
    answeredAt: (answered_at ?? new Date(0)).toISOString(),
  };
}
