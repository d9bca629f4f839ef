import type { Kysely } from "kysely";
import { type Database, inTransaction } from "#platform/database.ts";
import type { RouteBody, RouteQuery } from "#platform/http/route.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { answerSolved as answerRoute, solvedPage as pageRoute } from "../../api/cases.ts";
import type { CaseDeed } from "../../cases/model.ts";
import { clockAfter } from "../../cases/rules.ts";
import { solvedQuestion, solvedThanks } from "../../cases/solved-question.ts";
import { dayInWords, letterLocale } from "../../letters/language.ts";
import { pageLanguages } from "../../page/words.ts";
import { readForm } from "../../page/read-form.ts";
import { checkAnswers, chooseLanguage } from "../../rules.ts";
import { readLink } from "../asking/links.ts";
import type { Outcome } from "../pages.ts";
import { addressed } from "../letters/address.ts";
import type { LetterTables } from "../letters/tables.ts";
import { lockCase, write } from "./commands.ts";
import { caseBehind } from "./letters.ts";
import { tellReopened } from "./notice.ts";
import { tell } from "./open.ts";
import { reachCustomer, type ReplyDeps } from "./reply.ts";
import { calendarOf, getCaseSettings } from "./settings.ts";
import type { Visit } from "../letters/visit.ts";

export interface SolvedDeps extends ReplyDeps {
  newId: () => string;
}

const hour = 3_600_000;

