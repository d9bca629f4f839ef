import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { alertLimits, type Delivery, type Webhook, type WebhookDraft } from "../../alerts/model.ts";
import { newWebhookSecret } from "./signature.ts";
import type { AlertTables } from "./tables.ts";

export interface WebhookDeps {
  db: Kysely<Database>;
  now: () => Date;
  /** Says that something is to be delivered. */
  onDue: () => void;
}

const day = 86_400_000;
/** How long the secret before still signs, in milliseconds. */
const oldSecretLasts = day;
const deliveriesShown = 50;

/** The webhooks of a workspace, with what became of their messages lately. */
export async function listWebhooks({ db, now }: WebhookDeps, workspaceId: string): Promise<Webhook[]> {
  const since = new Date(now().getTime() - 30 * day);
  const rows = await db
    .withTables<AlertTables>()
    .selectFrom("webhook")
    .leftJoin("alert_delivery as d", (join) =>
      join.onRef("d.webhook_id", "=", "webhook.id").on("d.created_at", ">=", since),
    )
    .select(["webhook.id", "webhook.name", "webhook.url", "webhook.is_active", "webhook.created_at"])
    .select(({ fn }) =>
      (["delivered", "waiting", "failed"] as const).map((state) =>
        fn.count<number>("d.id").filterWhere("d.state", "=", state).as(state),
      ),
    )
    .where("webhook.workspace_id", "=", workspaceId)
    .groupBy("webhook.id")
    .orderBy("webhook.id")
    .execute();
  return rows.map(({ is_active, created_at, ...row }) => ({
    ...row,
    isActive: is_active,
    createdAt: created_at.toISOString(),
  }));
}

/** Makes a webhook; its secret is told now and never again. @throws AppError `limit_reached` */
export async function createWebhook(
  { db }: WebhookDeps,
  workspaceId: string,
  { name, url }: Omit<WebhookDraft, "isActive">,
): Promise<{ webhookId: string; secret: string }> {
  const tables = db.withTables<AlertTables>();
  const others = await tables.selectFrom("webhook").select("id").where("workspace_id", "=", workspaceId).execute();
  if (others.length >= alertLimits.webhooks) {
    throw new AppError("limit_reached", `A workspace has ${alertLimits.webhooks} webhooks at most.`, {
      remedy: "Delete one that is no longer needed, or change one.",
    });
  }
  const secret = newWebhookSecret();
  const { id } = await tables
    .insertInto("webhook")
    .values({ workspace_id: workspaceId, name, url, secret })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { webhookId: id, secret };
}

export async function updateWebhook(
  { db }: WebhookDeps,
  webhookId: string,
  { name, url, isActive }: { [Key in keyof WebhookDraft]?: WebhookDraft[Key] | undefined },
): Promise<void> {
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(url === undefined ? {} : { url }),
    ...(isActive === undefined ? {} : { is_active: isActive }),
  };
  if (Object.keys(change).length === 0) return;
  await db.withTables<AlertTables>().updateTable("webhook").set(change).where("id", "=", webhookId).execute();
}

/** Deletes a webhook with its log, also from the rules that name it. */
export async function deleteWebhook({ db }: WebhookDeps, webhookId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<AlertTables>();
    await tables
      .updateTable("alert_rule")
      .set({ webhook_ids: sql`array_remove(webhook_ids, ${webhookId}::uuid)` })
      .where(sql<boolean>`${webhookId} = ANY (webhook_ids)`)
      .execute();
    await tables.deleteFrom("webhook").where("id", "=", webhookId).execute();
  });
}

/** Makes a new secret; the one before signs as well for a day. */
export async function renewSecret({ db, now }: WebhookDeps, webhookId: string): Promise<{ secret: string }> {
  const secret = newWebhookSecret();
  await db
    .withTables<AlertTables>()
    .updateTable("webhook")
    .set((eb) => ({
      secret,
      old_secret: eb.ref("secret"),
      old_secret_until: new Date(now().getTime() + oldSecretLasts),
    }))
    .where("id", "=", webhookId)
    .execute();
  return { secret };
}

/** Sends a message that is about nothing. */
export async function tryWebhook({ db, now, onDue }: WebhookDeps, webhookId: string): Promise<void> {
  await db
    .withTables<AlertTables>()
    .insertInto("alert_delivery")
    .columns(["workspace_id", "webhook_id", "due_at", "created_at"])
    .expression((eb) =>
      eb
        .selectFrom("webhook")
        .select((select) => [
          "workspace_id",
          "id as webhook_id",
          select.val(now()).as("due_at"),
          select.val(now()).as("created_at"),
        ])
        .where("id", "=", webhookId),
    )
    .execute();
  onDue();
}

/** The last messages to a webhook, the newest first. */
export async function listDeliveries({ db }: WebhookDeps, webhookId: string): Promise<Delivery[]> {
  const rows = await db
    .withTables<AlertTables>()
    .selectFrom("alert_delivery as d")
    .leftJoin("alert as a", "a.id", "d.alert_id")
    .select(["d.id", "a.rule_name", "d.state", "d.tries", "d.due_at", "d.created_at"])
    .where("d.webhook_id", "=", webhookId)
    .orderBy("d.id", "desc")
    .limit(deliveriesShown)
    .execute();
  return rows.map(({ id, rule_name, state, tries, due_at, created_at }) => ({
    id,
    ruleName: rule_name,
    state,
    tries,
    nextTryAt: state === "waiting" ? due_at.toISOString() : null,
    createdAt: created_at.toISOString(),
  }));
}

/** Sends a message again, known by the same id. */
export async function resend({ db, now, onDue }: WebhookDeps, deliveryId: string): Promise<void> {
  await db
    .withTables<AlertTables>()
    .updateTable("alert_delivery")
    .set({ state: "waiting", due_at: now() })
    .where("id", "=", deliveryId)
    .execute();
  onDue();
}

/** The workspace of a webhook or of a message, null when there is none. */
export async function workspaceOf(
  db: Kysely<Database>,
  table: "webhook" | "alert_delivery",
  id: string,
): Promise<string | null> {
  const found = await db
    .withTables<AlertTables>()
    .selectFrom(table)
    .select("workspace_id")
    .where("id", "=", id)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}
