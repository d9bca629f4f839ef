import type { Kysely } from "kysely";
import { type Database, inTransaction } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import { dayInWords, letterLocale } from "../../letters/language.ts";
import { joinPage } from "../../page/join-page.ts";
import type { Form } from "../../page/read-form.ts";
import { consentTo } from "../../promoters/letter.ts";
import type { RoleState } from "../../promoters/model.ts";
import { type RoleSaid, rolesSaid, sayable } from "../../promoters/rules.ts";
import { readLink } from "../asking/links.ts";
import type { LetterTables } from "../letters/tables.ts";
import type { PromoterTables } from "./tables.ts";
import { nothingHere, type ShownPage, type Visit } from "../letters/visit.ts";

export interface JoinDeps {
  db: Kysely<Database>;
  now: () => Date;
}

/** Asks whether somebody takes a role, or says what they said; nothing is recorded by looking. */
export async function showRole({ db, now }: JoinDeps, visit: Visit): Promise<ShownPage> {
  const asked = await askedByLink(db, visit.token);
  return asked === null ? nothingHere(visit.languages) : pageOf(db, visit, asked, now());
}

/** Keeps what somebody says, with the words they agreed to; said again it is the same, and what cannot be said now is not kept. */
export async function takeRole({ db, now }: JoinDeps, visit: Visit, form: Form): Promise<ShownPage> {
  return inTransaction(db, async (transaction) => {
    const asked = await askedByLink(transaction, visit.token, { isLocked: true });
    if (asked === null) return nothingHere(visit.languages);
    const at = now();
    const said = rolesSaid.find((one) => one === form["deed"]);
    if (said === undefined || !sayable(asked.state, isOpen(asked, at)).includes(said))
      return pageOf(transaction, visit, asked, at);
    const { workspaceId, ref, role, letterId, responseId } = asked;
    const { name } = await getWorkspace(transaction, workspaceId);
    await transaction
      .withTables<PromoterTables>()
      .insertInto("promoter_deed")
      .values({
        workspace_id: workspaceId,
        person_ref: ref,
        deed: becomes[said],
        role,
        letter_id: letterId,
        response_id: responseId,
        consent: said === "accept" ? consentTo(role, letterLocale(asked.language), name) : "",
        user_id: null,
        done_at: at,
      })
      .execute();
    return pageOf(transaction, visit, { ...asked, state: becomes[said], at }, at);
  });
}

const becomes: Record<RoleSaid, RoleState> = { accept: "accepted", decline: "declined", withdraw: "withdrawn" };

type AskedRole = NonNullable<Awaited<ReturnType<typeof askedByLink>>>;

/** The question that a link came with, and how it stands; null when it is not one of ours. */
async function askedByLink(db: Kysely<Database>, token: string, { isLocked = false } = {}) {
  const id = await readLink(db, "role", token);
  if (id === null) return null;
  const tables = db.withTables<LetterTables & PromoterTables>();
  const letter = await tables
    .selectFrom("customer_letter")
    .select(["id as letterId", "workspace_id as workspaceId", "person_ref as ref", "language"])
    .select(["time_zone as timeZone", "expires_at as expiresAt"])
    .where("id", "=", id)
    // Who presses twice says it once.
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  const last = await tables
    .selectFrom("promoter_deed")
    .select(["role", "deed", "done_at as at", "response_id as responseId"])
    .where("letter_id", "=", id)
    .where("role", "is not", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (letter === undefined || last === undefined || last.role === null) return null;
  return { ...letter, role: last.role, state: last.deed as RoleState, at: last.at, responseId: last.responseId };
}

function isOpen({ expiresAt }: AskedRole, now: Date): boolean {
  return expiresAt !== null && expiresAt > now;
}

async function pageOf(db: Kysely<Database>, { token }: Visit, asked: AskedRole, now: Date): Promise<ShownPage> {
  const { role, state, at, language } = asked;
  const locale = letterLocale(language);
  const says = sayable(state, isOpen(asked, now));
  const isOver = state === "invited" && says.length === 0;
  const { name: from, timeZone } = await getWorkspace(db, asked.workspaceId);
  const on = dayInWords(at, locale, asked.timeZone ?? timeZone);
  const consent = consentTo(role, locale, from);
  const standing = { state: isOver ? ("over" as const) : state, role, on, consent, says };
  return { status: isOver ? 410 : 200, html: joinPage({ locale, from, action: `/join/${token}`, ...standing }) };
}
