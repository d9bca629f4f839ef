import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import { type AuthorIssue, type AuthorPage, authorPage } from "../../page/reviews/author-page.ts";
import type { Form } from "../../page/read-form.ts";
import { reviewLimits } from "../../reviews/model.ts";
import type { SurveyContent } from "../../model.ts";
import { textIn } from "../../rules.ts";
import { readLink } from "../asking/links.ts";
import type { VoiceTables } from "../tables.ts";
import type { ReviewTables } from "./tables.ts";
import { nothingHere, type ShownPage, type Visit } from "../letters/visit.ts";

export interface AuthorDeps {
  db: Kysely<Database>;
  now: () => Date;
}

/** Shows an author their review, or the answer that may become one. */
export async function showAuthor({ db }: AuthorDeps, visit: Visit): Promise<ShownPage> {
  const answer = await answerOfLink(db, visit.token);
  return answer === null ? nothingHere(visit.languages) : pageOf(visit, answer);
}

/**
 * Does what an author wants: has the answer published, changed (then it is read again), contests a refusal, or withdraws it.
 * Said again, each is the same.
 */
export async function takeAuthorsForm({ db, now }: AuthorDeps, visit: Visit, form: Form): Promise<ShownPage> {
  return db.transaction().execute(async (transaction) => {
    const answer = await answerOfLink(transaction, visit.token);
    if (answer === null) return nothingHere(visit.languages);
    const reviews = transaction.withTables<ReviewTables>();
    const deed = fieldIn(form, "deed", 20);
    if (deed === "withdraw") {
      await reviews.deleteFrom("review").where("response_id", "=", answer.responseId).execute();
      return pageOf(visit, { ...answer, state: null, refusal: null }, { hasWithdrawn: true });
    }
    if (deed === "contest") {
      await reviews
        .updateTable("collected_review")
        .set({ contest: fieldIn(form, "contest", 2_000) })
        .where("review_id", "=", answer.reviewId)
        .where("state", "=", "refused")
        .execute();
    } else {
      const { words, issues } = readWords(form, now());
      if (issues.length > 0) return { ...pageOf(visit, { ...answer, ...words }, { issues }), status: 422 };
      await submit(transaction, answer, words, now());
    }
    return pageOf(visit, (await answerOfLink(transaction, visit.token)) ?? answer);
  });
}

type Answer = NonNullable<Awaited<ReturnType<typeof answerOfLink>>>;
type Words = ReturnType<typeof readWords>["words"];

