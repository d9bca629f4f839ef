import { type Kysely, type RawBuilder, sql } from "kysely";
import { personBehind } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { pageOf, readCursor } from "#platform/http/cursor.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import type { listPromoters as listRoute } from "../../api/promoters.ts";
import type { LetterState, UnsentReason } from "../../letters/model.ts";
import type { Asked, Relation } from "../../model.ts";
import {
  type Promoter,
  type PromoterCounts,
  type PromoterDeed,
  promoterLimits,
  type PromoterRole,
  type PromoterView,
  type RoleStanding,
  type RoleState,
} from "../../promoters/model.ts";
import { promotingFrom, refusalOf, unhappyUpTo } from "../../promoters/rules.ts";
import { getPolicy } from "../asking/settings.ts";
import { reachOf } from "./reach.ts";

export interface PromoterQueryDeps {
  db: Kysely<Database>;
  now: () => Date;
  /** Whether letters can be sent. */
  canMail: boolean;
}

/** Somebody of a view. */
interface Row {
  /** The person, by whatever identifier they answered. */
  who: string;
  ref: string;
  id: string;
  at: Date;
  responseId: string | null;
  touchpointId: string | null;
  surveyName: string | null;
  relation: Relation | null;
  metric: Asked | null;
  score: number | null;
  comment: string | null;
  language: string | null;
  answeredAt: Date | null;
}

interface Scope {
  db: Kysely<Database>;
  workspaceId: string;
  now: Date;
}

/** Those of a view, the latest first. @throws AppError `invalid_input` for a cursor that is none */
export async function listPromoters(
  { db, now, canMail }: PromoterQueryDeps,
  workspaceId: string,
  { view, cursor, limit }: RouteQuery<typeof listRoute>,
): Promise<RouteResponse<typeof listRoute>> {
  const scope = { db, workspaceId, now: now() };
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await rowsOf(scope, view, { after, limit: limit + 1 });
  const { page, next } = pageOf(rows, limit, ({ at, id }) => [at.getTime(), id]);
  return { promoters: await present(scope, page), counts: await countsOf(scope), canMail, next };
}

/** All who were asked to take a role, the latest first. */
export async function everybodyAsked(deps: PromoterQueryDeps, workspaceId: string, role: PromoterRole) {
  const scope = { db: deps.db, workspaceId, now: deps.now() };
  return present(scope, await rowsOf(scope, role, { after: null, limit: null }));
}

