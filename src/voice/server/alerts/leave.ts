import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { listMembers } from "#workspace/index.ts";
import type { Role } from "#workspace/model.ts";
import { alertLimits } from "../../alerts/model.ts";
import type { AlertTables } from "./tables.ts";

/** Who is told of an alert outside of the product. */
export interface Audience {
  roles: readonly Role[];
  user_ids: readonly string[];
  webhook_ids: readonly string[];
  by_mail: boolean;
}

const hour = 3_600_000;

/** Leaves to be delivered what an alert has to say outside of the product: to its rule's webhooks, and by letter. */
export async function leaveDeliveries(
  transaction: Kysely<Database>,
  alert: { id: string; workspaceId: string; now: Date },
  rule: Audience & { canMail: boolean },
): Promise<void> {
  const tables = transaction.withTables<AlertTables>();
  const users = rule.by_mail && rule.canMail ? await usersToWrite(transaction, alert, rule) : [];
  const webhooks =
    rule.webhook_ids.length === 0
      ? []
      : await tables
          .selectFrom("webhook")
          .select("id")
          .where("id", "in", rule.webhook_ids)
          .where("is_active", "=", true)
          .execute();
  const common = { workspace_id: alert.workspaceId, alert_id: alert.id, due_at: alert.now, created_at: alert.now };
  const deliveries = [
    ...webhooks.map(({ id }) => ({ ...common, webhook_id: id, user_id: null })),
    ...users.map((userId) => ({ ...common, webhook_id: null, user_id: userId })),
  ];
  if (deliveries.length > 0) await tables.insertInto("alert_delivery").values(deliveries).execute();
}

/** The members who are told, but for those who have had their letters of this hour. */
async function usersToWrite(
  transaction: Kysely<Database>,
  { workspaceId, now }: { workspaceId: string; now: Date },
  { roles, user_ids }: Audience,
): Promise<string[]> {
  const members = await listMembers(transaction, workspaceId);
  const told = members.filter(({ userId, role }) => roles.includes(role) || user_ids.includes(userId));
  const full = await transaction
    .withTables<AlertTables>()
    .selectFrom("alert_delivery")
    .select("user_id")
    .where("user_id", "=", sql<string>`any(${told.map(({ userId }) => userId)})`)
    .where("created_at", ">", new Date(now.getTime() - hour))
    .groupBy("user_id")
    .having(({ fn }) => fn.countAll(), ">=", alertLimits.lettersAnHour)
    .execute();
  return told.map(({ userId }) => userId).filter((userId) => full.every(({ user_id }) => user_id !== userId));
}
