import { type Kysely, sql } from "kysely";
import { acceptEvents, identify } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type { answerSurvey } from "../api.ts";
import { AskingRules } from "../asking/model.ts";
import type { Answers } from "../model.ts";
import { checkAnswers, chooseLanguage, figureOf, mainScore, suspicionsOf } from "../rules.ts";
import { markAnswered } from "./asking/answered.ts";
import { leaveForFollowUp } from "./follow-up.ts";
import { type AskedSurvey, surveyOfToken } from "./queries.ts";
import type { VoiceTables } from "./tables.ts";

export interface ReceiveDeps {
  db: Kysely<Database>;
  now: () => Date;
  /** Says that a complete answer was accepted. */
  onAccepted: () => void;
}

export type Given = RouteBody<typeof answerSurvey>;
type Receipt = RouteResponse<typeof answerSurvey>;

/** A member who types in what somebody else answered. */
export interface Clerk {
  userId: string;
}

/**
 * Keeps an answer, and with it its event, before it answers: a retry, a double click and a lost acknowledgement are one
 * answer. A partial one may be sent again until it is complete; only then, and unless it is suspicious, it counts.
 * @throws AppError `not_found`, `gone` for a closed survey, `invalid_input` with what does not fit the questions
 */
export async function receive(
  deps: ReceiveDeps,
  token: string,
  given: Given,
  clerk: Clerk | null = null,
): Promise<Receipt> {
  const { receipt, isAccepted } = await deps.db.transaction().execute(async (transaction) => {
    const survey = await surveyOfToken(transaction, token);
    if (survey === null || survey.state === "draft") throw new AppError("not_found", "There is no such survey.");
    const said = clerk === null ? saidBy(survey, given) : given;
    if (survey.state === "closed") {
      const responseId = await responseOf(transaction, survey, said.attempt);
      if (responseId !== null) return { receipt: { responseId, isNew: false }, isAccepted: false };
      throw new AppError("gone", "This survey is closed.", { remedy: "It takes no more answers." });
    }
    return keep(transaction, survey, said, clerk, deps.now());
  });
  if (isAccepted) deps.onAccepted();
  return receipt;
}

/**
 * An answer by the link of an invitation is one answer, of the person who was invited, whatever else it says. An open link
 * says nothing of who answers: anybody could claim to be anybody.
 * @throws AppError `invalid_input` when it does, and the survey does not trust it
 */
function saidBy({ invitation, asking }: AskedSurvey, given: Given): Given {
  if (invitation !== null) {
    const { id: attempt, channel, address, properties } = invitation;
    const person = { kind: channel, value: address };
    return { ...given, attempt, person, way: wayOf[channel], properties: { ...given.properties, ...properties } };
  }
  if (given.person !== undefined && !AskingRules.parse(asking).trustsLink) {
    const message = "This link does not say who answers.";
    const remedy = "Leave the person out, invite them, or let the survey trust its link.";
    throw new AppError("invalid_input", message, { remedy, issues: [{ path: "person", code: "untrusted", message }] });
  }
  return given;
}

const wayOf = { email: "email", phone: "sms" } as const;

async function keep(
  transaction: Kysely<Database>,
  survey: AskedSurvey,
  given: Given,
  clerk: Clerk | null,
  now: Date,
): Promise<{ receipt: Receipt; isAccepted: boolean }> {
  const { content } = survey;
  const { answers, issues } = checkAnswers(content, storable(given.answers), given.isPartial);
  if (issues.length > 0) {
    throw new AppError("invalid_input", "The answers do not fit the questions.", {
      issues: issues.map((issue) => ({ ...issue, path: `answers.${issue.path}` })),
    });
  }
  const { score, comment } = figureOf(content, answers);
  const { metric } = mainScore(content);
  const suspicions = suspicionsOf(given);
  const identifiers =
    given.person === undefined ? [] : await identify(transaction, survey.workspace_id, [storable(given.person)]);
  const properties = storable(given.properties ?? {});
  // A clerk knows when it was, perhaps before there was a survey here; the clock of a device may be wrong.
  const earliest = clerk === null ? survey.created_at.getTime() : 0;
  const at = new Date(Math.min(now.getTime(), Math.max(Date.parse(given.answeredAt ?? "") || now.getTime(), earliest)));
  const row = {
    version: survey.version,
    way: given.way,
    language: chooseLanguage(content, given.language === undefined ? [] : [given.language]),
    metric,
    score,
    comment,
    answers: JSON.stringify(answers),
    person:
      identifiers[0] === undefined ? null : JSON.stringify({ kind: identifiers[0].kind, ref: identifiers[0].ref }),
    properties: JSON.stringify(properties),
    is_partial: given.isPartial,
    entered_by: clerk?.userId ?? null,
    suspicions,
    answered_at: at,
  };
  const kept = await transaction
    .withTables<VoiceTables>()
    .insertInto("response")
    .values({ ...row, survey_id: survey.id, workspace_id: survey.workspace_id, attempt: given.attempt })
    .onConflict((conflict) =>
      conflict.columns(["survey_id", "attempt"]).doUpdateSet(row).where("response.is_partial", "=", true),
    )
    // A row that this very statement made has not been replaced by anybody.
    .returning(["id", sql<boolean>`xmax = 0`.as("isNew")])
    .executeTakeFirst();
  if (kept === undefined) {
    const responseId = await responseOf(transaction, survey, given.attempt);
    if (responseId === null) throw new Error("a response that is in the way is there");
    return { receipt: { responseId, isNew: false }, isAccepted: false };
  }
  if (given.isPartial) return { receipt: { responseId: kept.id, isNew: kept.isNew }, isAccepted: false };
  if (survey.invitation !== null) await markAnswered(transaction, survey.invitation.id, now);
  await leaveForFollowUp(transaction, kept.id, now);
  if (score !== null && suspicions.length === 0) {
    await acceptEvents(transaction, [
      {
        id: kept.id,
        workspaceId: survey.workspace_id,
        kind: "answer",
        touchpoint: survey.touchpoint_key,
        at: at.getTime(),
        identifiers,
        metric,
        score,
        comment,
        properties: {
          ...properties,
          survey: survey.name,
          way: given.way,
          // What is thought of the whole relation is never mixed with what a contact was like.
          ...(survey.relation === "relational" ? { relational: "yes" } : {}),
        },
      },
    ]);
  }
  return { receipt: { responseId: kept.id, isNew: kept.isNew }, isAccepted: true };
}

async function responseOf(db: Kysely<Database>, { id }: AskedSurvey, attempt: string): Promise<string | null> {
  const found = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select("id")
    .where("survey_id", "=", id)
    .where("attempt", "=", attempt)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** Texts as the store can hold them: without NUL and half signs, which no keyboard makes. */
function storable<Texts extends Answers | Record<string, string>>(texts: Texts): Texts {
  const clean = (text: string): string => text.replaceAll("\0", "").toWellFormed();
  return Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [clean(name), typeof value === "string" ? clean(value) : value]),
  ) as Texts;
}
