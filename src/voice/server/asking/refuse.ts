import type { Kysely } from "kysely";
import { identifiersLike } from "#activity/index.ts";
import { type Database, inTransaction } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import { refusalPage, refusedPage } from "../../page/refusal-page.ts";
import { readLink } from "./links.ts";
import type { LetterTables } from "../letters/tables.ts";
import type { AskingTables } from "./tables.ts";
import { nothingHere, pageLanguage, type ShownPage, type Visit } from "../letters/visit.ts";

export interface RefuseDeps {
  db: Kysely<Database>;
  now: () => Date;
}

/** Whether a person, by any of these identifiers, wants to hear no more. */
export async function hasRefused(db: Kysely<Database>, workspaceId: string, refs: readonly string[]): Promise<boolean> {
  const found = await db
    .withTables<AskingTables>()
    .selectFrom("asking_refusal")
    .select("person_ref")
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "in", refs)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The page that asks whether somebody means it. */
export async function showRefusal({ db }: RefuseDeps, { token, languages }: Visit): Promise<ShownPage> {
  const letter = await letterToRefuse(db, token);
  if (letter === null) return nothingHere(languages);
  const { name: from } = await getWorkspace(db, letter.workspace_id);
  const language = letter.language ?? pageLanguage(languages);
  return { status: 200, html: refusalPage({ language, from, action: `/stop/${token}` }) };
}

/** Nobody asks this person any more, whatever the survey; said again, it is the same. */
export async function takeRefusal({ db, now }: RefuseDeps, { token, languages }: Visit): Promise<ShownPage> {
  const letter = await letterToRefuse(db, token);
  if (letter === null) return nothingHere(languages);
  const { workspace_id: workspaceId, person_ref: ref } = letter;
  await inTransaction(db, async (transaction) => {
    const tables = transaction.withTables<AskingTables>();
    await tables
      .insertInto("asking_refusal")
      .values({ workspace_id: workspaceId, person_ref: ref, refused_at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tables
      .updateTable("survey_invitation")
      .set({ state: "optedOut", due_at: null })
      .where("workspace_id", "=", workspaceId)
      .where("person_ref", "in", await identifiersLike(transaction, ref))
      .where("state", "in", ["waiting", "sending", "sent"])
      .execute();
  });
  const { name: from } = await getWorkspace(db, workspaceId);
  return { status: 200, html: refusedPage({ language: letter.language ?? pageLanguage(languages), from }) };
}

/** The invitation, or the letter of another kind, that a link to refuse came with. */
async function letterToRefuse(db: Kysely<Database>, token: string) {
  const id = await readLink(db, "refuse", token);
  if (id === null) return null;
  const tables = db.withTables<AskingTables & LetterTables>();
  const invitation = await tables
    .selectFrom("survey_invitation")
    .select(["workspace_id", "person_ref", "language"])
    .where("id", "=", id)
    .executeTakeFirst();
  const letter = await tables
    .selectFrom("customer_letter")
    .select(["workspace_id", "person_ref", "language"])
    .where("id", "=", id)
    .executeTakeFirst();
  return invitation ?? letter ?? null;
}
