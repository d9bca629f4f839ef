import type pg from "pg";
import { acceptingEvents, type InboxEvent } from "#activity/index.ts";
import { together } from "#platform/together.ts";
import type { Answers, Asked, Suspicion, Way } from "../model.ts";
import { usingUpInvitations } from "./asking/answered.ts";
import { leavingForFollowUp } from "./follow-up.ts";

/** An answer that fits its survey, as it is kept. */
export interface AnswerToKeep {
  survey_id: string;
  /** The state of the survey that it was checked against. */
  seen: string;
  version: number;
  workspace_id: string;
  attempt: string;
  way: Way;
  language: string;
  metric: Asked;
  score: number | null;
  comment: string;
  answers: Answers;
  person: { kind: string; ref: string } | null;
  properties: Record<string, string>;
  is_partial: boolean;
  entered_by: string | null;
  suspicions: readonly Suspicion[];
  /** Of what is kept apart: it came by this invitation's link and leaves it to another answer. */
  invitation_id: string | null;
  first_score: number | null;
  answered_at: Date;
  received_at: Date;
  /** The invitation that it uses up. */
  uses: string | null;
  /** Whose it is, where a link that no person sees would tell; `\\x` and figures. */
  visitor: string | null;
  /** How a complete one counts; null: not at all. */
  event: InboxEvent | null;
}

/** What became of an answer; null: not all is as it was seen, and the answer is to be checked anew. */
export type Kept = { responseId: string; isNew: boolean; isAccepted: boolean } | null;

export type KeepAnswer = (answer: AnswerToKeep) => Promise<Kept>;

/** Answers of one statement. */
const most = 100;

/**
 * Keeps answers, those that come at the same time by one statement and so by one write of the log. What does not fit the store
 * is rejected alone.
 */
export function createKeeper(pool: pg.Pool): KeepAnswer {
  return together({
    most,
    keyOf: ({ survey_id, attempt }) => `${survey_id} ${attempt}`,
    work: (answers) => keepAll(pool, answers),
  });
}

/** What a partial answer may change, with its type. */
const columns = {
  version: "integer",
  way: "text",
  language: "text",
  metric: "text",
  score: "real",
  comment: "text",
  answers: "jsonb",
  person: "jsonb",
  properties: "jsonb",
  is_partial: "boolean",
  entered_by: "text",
  suspicions: "text[]",
  invitation_id: "uuid",
  first_score: "real",
  answered_at: "timestamptz",
};
const names = Object.keys(columns);
const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);

/**
 * Each answer with all that hangs on it, or nothing of it: a statement is a transaction. An answer is kept while its survey is
 * as it was when the answer was checked (whoever wants to change the survey waits meanwhile), its visitor has not followed a
 * hidden link since, and its invitation is not used up. One that is there already and complete stays as it is.
 */
const statement = `
WITH given AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1) AS given (n integer, survey_id uuid, seen text, workspace_id uuid, attempt uuid,
    ${types.join(", ")}, received_at timestamptz, uses uuid, visitor bytea, event jsonb)
), asked AS (
  SELECT id AS survey_id, xmin::text AS seen FROM survey WHERE id IN (SELECT survey_id FROM given) FOR KEY SHARE
), fitting AS MATERIALIZED (
  SELECT given.* FROM given JOIN asked USING (survey_id, seen)
  WHERE NOT EXISTS (SELECT FROM scanner_visit WHERE scanner_visit.visitor = given.visitor)
), used AS (
  ${usingUpInvitations("fitting")}
), kept AS (
  INSERT INTO response (survey_id, workspace_id, attempt, ${names.join(", ")})
  SELECT survey_id, workspace_id, attempt, ${names.join(", ")} FROM fitting
  WHERE uses IS NULL OR uses IN (SELECT id FROM used)
  ON CONFLICT (survey_id, attempt) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(", ")}
  WHERE response.is_partial
  RETURNING new.id, new.survey_id, new.attempt, old.id IS NULL AS is_new
), accepted AS (
  SELECT kept.id, workspace_id, received_at, event
  FROM kept JOIN fitting USING (survey_id, attempt) WHERE NOT is_partial
), left_for_follow_up AS (
  ${leavingForFollowUp("accepted")}
), counted AS (
  ${acceptingEvents("accepted")}
)
SELECT n, coalesce(is_new, false) AS "isNew", kept.id IS NOT NULL AND NOT is_partial AS "isAccepted",
  coalesce(kept.id, (SELECT id FROM response WHERE survey_id = fitting.survey_id AND attempt = fitting.attempt)) AS id
FROM fitting LEFT JOIN kept USING (survey_id, attempt)`;

interface Row {
  n: number;
  /** Null: another has come at the very same time, and this statement cannot see it. */
  id: string | null;
  isNew: boolean;
  isAccepted: boolean;
}

async function keepAll(pool: pg.Pool, answers: readonly AnswerToKeep[]): Promise<Kept[]> {
  const given = JSON.stringify(answers.map((answer, n) => ({ n, ...answer })));
  const { rows } = await pool.query<Row>({ name: "keep answers", text: statement, values: [given] });
  const results: Kept[] = answers.map(() => null);
  for (const { n, id, isNew, isAccepted } of rows) if (id !== null) results[n] = { responseId: id, isNew, isAccepted };
  return results;
}
