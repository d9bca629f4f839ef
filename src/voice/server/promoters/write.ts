import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type { writeToPromoters as writeRoute } from "../../api/promoters.ts";
import { letterLocale } from "../../letters/language.ts";
import type { LeftOutReason } from "../../promoters/model.ts";
import { isAsked, refusalOf } from "../../promoters/rules.ts";
import { getPolicy } from "../asking/settings.ts";
import { type Address, addressed } from "../letters/address.ts";
import type { LetterTables } from "../letters/tables.ts";
import { promotingAnswers, type PromoterQueryDeps, standingsOf } from "./queries.ts";
import { reachOf } from "./reach.ts";
import type { PromoterTables } from "./tables.ts";

export interface WriteDeps extends PromoterQueryDeps {
  /** Says that there is a letter to send. */
  onLetter: () => void;
}

type Body = RouteBody<typeof writeRoute>;
type Receipt = RouteResponse<typeof writeRoute>;

/**
 * Leaves letters to be sent to customers who are pleased, each in their language, and keeps that they were written to. Who
 * may not be written to now is left out, with the reason.
 * @throws AppError `conflict` when no letters can be sent from here
 */
export async function writeToPromoters(
  deps: WriteDeps,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  body: Body,
): Promise<Receipt> {
  if (!deps.canMail) {
    const remedy = "Set SMTP_URL and MAIL_FROM, and start the server again.";
    throw new AppError("conflict", "No letters can be sent from here.", { remedy });
  }
  const receipt = await deps.db.transaction().execute(async (transaction) => {
    // One person is one person: nobody else decides about anybody here meanwhile.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`promoters of ${workspaceId}`}, 0))`.execute(transaction);
    return writeAll(transaction, { workspaceId, userId, now: deps.now() }, body);
  });
  deps.onLetter();
  return receipt;
}

interface Deed {
  workspaceId: string;
  userId: string | null;
  now: Date;
}

async function writeAll(transaction: Kysely<Database>, deed: Deed, { kind, people, texts }: Body): Promise<Receipt> {
  const { workspaceId, now } = deed;
  const known = await knownAttempts(transaction, people);
  const responseIds = people.map(({ responseId }) => responseId);
  const answers = await promotingAnswers({ db: transaction, workspaceId, now }, responseIds);
  const found = [...answers.values()];
  const refs = found.map(({ ref }) => ref);
  const reached = await reachOf(transaction, workspaceId, refs);
  const standings = await standingsOf(transaction, { workspaceId, people: found.map(({ who }) => who), now });
  const { quarantineDays } = await getPolicy(transaction, workspaceId);
  const receipt: Receipt = { written: 0, leftOut: [] };
  for (const { responseId, attempt } of people) {
    const answer = answers.get(responseId);
    const reach = answer && reached.get(answer.ref);
    const standing = (answer && kind !== "thanks" && standings.get(answer.who)?.[kind]) || null;
    const refusal = reach === undefined ? null : refusalOf(reach, { now: now.getTime(), quarantineDays });
    const leave = (reason: LeftOutReason) => receipt.leftOut.push({ responseId, reason });
    if (known.has(attempt)) receipt.written += 1;
    else if (reach === undefined) leave("notPleased");
    else if (isAsked(kind, standing)) leave("asked");
    else if (refusal !== null || reach.address === null) leave(refusal?.reason ?? "noAddress");
    else {
      await writeOne(transaction, deed, { kind, texts, responseId, attempt, address: reach.address });
      receipt.written += 1;
    }
  }
  return receipt;
}

async function writeOne(
  transaction: Kysely<Database>,
  { workspaceId, userId, now }: Deed,
  {
    kind,
    texts,
    responseId,
    attempt,
    address,
  }: Pick<Body, "kind" | "texts"> & Body["people"][number] & { address: Address },
): Promise<void> {
  const to = await addressed(transaction, { workspaceId, responseId }, address);
  const text = texts[letterLocale(to.language)];
  const { id } = await transaction
    .withTables<LetterTables>()
    .insertInto("customer_letter")
    .values({ ...to, kind, case_id: null, attempt, text, user_id: userId, due_at: now, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await transaction
    .withTables<PromoterTables>()
    .insertInto("promoter_deed")
    .values({
      workspace_id: workspaceId,
      person_ref: to.person_ref,
      deed: kind === "thanks" ? "thanked" : "invited",
      role: kind === "thanks" ? null : kind,
      letter_id: id,
      response_id: responseId,
      user_id: userId,
      done_at: now,
    })
    .execute();
}

/** Letters that this very request has left before: the connection broke, and it comes again. */
async function knownAttempts(db: Kysely<Database>, people: Body["people"]): Promise<ReadonlySet<string | null>> {
  const rows = await db
    .withTables<LetterTables>()
    .selectFrom("customer_letter")
    .select("attempt")
    .where(
      "attempt",
      "in",
      people.map(({ attempt }) => attempt),
    )
    .execute();
  return new Set(rows.map(({ attempt }) => attempt));
}