/** Leaves the question whether it is solved to the customer of a case that is closed, if they can be asked. @returns what its history says of it */
export async function leaveSolvedQuestion(
  transaction: Kysely<Database>,
  { now, canMail }: Pick<SolvedDeps, "now" | "canMail">,
  closed: Pick<Awaited<ReturnType<typeof lockCase>>, "id" | "workspace_id" | "person" | "response_id">,
): Promise<CaseDeed[]> {
  const { id: caseId, workspace_id: workspaceId, person, response_id: responseId } = closed;
  const { solvedAfterHours } = await getCaseSettings(transaction, workspaceId);
  if (solvedAfterHours === null) return [];
  const reached = await reachCustomer(transaction, canMail, { workspaceId, person });
  if ("refusal" in reached) return [];
  const due = { due_at: new Date(now().getTime() + solvedAfterHours * hour), created_at: now() };
  const { id: letterId } = await transaction
    .withTables<LetterTables>()
    .insertInto("customer_letter")
    .values({
      ...(await addressed(transaction, { workspaceId, responseId }, reached.address)),
      ...due,
      kind: "solved",
      case_id: caseId,
      attempt: null,
    })
    .onConflict((conflict) =>
      conflict.column("case_id").where("kind", "=", "solved").where("state", "=", "waiting").doUpdateSet(due),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return [{ kind: "asked", letterId }];
}

/** Who comes by a link: the languages of their browser, and where the form is posted. */

/** Puts the question; nothing is recorded by looking. */
export async function showSolved(
  deps: SolvedDeps,
  { token, languages }: Visit,
  { score }: RouteQuery<typeof pageRoute>,
): Promise<Outcome> {
  const letter = await letterOfLink(deps.db, token);
  if (letter === null || !isOpen(letter, deps.now())) return notOpen(letter, languages);
  return {
    status: 200,
    asked: {
      ...(await questionOf(deps.db, letter)),
      action: `/solved/${token}`,
      way: "email",
      score,
      attempt: deps.newId(),
      shownAt: deps.now().getTime(),
    },
  };
}

/** Keeps what the customer says, once; where it is not solved their case is open again, and who has it is told. */
export async function takeSolved(
  deps: SolvedDeps,
  { token, languages }: Visit,
  form: RouteBody<typeof answerRoute>,
): Promise<Outcome> {
  const { db } = deps;
  const letter = await letterOfLink(db, token);
  if (letter === null) return notOpen(letter, languages);
  const question = await questionOf(db, letter);
  const now = deps.now();
  const { attempt, answers, shownAt } = readForm(question.content, form, now.getTime());
  const { issues } = checkAnswers(question.content, answers);
  if (issues.length > 0 && isOpen(letter, now)) {
    const again = { attempt: attempt ?? deps.newId(), shownAt: shownAt ?? now.getTime(), way: "email" as const };
    return { status: 422, asked: { ...question, ...again, action: `/solved/${token}`, values: answers, issues } };
  }
  const isSolved = answers["solved"] === 1;
  const comment = String(answers["why"] ?? "");
  const isTaken = await inTransaction(db, (transaction) => take(transaction, deps, letter.id, { isSolved, comment }));
  if (!isTaken) return notOpen(letter, languages);
  const { content, language } = question;
  return {
    status: 200,
    thanked: { ...question, content: solvedThanks(content, language, isSolved), answers },
  };
}

/** Whether it was the first answer to this letter. */
async function take(
  transaction: Kysely<Database>,
  deps: SolvedDeps,
  letterId: string,
  { isSolved, comment }: { isSolved: boolean; comment: string },
): Promise<boolean> {
  const now = deps.now();
  const taken = await transaction
    .withTables<LetterTables>()
    .updateTable("customer_letter")
    .set({ is_yes: isSolved, comment, answered_at: now })
    .where("id", "=", letterId)
    .where("answered_at", "is", null)
    .where("expires_at", ">", now)
    .returning("case_id")
    .executeTakeFirst();
  const caseId = taken?.case_id ?? null;
  if (caseId === null) return false;
  const deed: CaseDeed = { kind: "answered", isSolved, comment };
  const before = await lockCase(transaction, caseId);
  if (isSolved || before.state !== "closed") {
    await tell(transaction, caseId, null, [deed]);
    return true;
  }
  const settings = await getCaseSettings(transaction, before.workspace_id);
  const calendar = await calendarOf(transaction, before.workspace_id, settings);
  const minutes = settings.sla[before.priority] * 60;
  const { dueAt } = clockAfter(
    { dueAt: before.due_at, waitingSince: null },
    { from: "closed", to: "open", now, calendar, minutes },
  );
  const set = { state: "open", due_at: dueAt, resolved_at: null, closed_at: null, escalated_at: null } as const;
  await write(transaction, caseId, null, set, [deed, { kind: "state", from: "closed", to: "open" }]);
  await tellReopened(transaction, deps, before, letterId);
  return true;
}

type SolvedLetter = NonNullable<Awaited<ReturnType<typeof letterOfLink>>>;

async function letterOfLink(db: Kysely<Database>, token: string) {
  const id = await readLink(db, "solved", token);
  if (id === null) return null;
  const found = await db
    .withTables<LetterTables>()
    .selectFrom("customer_letter")
    .select(["id", "workspace_id", "case_id", "language", "time_zone", "answered_at", "expires_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  return found ?? null;
}

function isOpen({ answered_at, expires_at }: SolvedLetter, now: Date): boolean {
  return answered_at === null && expires_at !== null && expires_at > now;
}

/** The question as it was put in the letter, and who puts it. */
async function questionOf(db: Kysely<Database>, letter: SolvedLetter) {
  const [{ name: from, timeZone }, { saidAt }] = await Promise.all([
    getWorkspace(db, letter.workspace_id),
    caseBehind(db, letter),
  ]);
  const language = letterLocale(letter.language);
  const saidOn = saidAt === null ? null : dayInWords(saidAt, language, letter.time_zone ?? timeZone);
  return { content: solvedQuestion(language, saidOn), language, from };
}

function notOpen(letter: SolvedLetter | null, languages: readonly string[]): Outcome {
  if (letter !== null) return { status: 410, refused: { language: letterLocale(letter.language), reason: "closed" } };
  const language = chooseLanguage({ languages: ["en", ...pageLanguages()] }, languages);
  return { status: 404, refused: { language, reason: "unknown" } };
}
