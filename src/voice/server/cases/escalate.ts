import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import type { Mail } from "#platform/mail.ts";
import { listMembers, localesOf } from "#workspace/index.ts";
import type { Member } from "#workspace/model.ts";
import { lateLetter } from "../../cases/letter.ts";
import type { Escalation } from "../../cases/model.ts";
import { write } from "./commands.ts";
import { getCaseSettings } from "./settings.ts";
import type { CaseTables } from "./tables.ts";

export interface EscalateDeps {
  db: Kysely<Database>;
  mail: Mail | null;
  log: Pick<Log, "warn">;
  now: () => Date;
  publicUrl: string;
}

const atOnce = 100;

/**
 * Brings cases that are late to whom the workspace says: each once, however many processes do so. The letter goes out after
 * that is kept; one that is not taken is not sent again, the case says so either way.
 */
export async function escalateLate(deps: EscalateDeps): Promise<void> {
  const { db, mail, log, publicUrl } = deps;
  const late = await db.transaction().execute((transaction) => claimLate(transaction, deps.now()));
  if (mail === null) return;
  for (const { id, workspace_id: workspaceId, number, title, told } of late) {
    const url = `${publicUrl}/w/${workspaceId}/voice/cases?case=${id}`;
    const locales = await localesOf(
      db,
      told.map(({ userId }) => userId),
    );
    for (const { email, userId } of told) {
      await mail
        .send({ to: email, ...lateLetter({ number, title, url }, locales.get(userId) ?? "en") })
        .catch((error: unknown) =>
          log.warn("a late case could not be told by e-mail", { case: id, reason: String(error) }),
        );
    }
  }
}

async function claimLate(transaction: Kysely<Database>, now: Date) {
  const late = await transaction
    .withTables<CaseTables>()
    .selectFrom("customer_case as c")
    .innerJoin("case_settings as s", "s.workspace_id", "c.workspace_id")
    .select(["c.id", "c.workspace_id", "c.number", "c.title"])
    .where("c.state", "in", ["open", "inProgress"])
    .where("c.escalated_at", "is", null)
    .where("c.due_at", "<", now)
    .where(sql<boolean>`s.settings -> 'escalation' ->> 'to' <> 'nobody'`)
    .orderBy("c.due_at")
    .limit(atOnce)
    .forUpdate("c")
    .skipLocked()
    .execute();
  const found = [];
  for (const each of late) {
    const { escalation } = await getCaseSettings(transaction, each.workspace_id);
    const told = toldOf(await listMembers(transaction, each.workspace_id), escalation);
    const to = told.map(({ userId }) => userId);
    await write(transaction, each.id, null, { escalated_at: now }, [{ kind: "escalated", to }]);
    found.push({ ...each, told });
  }
  return found;
}

/** The members whom an escalation means. */
export function toldOf(members: readonly Member[], escalation: Escalation): Member[] {
  switch (escalation.to) {
    case "person":
      return members.filter(({ userId }) => userId === escalation.userId);
    case "role":
      return members.filter(({ role }) => role === escalation.role);
    case "nobody":
      break;
  }
  return [];
}
