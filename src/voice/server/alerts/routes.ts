import type { Principal, Routes } from "#platform/http/handler.ts";
import * as api from "../../api/alerts.ts";
import { listAlerts, seeAlerts, settleAlert, workspaceOfAlert } from "./alerts.ts";
import * as webhooks from "./webhooks.ts";
import type { WebhookDeps } from "./webhooks.ts";
import { type PreviewDeps, previewRule } from "./preview.ts";
import { createRule, deleteRule, listRules, updateRule, workspaceOfRule } from "./rules.ts";

export interface AlertDeps extends PreviewDeps, WebhookDeps {
  /** Whether letters can be sent. */
  canMail: boolean;
}

export function registerAlertRoutes(routes: Routes, deps: AlertDeps): void {
  registerWebhookRoutes(routes, deps);
  const { db } = deps;
  const ofRule = ({ ruleId }: { ruleId: string }) => workspaceOfRule(db, ruleId);

  routes.handle(api.listAlerts, {
    run: ({ params, query, principal }) => listAlerts(db, { ...params, userId: idOf(principal) }, query),
  });
  routes.handle(api.seeAlerts, {
    run: ({ params, body, principal }) => seeAlerts(db, { ...params, userId: idOf(principal) }, body.alertIds),
  });
  routes.handle(api.settleAlert, {
    workspaceOf: ({ alertId }) => workspaceOfAlert(db, alertId),
    run: ({ params, body, principal }) =>
      settleAlert(db, params.alertId, { ...body, userId: idOf(principal), now: deps.now() }),
  });

  routes.handle(api.listAlertRules, {
    run: async ({ params }) => ({ rules: await listRules(deps, params.workspaceId), canMail: deps.canMail }),
  });
  routes.handle(api.createAlertRule, { run: ({ params, body }) => createRule(deps, params.workspaceId, body) });
  routes.handle(api.updateAlertRule, {
    workspaceOf: ofRule,
    run: ({ params, body }) => updateRule(deps, params.ruleId, body),
  });
  routes.handle(api.deleteAlertRule, { workspaceOf: ofRule, run: ({ params }) => deleteRule(deps, params.ruleId) });
  routes.handle(api.previewAlertRule, { run: ({ params, body }) => previewRule(deps, params.workspaceId, body) });
}

function registerWebhookRoutes(routes: Routes, deps: AlertDeps): void {
  const workspaceOf = ({ webhookId }: { webhookId: string }) => webhooks.workspaceOf(deps.db, "webhook", webhookId);

  routes.handle(api.listWebhooks, { run: ({ params }) => webhooks.listWebhooks(deps, params.workspaceId) });
  routes.handle(api.createWebhook, {
    run: ({ params, body }) => webhooks.createWebhook(deps, params.workspaceId, body),
  });
  routes.handle(api.updateWebhook, {
    workspaceOf,
    run: ({ params, body }) => webhooks.updateWebhook(deps, params.webhookId, body),
  });
  routes.handle(api.deleteWebhook, {
    workspaceOf,
    run: ({ params }) => webhooks.deleteWebhook(deps, params.webhookId),
  });
  routes.handle(api.renewWebhookSecret, {
    workspaceOf,
    run: ({ params }) => webhooks.renewSecret(deps, params.webhookId),
  });
  routes.handle(api.tryWebhook, { workspaceOf, run: ({ params }) => webhooks.tryWebhook(deps, params.webhookId) });
  routes.handle(api.listDeliveries, {
    workspaceOf,
    run: ({ params }) => webhooks.listDeliveries(deps, params.webhookId),
  });
  routes.handle(api.resendDelivery, {
    workspaceOf: ({ deliveryId }) => webhooks.workspaceOf(deps.db, "alert_delivery", deliveryId),
    run: ({ params }) => webhooks.resend(deps, params.deliveryId),
  });
}

function idOf(principal: Principal | null): string {
  return principal?.userId ?? "";
}