/** Those of these answers by which somebody is a promoter now, by their ids. */
export async function promotingAnswers(scope: Scope, responseIds: readonly string[]): Promise<Map<string, Row>> {
  const asked = sql`SELECT * FROM pleased WHERE id = any(${[...responseIds]}::uuid[])`;
  const { rows } = await sql<Row>`WITH ${pleased(scope)} ${withAnswers(asked)}`.execute(scope.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Whoever is a promoter: of the latest answer about a contact and the latest about the relation one promotes and neither is
 * unhappy. The table is `pleased`, with the latest answer that promotes.
 */
function pleased({ workspaceId, now }: Scope): RawBuilder<unknown> {
  const since = new Date(now.getTime() - promoterLimits.answerDays * 86_400_000);
  const end = (ends: Record<Asked, number | null>) => sql`(${JSON.stringify(ends)}::jsonb ->> metric)::real`;
  return sql`said AS (
    SELECT DISTINCT ON (who, relation) * FROM (
      SELECT ${personBehind(sql`(r.person ->> 'ref')::uuid`)} AS who, (r.person ->> 'ref')::uuid AS ref, s.relation, r.id,
        r.answered_at, r.metric, r.score
      FROM response r JOIN survey s ON s.id = r.survey_id
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.person IS NOT NULL AND r.score IS NOT NULL
        AND NOT r.is_partial AND NOT r.is_apart AND r.answered_at > ${since}
    ) AS answers ORDER BY who, relation, answered_at DESC, id DESC
  ), pleased AS MATERIALIZED (
    SELECT DISTINCT ON (who) who, ref, id, answered_at AS at, id AS response_id
    FROM (SELECT *, bool_or(score <= ${end(unhappyUpTo)}) OVER (PARTITION BY who) AS is_unhappy FROM said) AS told
    WHERE score >= ${end(promotingFrom)} AND NOT is_unhappy
    ORDER BY who, answered_at DESC, id DESC
  )`;
}

/** What was done with whom: the latest deed of each role and the latest thanks, in `latest`. */
function latestDeeds({ workspaceId }: Pick<Scope, "workspaceId">): RawBuilder<unknown> {
  return sql`latest AS (
    SELECT DISTINCT ON (who, role) * FROM (
      SELECT ${personBehind(sql`d.person_ref`)} AS who, d.* FROM promoter_deed d WHERE d.workspace_id = ${workspaceId}::uuid
    ) AS deeds ORDER BY who, role, id DESC
  )`;
}

/** Those of a table (`who`, `ref`, `id`, `at`, `response_id`) with what they said. */
function withAnswers(people: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`SELECT p.who, p.ref, p.id, p.at, r.id AS "responseId", s.touchpoint_id AS "touchpointId",
    s.name AS "surveyName", s.relation, r.metric, r.score, r.comment, r.language, r.answered_at AS "answeredAt"
    FROM (${people}) AS p LEFT JOIN response r ON r.id = p.response_id LEFT JOIN survey s ON s.id = r.survey_id
    ORDER BY p.at DESC, p.id DESC`;
}

const isNew = sql`NOT EXISTS (SELECT FROM latest WHERE latest.who = pleased.who)`;

async function rowsOf(
  scope: Scope,
  view: PromoterView,
  { after, limit }: { after: readonly [number, string] | null; limit: number | null },
): Promise<Row[]> {
  const isRole = view === "ambassador" || view === "committee";
  const from = isRole
    ? sql`SELECT who, person_ref AS ref, id, done_at AS at, response_id FROM latest WHERE role = ${view}`
    : sql`SELECT * FROM pleased WHERE ${view === "all" ? sql`true` : isNew}`;
  const page = sql`SELECT * FROM (${from}) AS listed
    ${after === null ? sql`` : sql`WHERE (at, id) < (${new Date(after[0])}::timestamptz, ${after[1]}::uuid)`}
    ORDER BY at DESC, id DESC LIMIT ${limit}`;
  const { rows } = await sql<Row>`WITH ${pleased(scope)}, ${latestDeeds(scope)} ${withAnswers(page)}`.execute(scope.db);
  return rows;
}

async function countsOf(scope: Scope): Promise<PromoterCounts> {
  const role = (name: PromoterRole) => sql`SELECT count(*) FILTER (WHERE deed = 'accepted')::integer AS accepted,
    count(*)::integer AS asked FROM latest WHERE role = ${name}`;
  const { rows } = await sql<PromoterCounts>`WITH ${pleased(scope)}, ${latestDeeds(scope)}
    SELECT (SELECT count(*)::integer FROM pleased) AS all,
      (SELECT count(*)::integer FROM pleased WHERE ${isNew}) AS new,
      (SELECT to_jsonb(a) FROM (${role("ambassador")}) AS a) AS ambassador,
      (SELECT to_jsonb(c) FROM (${role("committee")}) AS c) AS committee`.execute(scope.db);
  const [counts] = rows;
  if (counts === undefined) throw new Error("Counting gives one row.");
  return counts;
}

async function present({ db, workspaceId, now }: Scope, rows: readonly Row[]): Promise<Promoter[]> {
  const people = rows.map(({ who }) => who);
  const [reached, standings, { quarantineDays }] = await Promise.all([
    reachOf(
      db,
      workspaceId,
      rows.map(({ ref }) => ref),
    ),
    standingsOf(db, { workspaceId, people, now }),
    getPolicy(db, workspaceId),
  ]);
  return rows.map((row) => {
    const reach = reached.get(row.ref) ?? { email: null, hasOptedOut: false, lastWritten: null };
    const refusal = refusalOf(reach, { now: now.getTime(), quarantineDays });
    const until = refusal?.until ?? null;
    const standing = standings.get(row.who);
    return {
      id: row.id,
      answer: answerOf(row),
      email: reach.email,
      refusal: refusal?.reason ?? null,
      restsUntil: until === null ? null : new Date(until).toISOString(),
      thanked: standing?.thanked ?? null,
      ambassador: standing?.ambassador ?? null,
      committee: standing?.committee ?? null,
    };
  });
}

function answerOf({ responseId, touchpointId, surveyName, relation, metric, score, ...row }: Row): Promoter["answer"] {
  if (responseId === null || surveyName === null || relation === null || metric === null || score === null) return null;
  const { comment, language, answeredAt } = row;
  const said = { comment: comment ?? "", language: language ?? "", answeredAt: (answeredAt ?? row.at).toISOString() };
  return { responseId, touchpointId, surveyName, relation, metric, score, ...said };
}

type Standings = Pick<Promoter, "thanked" | "ambassador" | "committee">;

/** How it stands between the workspace and each of these people. */
export async function standingsOf(
  db: Kysely<Database>,
  { workspaceId, people, now }: { workspaceId: string; people: readonly string[]; now: Date },
): Promise<Map<string, Standings>> {
  const { rows } = await sql<{
    who: string;
    deed: PromoterDeed;
    role: PromoterRole | null;
    at: Date;
    state: LetterState;
    reason: UnsentReason | null;
    expires: Date | null;
  }>`WITH ${latestDeeds({ workspaceId })}
    SELECT latest.who, latest.deed, latest.role, latest.done_at AS at, l.state, l.reason, l.expires_at AS expires
    FROM latest JOIN customer_letter l ON l.id = latest.letter_id
    WHERE latest.who = any(${[...people]}::uuid[])`.execute(db);
  const known = new Map<string, Standings>();
  for (const { who, deed, role, at, state, reason, expires } of rows) {
    const standings = known.get(who) ?? { thanked: null, ambassador: null, committee: null };
    const letter = { state, reason };
    if (role === null) standings.thanked = { at: at.toISOString(), letter };
    else standings[role] = standing(deed as RoleState, { at, letter, isOver: expires !== null && expires <= now });
    known.set(who, standings);
  }
  return known;
}

function standing(
  state: RoleState,
  { at, letter, isOver }: { at: Date; letter: RoleStanding["letter"]; isOver: boolean },
): RoleStanding {
  return { state, at: at.toISOString(), isOver: state === "invited" && isOver, letter };
}