/** Waits to be read from here on, also what was published before. */
async function submit(transaction: Kysely<Database>, answer: Answer, words: Words, now: Date): Promise<void> {
  const { responseId, workspaceId, touchpointId, touchpointKey, rating, language } = answer;
  const said = {
    rating,
    title: words.title,
    body: words.text,
    author: words.author,
    experienced_on: words.experiencedOn,
    published_at: null,
  };
  const tables = transaction.withTables<ReviewTables>();
  const { id } = await tables
    .insertInto("review")
    .values({
      ...said,
      workspace_id: workspaceId,
      source: "own",
      source_key: responseId,
      response_id: responseId,
      fingerprint: "",
      language,
      url: null,
      reply: "",
      replied_at: null,
      touchpoint_id: touchpointId,
      touchpoint_key: touchpointKey,
      import_id: null,
    })
    .onConflict((conflict) => conflict.column("response_id").doUpdateSet(said))
    .returning("id")
    .executeTakeFirstOrThrow();
  const standing = { state: "waiting", is_buyer: words.isBuyer === true, submitted_at: now, refusal: null } as const;
  await tables
    .insertInto("collected_review")
    .values({
      ...standing,
      review_id: id,
      proof: answer.isInvited ? "invitation" : "none",
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.column("review_id").doUpdateSet({ ...standing, contest: "" }))
    .execute();
}

/** The answer that an author's link is about, with the review that was made of it; null where none is offered. */
async function answerOfLink(db: Kysely<Database>, token: string) {
  const id = await readLink(db, "review", token);
  if (id === null) return null;
  const row = await db
    .withTables<VoiceTables & ReviewTables>()
    .selectFrom("response as a")
    .innerJoin("survey as s", "s.id", "a.survey_id")
    .innerJoin("survey_version as v", (join) =>
      join.onRef("v.survey_id", "=", "a.survey_id").onRef("v.version", "=", "a.version"),
    )
    .leftJoin("review as r", "r.response_id", "a.id")
    .leftJoin("collected_review as c", "c.review_id", "r.id")
    .select(["a.id as responseId", "a.workspace_id as workspaceId", "a.score", "a.comment", "a.language"])
    .select(["s.touchpoint_id as touchpointId", "s.touchpoint_key as touchpointKey", "v.content"])
    .select(["r.id as reviewId", "r.title", "r.body", "r.author", "r.experienced_on as experiencedOn"])
    .select(["c.state", "c.is_buyer as isBuyer", "c.refusal", "c.contest"])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom(sql<{ id: string }>`survey_invitation`.as("i"))
            .select(sql`1`.as("one"))
            .whereRef("i.id", "=", "a.attempt"),
        )
        .as("isInvited"),
    )
    .where("a.id", "=", id)
    .executeTakeFirst();
  if (row === undefined || row.score === null || consentOf(row.content, row.language) === "") return null;
  const { name: from } = await getWorkspace(db, row.workspaceId);
  return {
    ...row,
    from,
    rating: row.score,
    title: row.title ?? "",
    text: row.body ?? row.comment,
    author: row.author ?? "",
    contest: row.contest ?? "",
    isInvited: row.isInvited === true,
  };
}

function consentOf(content: SurveyContent, language: string): string {
  return textIn(content.publication, language, content);
}

function pageOf(
  { token }: Visit,
  answer: Answer,
  { issues = [], hasWithdrawn = false }: Partial<Pick<AuthorPage, "issues" | "hasWithdrawn">> = {},
): ShownPage {
  const { language, from, content, rating, title, text, author, experiencedOn, isBuyer, state, refusal } = answer;
  const html = authorPage({
    language,
    from,
    action: `/a/${token}`,
    consent: consentOf(content, language),
    rating,
    // Ticked by nobody but the author, each time anew.
    words: { title, text, author, experiencedOn: experiencedOn ?? "", isBuyer, hasConsented: false },
    state,
    refusal,
    isContested: state === "refused" && answer.contest !== "",
    hasWithdrawn,
    issues,
  });
  return { status: 200, html };
}

function readWords(form: Form, now: Date) {
  const experienced = fieldIn(form, "experiencedOn", 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(experienced) && !Number.isNaN(Date.parse(experienced));
  const bought = fieldIn(form, "bought", 3);
  const isBuyer = bought === "yes" ? true : bought === "no" ? false : null;
  // A day later than UTC's: it may be tomorrow already where the author is.
  const isPast = isDay && Date.parse(experienced) <= now.getTime() + 86_400_000 / 2;
  const found: Record<AuthorIssue, boolean> = {
    missingConsent: fieldIn(form, "consent", 3) !== "yes",
    missingDate: !isPast,
    missingBought: isBuyer === null,
  };
  return {
    words: {
      title: fieldIn(form, "title", reviewLimits.titleCharacters),
      text: fieldIn(form, "text", 4_000),
      author: fieldIn(form, "author", reviewLimits.nameCharacters),
      experiencedOn: isDay ? experienced : null,
      isBuyer,
    },
    issues: (Object.keys(found) as AuthorIssue[]).filter((issue) => found[issue]),
  };
}

/** One field; cut off, half a sign may be left. */
function fieldIn(form: Form, name: string, most: number): string {
  const value = Object.hasOwn(form, name) ? [form[name] ?? ""].flat()[0] : "";
  return (value ?? "").replaceAll(/\r\n?/g, "\n").trim().slice(0, most).toWellFormed();
}

/** A part of an address that nobody guesses. */
export function newReviewToken(): string {
  return randomBytes(32).toString("base64url");
}
