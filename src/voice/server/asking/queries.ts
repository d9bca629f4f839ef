import { type Kysely, sql } from "kysely";
import { identifiersLike, identify } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import type { explainAsking, listAsking, listInvitations } from "../../api/asking.ts";
import {
  type Channel,
  type InvitationCounts,
  type InvitationState,
  invitationStates,
  type ResponseRates,
} from "../../asking/model.ts";
import type { Senders } from "./senders.ts";
import type { AskingTables } from "./tables.ts";

/** A 95 % interval of a share, 0–1. */
type ShareInterval = (share: { hits: number; n: number }) => { low: number; high: number };

export interface AskingQueryDeps {
  db: Kysely<Database>;
  senders: Senders;
  shareInterval: ShareInterval;
}

const tables = (db: Kysely<Database>) => db.withTables<AskingTables>();

/** The surveys of a workspace that can ask people or have, the latest first, with what became of their invitations. */
export async function surveysAsking(
  { db, senders, shareInterval }: AskingQueryDeps,
  workspaceId: string,
): Promise<RouteResponse<typeof listAsking>> {
  const surveys = await tables(db)
    .selectFrom("survey")
    .select(["id as surveyId", "name", "state"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  const counted = await tables(db)
    .selectFrom("survey_invitation")
    .select(["survey_id", "state", "channel", ({ fn }) => fn.countAll<number>().as("count")])
    .select(({ fn }) => [
      fn.count<number>("sent_at").as("sent"),
      fn.min("sent_at").as("from"),
      fn.max("sent_at").as("to"),
    ])
    .where("workspace_id", "=", workspaceId)
    .groupBy(["survey_id", "state", "channel"])
    .execute();
  const ofSurvey = Map.groupBy(counted, ({ survey_id }) => survey_id);
  return {
    channels: { email: senders.email !== null, phone: senders.phone !== null },
    surveys: surveys
      .map((survey) => {
        const rows = ofSurvey.get(survey.surveyId) ?? [];
        return { ...survey, counts: countsOf(rows), responses: responsesOf(rows, shareInterval) };
      })
      .filter(({ state, counts }) => state === "open" || counts.invited > 0),
  };
}

interface Counted {
  state: InvitationState;
  channel: Channel;
  count: number;
  sent: number;
  from: Date | null;
  to: Date | null;
}

/** Who answered of those who were sent something; null while nobody was. */
function responsesOf(rows: readonly Counted[], shareInterval: ShareInterval): ResponseRates | null {
  const times = rows.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()).map((at) => at.getTime());
  if (times.length === 0) return null;
  const ways = [...new Set(rows.filter(({ sent }) => sent > 0).map(({ channel }) => channel))];
  const rates = [null, ...(ways.length > 1 ? ways : [])].map((channel) => {
    const own = rows.filter((row) => channel === null || row.channel === channel);
    const { sent, answered } = countsOf(own);
    return { channel, sent, answered, ...shareInterval({ hits: answered, n: sent }) };
  });
  return { rates, from: new Date(Math.min(...times)).toISOString(), to: new Date(Math.max(...times)).toISOString() };
}

function countsOf(rows: readonly { state: InvitationState; count: number; sent: number }[]): InvitationCounts {
  const count = (...states: InvitationState[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0);
  return {
    invited: count(...invitationStates),
    waiting: count("waiting", "sending"),
    sent: rows.reduce((sum, { sent }) => sum + sent, 0),
    answered: count("answered"),
    failed: count("failed"),
    notAsked: count("notAsked"),
    optedOut: count("optedOut"),
  };
}

/** Whether anybody was ever invited to a survey. */
export async function hasInvited(db: Kysely<Database>, surveyId: string): Promise<boolean> {
  const found = await tables(db)
    .selectFrom("survey_invitation")
    .select("id")
    .where("survey_id", "=", surveyId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

const pageLength = 100;

/** The people invited to a survey, the latest first, a page at a time. */
export async function invitationsOf(
  db: Kysely<Database>,
  surveyId: string,
  { state, before }: RouteQuery<typeof listInvitations>,
): Promise<RouteResponse<typeof listInvitations>> {
  const rows = await tables(db)
    .selectFrom("survey_invitation")
    .select(["id", "channel", "address", "state", "reason", "created_at", "sent_at", "answered_at", "due_at"])
    .where("survey_id", "=", surveyId)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "waiting"))
    // Ids grow with time.
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? ""))
    .orderBy("id", "desc")
    .limit(pageLength)
    .execute();
  return {
    invitations: rows.map(({ id, channel, address, state: current, reason, ...times }) => ({
      id,
      channel,
      address,
      state: current,
      reason,
      createdAt: times.created_at.toISOString(),
      sentAt: times.sent_at?.toISOString() ?? null,
      answeredAt: times.answered_at?.toISOString() ?? null,
      dueAt: times.due_at?.toISOString() ?? null,
    })),
    next: rows.length === pageLength ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** Entries of one answer: more than anybody has. */
const mostDecisions = 500;

/** What was decided about a person, the latest first, by whatever of their identifiers. */
export async function explain(
  db: Kysely<Database>,
  workspaceId: string,
  person: RouteQuery<typeof explainAsking>,
): Promise<RouteResponse<typeof explainAsking>> {
  const [own] = await identify(db, workspaceId, [person]);
  if (own === undefined) return { refusedAt: null, decisions: [] };
  const refs = await identifiersLike(db, own.ref);
  const refusal = await tables(db)
    .selectFrom("asking_refusal")
    .select(sql<Date | null>`min(refused_at)`.as("refusedAt"))
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "in", refs)
    .executeTakeFirst();
  const rows = await tables(db)
    .selectFrom("asking_decision as d")
    .innerJoin("survey as s", "s.id", "d.survey_id")
    .leftJoin("asking_trigger as t", "t.id", "d.trigger_id")
    .select(["d.id", "d.survey_id as surveyId", "s.name as surveyName", "d.decided_at", "d.until"])
    .select(["d.is_reminder as isReminder", "d.outcome", "d.reason", "d.failure", "t.trigger"])
    .where("d.workspace_id", "=", workspaceId)
    .where("d.person_ref", "in", refs)
    .orderBy("d.decided_at", "desc")
    .orderBy("d.id", "desc")
    .limit(mostDecisions)
    .execute();
  return {
    refusedAt: refusal?.refusedAt?.toISOString() ?? null,
    decisions: rows.map(({ decided_at, until, ...rest }) => ({
      ...rest,
      decidedAt: decided_at.toISOString(),
      until: until?.toISOString() ?? null,
    })),
  };
}
