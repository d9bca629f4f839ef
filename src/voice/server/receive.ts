import type { Kysely } from "kysely";
import { identify } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type { answerSurvey } from "../api.ts";
import { AskingRules } from "../asking/model.ts";
import type { Suspicion } from "../model.ts";
import { checkAnswers, chooseLanguage, figureOf, isOnScale, mainScore, suspicionsOf } from "../rules.ts";
import { eventOf } from "./answer-event.ts";
import type { Crowd } from "./collect/crowd.ts";
import { isProof } from "./collect/proof.ts";
import type { Visitor } from "./collect/visitor.ts";
import type { AnswerToKeep, KeepAnswer } from "./keep.ts";
import type { OpenSurveys } from "./open-surveys.ts";
import type { AskedSurvey } from "./queries.ts";
import type { VoiceTables } from "./tables.ts";

export interface ReceiveDeps {
  db: Kysely<Database>;
  now: () => Date;
  newId: () => string;
  crowd: Crowd;
  surveys: OpenSurveys;
  keep: KeepAnswer;
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

/** How often an answer is checked anew because its survey changed meanwhile. */
const mostTries = 20;

/**
 * Keeps an answer, and with it its event, before it answers: a retry, a double click and a lost acknowledgement are one
 * answer. A partial one may be sent again until it is complete; only then, and unless it is suspicious, it counts.
 * @throws AppError `not_found`, `gone` for a closed survey, `invalid_input` with what does not fit the questions; `conflict` when
 *   the survey changes all the time
 */
export async function receive(deps: ReceiveDeps, token: string, given: Given, source: Source = {}): Promise<Receipt> {
  const remembered = deps.surveys.remembered(token);
  if (remembered !== undefined) {
    // What is remembered may be out of date, and refuses nobody.
    const receipt = await keepIn(deps, remembered, given, source).catch(unlessRefused);
    if (receipt !== null) return receipt;
  }
  for (let tries = 0; tries < mostTries; tries++) {
    const survey = await deps.surveys.read(token, source.visitor);
    if (survey === null || survey.state === "draft") throw new AppError("not_found", "There is no such survey.");
    const receipt = await keepIn(deps, survey, given, source);
    if (receipt !== null) return receipt;
  }
  throw new AppError("conflict", "This survey is being changed.", { remedy: "Send the answer again." });
}

function unlessRefused(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

/** Keeps an answer to a survey as it was read; null when it has changed since. */
async function keepIn(deps: ReceiveDeps, survey: AskedSurvey, given: Given, source: Source): Promise<Receipt | null> {
  if (survey.state === "closed") {
    const responseId = await responseOf(deps.db, survey, given.attempt);
    if (responseId !== null) return { responseId, isNew: false };
    throw new AppError("gone", "This survey is closed.", { remedy: "It takes no more answers." });
  }
  const said = source.clerk === undefined ? saidBy(survey, given) : given;
  const kept = await deps.keep(await check(deps, survey, said, source));
  if (kept === null) return null;
  if (kept.isAccepted) deps.onAccepted();
  return { responseId: kept.responseId, isNew: kept.isNew };
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

/** @throws AppError `invalid_input` with what does not fit the questions */
async function check(
  { db, crowd, newId, now }: ReceiveDeps,
  survey: AskedSurvey,
  given: Given,
  { clerk, visitor }: Source,
): Promise<AnswerToKeep> {
  const { content, invitation } = survey;
  const { answers, issues } = checkAnswers(content, given.answers, given.isPartial);
  if (issues.length > 0) {
    throw new AppError("invalid_input", "The answers do not fit the questions.", {
      issues: issues.map((issue) => ({ ...issue, path: `answers.${issue.path}` })),
    });
  }
  const { metric } = mainScore(content);
  const figure = { ...figureOf(content, answers), metric };
  const suspicions = clerk === undefined ? suspicionsAbout(survey, given, { visitor, crowd }) : [];
  const isApart = suspicions.length > 0;
  const identifiers = given.person === undefined ? [] : await identify(db, survey.workspace_id, [given.person]);
  const [known] = identifiers;
  const receivedAt = now();
  const common = { way: given.way, ...figure, properties: given.properties ?? {} };
  const answeredAt = momentOf(given, { receivedAt, earliest: clerk === undefined ? survey.created_at : null });
  const event = eventOf({
    ...common,
    touchpointKey: survey.touchpoint_key,
    surveyName: survey.name,
    relation: survey.relation,
    identifiers,
    answeredAt,
  });
  return {
    ...common,
    survey_id: survey.id,
    seen: survey.seen,
    version: survey.version,
    workspace_id: survey.workspace_id,
    attempt: attemptOf(given, { invitation, isApart }, newId),
    language: chooseLanguage(content, given.language === undefined ? [] : [given.language]),
    answers,
    person: known === undefined ? null : { kind: known.kind, ref: known.ref },
    is_partial: given.isPartial,
    entered_by: clerk?.userId ?? null,
    suspicions,
    invitation_id: isApart ? (invitation?.id ?? null) : null,
    first_score: isOnScale(metric, given.firstScore) ? given.firstScore : null,
    answered_at: answeredAt,
    received_at: receivedAt,
    uses: isApart || given.isPartial ? null : (invitation?.id ?? null),
    visitor: visitor === undefined || survey.hasFollowedHiddenLink ? null : `\\x${visitor.mark.toString("hex")}`,
    event: isApart ? null : event,
  };
}

/** The clock of a device may be wrong; a clerk knows when it was, perhaps before there was a survey here. */
function momentOf({ answeredAt }: Given, { receivedAt, earliest }: { receivedAt: Date; earliest: Date | null }): Date {
  const said = Date.parse(answeredAt ?? "") || receivedAt.getTime();
  return new Date(Math.min(receivedAt.getTime(), Math.max(said, earliest?.getTime() ?? 0)));
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
