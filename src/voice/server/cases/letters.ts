import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import { replyLetter } from "../../cases/reply.ts";
import { solvedQuestion } from "../../cases/solved-question.ts";
import { dayInWords, letterLocale } from "../../letters/language.ts";
import { mailAsking } from "../asking/senders.ts";
import type { DueLetter, Prepared, Writing } from "../letters/post.ts";
import type { VoiceTables } from "../tables.ts";
import { answersTo } from "./reply.ts";
import type { CaseTables } from "./tables.ts";

/** A reply as it goes out: from the company, to be answered to the agent or to the team. */
export async function writeReply({ db }: Writing, due: DueLetter): Promise<Prepared> {
  const { workspace_id: workspaceId, user_id: userId } = due;
  const [{ name, timeZone }, replyTo, { comment, saidAt, reviewLinks }] = await Promise.all([
    getWorkspace(db, workspaceId),
    answersTo(db, workspaceId, userId),
    caseBehind(db, due),
  ]);
  const locale = letterLocale(due.language);
  const quoted = saidAt === null ? null : { comment, on: dayInWords(saidAt, locale, due.time_zone ?? timeZone) };
  return {
    letter: {
      ...replyLetter({ text: due.text, quoted, reviewLinks: reviewLinks ?? [] }, locale),
      to: due.address,
      fromName: name,
      ...(replyTo !== "" && { replyTo }),
    },
  };
}

/** The question whether it is solved; a case that was opened again meanwhile does not ask. */
export async function writeSolvedQuestion(writing: Writing, due: DueLetter): Promise<Prepared> {
  const { db, publicUrl, sign } = writing;
  const [{ name, timeZone }, { state, saidAt }] = await Promise.all([
    getWorkspace(db, due.workspace_id),
    caseBehind(db, due),
  ]);
  if (state !== "closed") return { unsent: "reopened" };
  const locale = letterLocale(due.language);
  const saidOn = saidAt === null ? null : dayInWords(saidAt, locale, due.time_zone ?? timeZone);
  const asked = {
    content: solvedQuestion(locale, saidOn),
    language: locale,
    from: name,
    url: `${publicUrl}/solved/${sign("solved", due.id)}`,
    hiddenUrl: null,
    refuseUrl: `${publicUrl}/stop/${sign("refuse", due.id)}`,
    isReminder: false,
  };
  return { letter: mailAsking(due.address, asked) };
}

/** The case that a letter is about, with what its customer said as far as that is kept. */
export async function caseBehind(db: Kysely<Database>, { case_id: caseId }: Pick<DueLetter, "case_id">) {
  const found = await db
    .withTables<CaseTables & VoiceTables>()
    .selectFrom("customer_case as c")
    .leftJoin("response as r", "r.id", "c.response_id")
    .leftJoin("survey as s", "s.id", "r.survey_id")
    .select(["c.state", "r.comment", "r.answered_at as saidAt", "s.review_links as reviewLinks"])
    .where("c.id", "=", caseId)
    .executeTakeFirstOrThrow();
  return { ...found, comment: found.comment ?? "" };
}
