import { type Kysely, sql } from "kysely";
import { identify } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type { answerSurvey } from "../api.ts";
import { AskingRules } from "../asking/model.ts";
import type { Answers, Suspicion } from "../model.ts";
import { checkAnswers, chooseLanguage, figureOf, isOnScale, mainScore, suspicionsOf } from "../rules.ts";
import { countAnswer } from "./answer-event.ts";
import { markAnswered } from "./asking/answered.ts";
import type { Crowd } from "./collect/crowd.ts";
import { isProof } from "./collect/proof.ts";
import type { Visitor } from "./collect/visitor.ts";
import { leaveForFollowUp } from "./follow-up.ts";
import { type AskedSurvey, surveyOfToken } from "./queries.ts";
import type { VoiceTables } from "./tables.ts";

export interface ReceiveDeps {
  db: Kysely<Database>;
  now: () => Date;
  newId: () => string;
  crowd: Crowd;
  /** Says that a complete answer was accepted. */
  onAccepted: () => void;
}

export type Given = RouteBody<typeof answerSurvey>;
type Receipt = RouteResponse<typeof answerSurvey>;

/** A member who types in what somebody else answered. */
export interface Clerk {
  userId: string;
}

/** Where an answer comes from: a visitor of the survey's page or of a page with the widget, a member, or a program. */
export interface Source {
  clerk?: Clerk;
  visitor?: Visitor;
}

/**
 * Keeps an answer, and with it its event, before it answers: a retry, a double click and a lost acknowledgement are one
 * answer. A partial one may be sent again until it is complete; only then, and unless it is suspicious, it counts.
 * @throws AppError `not_found`, `gone` for a closed survey, `invalid_input` with what does not fit the questions
 */
export async function receive(deps: ReceiveDeps, token: string, given: Given, source: Source = {}): Promise<Receipt> {
  const { receipt, isAccepted } = await deps.db.transaction().execute(async (transaction) => {
    const survey = await surveyOfToken(transaction, token, source.visitor);
    if (survey === null || survey.state === "draft") throw new AppError("not_found", "There is no such survey.");
    const said = source.clerk === undefined ? saidBy(survey, given) : given;
    if (survey.state === "closed") {
      const responseId = await responseOf(transaction, survey, given.attempt);
      if (responseId !== null) return { receipt: { responseId, isNew: false }, isAccepted: false };
      throw closed();
    }
    return keep(transaction, survey, said, source, deps);
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
    const { channel, address, properties } = invitation;
    const person = { kind: channel, value: address };
    return { ...given, person, way: wayOf[channel], properties: { ...given.properties, ...properties } };
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
  { clerk, visitor }: Source,
  deps: ReceiveDeps,
): Promise<{ receipt: Receipt; isAccepted: boolean }> {
  const { content, invitation } = survey;
  const now = deps.now();
  const { answers, issues } = checkAnswers(content, storable(given.answers), given.isPartial);
  if (issues.length > 0) {
    throw new AppError("invalid_input", "The answers do not fit the questions.", {
      issues: issues.map((issue) => ({ ...issue, path: `answers.${issue.path}` })),
    });
  }
  const { score, comment } = figureOf(content, answers);
  const { metric } = mainScore(content);
  const suspicions = clerk === undefined ? suspicionsAbout(survey, given, { visitor, crowd: deps.crowd }) : [];
  const isApart = suspicions.length > 0;
  const identifiers =
    given.person === undefined ? [] : await identify(transaction, survey.workspace_id, [storable(given.person)]);
  const properties = storable(given.properties ?? {});
  // A clerk knows when it was, perhaps before there was a survey here; the clock of a device may be wrong.
  const earliest = clerk === undefined ? survey.created_at.getTime() : 0;
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
    invitation_id: isApart ? (invitation?.id ?? null) : null,
    first_score: isOnScale(metric, given.firstScore) ? given.firstScore : null,
    answered_at: at,
  };
  const attempt = attemptOf(given, { invitation, isApart }, deps.newId);
  const kept = await transaction
    .withTables<VoiceTables>()
    .insertInto("response")
    .values({ ...row, survey_id: survey.id, workspace_id: survey.workspace_id, attempt })
    .onConflict((conflict) =>
      conflict.columns(["survey_id", "attempt"]).doUpdateSet(row).where("response.is_partial", "=", true),
    )
    // A row that this very statement made has not been replaced by anybody.
    .returning(["id", sql<boolean>`xmax = 0`.as("isNew")])
    .executeTakeFirst();
  if (kept === undefined) {
    const responseId = await responseOf(transaction, survey, attempt);
    if (responseId === null) throw new Error("a response that is in the way is there");
    return { receipt: { responseId, isNew: false }, isAccepted: false };
  }
  if (given.isPartial) return { receipt: { responseId: kept.id, isNew: kept.isNew }, isAccepted: false };
  await leaveForFollowUp(transaction, kept.id, now);
  if (!isApart) {
    if (invitation !== null && !(await markAnswered(transaction, invitation.id, now))) throw closed();
    await countAnswer(transaction, {
      responseId: kept.id,
      workspaceId: survey.workspace_id,
      touchpointKey: survey.touchpoint_key,
      surveyName: survey.name,
      relation: survey.relation,
      way: given.way,
      metric,
      score,
      comment,
      properties,
      identifiers,
      answeredAt: at,
    });
  }
  return { receipt: { responseId: kept.id, isNew: kept.isNew }, isAccepted: true };
}

function suspicionsAbout(
  { id, asking, invitation, hasFollowedHiddenLink }: AskedSurvey,
  given: Given,
  { visitor, crowd }: { visitor: Visitor | undefined; crowd: Crowd },
): Suspicion[] {
  const { asksProof, trustsLink } = AskingRules.parse(asking);
  // Our own systems may send as many as they like, and each invitation is good for one answer.
  const isOpenToAll = !trustsLink && invitation === null;
  const isProven = isProof(given.attempt, given.proof);
  const lacksProof = !isProven && (asksProof || (isOpenToAll && crowd.isTooMuch(id, visitor)));
  return suspicionsOf({ ...given, hasFollowedHiddenLink, lacksProof });
}

/**
 * What makes a response one: the invitation that it answers, else what whoever answers has made. What is kept apart leaves
 * the invitation to an answer that is not.
 */
function attemptOf(
  { attempt }: Given,
  { invitation, isApart }: { invitation: AskedSurvey["invitation"]; isApart: boolean },
  newId: () => string,
): string {
  if (invitation === null) return attempt;
  if (!isApart) return invitation.id;
  return attempt === invitation.id ? newId() : attempt;
}

function closed(): AppError {
  return new AppError("gone", "This survey is closed.", { remedy: "It takes no more answers." });
}

/** The response of an attempt, or of the invitation whose link it came by. */
async function responseOf(
  db: Kysely<Database>,
  { id, invitation }: AskedSurvey,
  attempt: string,
): Promise<string | null> {
  const found = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select("id")
    .where("survey_id", "=", id)
    .where("attempt", "in", [attempt, invitation?.id ?? attempt])
    .orderBy("is_apart")
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
