import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { listMembers } from "#workspace/index.ts";
import type { replyToCase as replyRoute } from "../../api/cases.ts";
import type { replyRefusals } from "../../cases/model.ts";
import type { CustomerLetter } from "../../letters/model.ts";
import { type Address, addressed, addressOf } from "../letters/address.ts";
import type { LetterTables } from "../letters/tables.ts";
import { lockCase } from "./commands.ts";
import { tell } from "./open.ts";
import { getCaseSettings } from "./settings.ts";
import type { StoredPerson } from "./tables.ts";

export interface ReplyDeps {
  db: Kysely<Database>;
  now: () => Date;
  /** Whether letters can be sent. */
  canMail: boolean;
  /** Says that there is a letter to send. */
  onLetter: () => void;
}

const refusals: Record<(typeof replyRefusals)[number], { message: string; remedy: string }> = {
  noMail: {
    message: "No letters can be sent from here.",
    remedy: "Set SMTP_URL and MAIL_FROM, and start the server again.",
  },
  noAddress: {
    message: "No e-mail address of this customer is known.",
    remedy: "Invite customers by e-mail, or import addresses in clear.",
  },
};

/**
 * Leaves a letter to the customer of a case to be sent, and tells it in the history; said again, it is the same.
 * @throws AppError `not_found`; `conflict` when nothing can be sent, or not to them
 */
export async function replyToCase(
  deps: ReplyDeps,
  caseId: string,
  userId: string | null,
  { attempt, text }: RouteBody<typeof replyRoute>,
): Promise<void> {
  await deps.db.transaction().execute(async (transaction) => {
    const { workspace_id: workspaceId, person, response_id: responseId } = await lockCase(transaction, caseId);
    const reached = await reachCustomer(transaction, deps.canMail, { workspaceId, person });
    if ("refusal" in reached) {
      const { message, remedy } = refusals[reached.refusal];
      throw new AppError("conflict", message, { remedy });
    }
    const written = await transaction
      .withTables<LetterTables>()
      .insertInto("customer_letter")
      .values({
        ...(await addressed(transaction, { workspaceId, responseId }, reached.address)),
        kind: "reply",
        case_id: caseId,
        attempt,
        text,
        user_id: userId,
        due_at: deps.now(),
        created_at: deps.now(),
      })
      .onConflict((conflict) => conflict.column("attempt").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (written !== undefined)
      await tell(transaction, caseId, userId, [{ kind: "replied", letterId: written.id, text }]);
  });
  deps.onLetter();
}

/** Where the customer of a case can be written to, or why they cannot. */
export async function reachCustomer(
  db: Kysely<Database>,
  canMail: boolean,
  { workspaceId, person }: { workspaceId: string; person: StoredPerson | null },
): Promise<{ address: Address } | { refusal: (typeof replyRefusals)[number] }> {
  if (!canMail) return { refusal: "noMail" };
  const address = person === null ? null : await addressOf(db, workspaceId, person.ref);
  return address === null ? { refusal: "noAddress" } : { address };
}

/** Where what a customer answers to a letter of that member arrives: with the team, else with the member. */
export async function answersTo(db: Kysely<Database>, workspaceId: string, userId: string | null): Promise<string> {
  const [{ repliesTo }, members] = [await getCaseSettings(db, workspaceId), await listMembers(db, workspaceId)];
  return repliesTo ?? members.find((member) => member.userId === userId)?.email ?? "";
}

/** What became of the letters of a case, the latest last. */
export async function lettersOf(db: Kysely<Database>, caseId: string): Promise<CustomerLetter[]> {
  const rows = await db
    .withTables<LetterTables>()
    .selectFrom("customer_letter")
    .select(["id", "kind", "state", "reason", "due_at", "sent_at"])
    .where("case_id", "=", caseId)
    .orderBy("id")
    .execute();
  return rows.map(({ due_at, sent_at, ...letter }) => ({
    ...letter,
    dueAt: due_at?.toISOString() ?? null,
    sentAt: sent_at?.toISOString() ?? null,
  }));
}
