import { z } from "zod";
import { route } from "#platform/http/route.ts";
import {
  Alert,
  AlertAnswer,
  AlertRule,
  AlertRuleDraft,
  AlertRuleSummary,
  Delivery,
  Sight,
  Webhook,
  WebhookDraft,
} from "../alerts/model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const oneRule = z.object({ ruleId: z.uuid() });

/** Alerts shown at once. */
export const alertsAtOnce = 30;

export const listAlerts = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/alerts",
  summary: "Alerts, the newest first",
  permission: "alert:read",
  params: inWorkspace,
  query: z.object({
    state: z.enum(["open", "done"]).optional(),
    /** Only those the reader is told of. */
    mine: z.literal("true").optional(),
    touchpointId: z.uuid().optional(),
    ruleId: z.uuid().optional(),
    /** Those before this one. */
    before: z.uuid().optional(),
  }),
  response: z.object({
    alerts: z.array(Alert),
    hasMore: z.boolean(),
    /** Of all that the reader is told of: not seen, and not done. */
    unseen: z.number().int(),
  }),
});
export const seeAlerts = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/alerts/seen",
  summary: "Remember that the reader has seen these alerts",
  permission: "alert:read",
  params: inWorkspace,
  body: z.object({ alertIds: z.array(z.uuid()).min(1).max(100) }),
});
export const settleAlert = route({
  method: "PATCH",
  path: "/api/v1/alerts/:alertId",
  summary: "Say that an alert is done, or not",
  permission: "case:work",
  params: z.object({ alertId: z.uuid() }),
  body: z.object({ isDone: z.boolean() }),
});

export const listAlertRules = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/alert-rules",
  summary: "Rules that raise alerts",
  permission: "alert:read",
  params: inWorkspace,
  response: z.object({ rules: z.array(AlertRuleSummary), /** Whether letters can be sent. */ canMail: z.boolean() }),
});
export const createAlertRule = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/alert-rules",
  summary: "Make a rule that raises alerts",
  permission: "alert:edit",
  params: inWorkspace,
  body: AlertRuleDraft,
  response: AlertRule,
});
export const updateAlertRule = route({
  method: "PATCH",
  path: "/api/v1/alert-rules/:ruleId",
  summary: "Change a rule",
  permission: "alert:edit",
  params: oneRule,
  body: AlertRuleDraft.partial(),
  response: AlertRule,
});
/** The alerts it raised stay. */
export const deleteAlertRule = route({
  method: "DELETE",
  path: "/api/v1/alert-rules/:ruleId",
  summary: "Delete a rule",
  permission: "alert:edit",
  params: oneRule,
});
/** Raises nothing. */
export const previewAlertRule = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/alert-rules/preview",
  summary: "What a rule would have raised in the last 30 days",
  permission: "alert:read",
  params: inWorkspace,
  body: AlertRuleDraft.pick({ trigger: true, touchpointIds: true, surveyIds: true }),
  response: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("answers"),
      /** Answers looked at, and those that would have set it off. */
      looked: z.number().int(),
      raised: z.number().int(),
      /** There were more answers than are looked at. */
      isCut: z.boolean(),
      /** The last of them. */
      answers: z.array(AlertAnswer),
    }),
    z.object({
      kind: z.literal("overTime"),
      /** Touchpoints or surveys looked at, and what would have been raised. */
      looked: z.number().int(),
      raised: z.number().int(),
      /** The last of it. */
      sights: z.array(z.object({ touchpointName: z.string(), cause: Sight })),
    }),
  ]),
});

const oneWebhook = z.object({ webhookId: z.uuid() });
/** Shown once: what the receiver verifies signatures with. */
const Secret = z.object({ secret: z.string() });

export const listWebhooks = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/webhooks",
  summary: "Other programs that are told of alerts",
  permission: "alert:edit",
  params: inWorkspace,
  response: z.array(Webhook),
});
export const createWebhook = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/webhooks",
  summary: "Tell another program of alerts, signed as https://www.standardwebhooks.com says",
  permission: "alert:edit",
  params: inWorkspace,
  body: WebhookDraft.omit({ isActive: true }),
  response: Secret.extend({ webhookId: z.uuid() }),
});
export const updateWebhook = route({
  method: "PATCH",
  path: "/api/v1/webhooks/:webhookId",
  summary: "Change a webhook",
  permission: "alert:edit",
  params: oneWebhook,
  body: WebhookDraft.partial(),
});
export const deleteWebhook = route({
  method: "DELETE",
  path: "/api/v1/webhooks/:webhookId",
  summary: "Delete a webhook with its log",
  permission: "alert:edit",
  params: oneWebhook,
});
/** For a day, messages are signed with both. */
export const renewWebhookSecret = route({
  method: "POST",
  path: "/api/v1/webhooks/:webhookId/secret",
  summary: "Make a new secret",
  permission: "alert:edit",
  params: oneWebhook,
  response: Secret,
});
export const tryWebhook = route({
  method: "POST",
  path: "/api/v1/webhooks/:webhookId/test",
  summary: "Send a message that is about nothing",
  permission: "alert:edit",
  params: oneWebhook,
});
export const listDeliveries = route({
  method: "GET",
  path: "/api/v1/webhooks/:webhookId/deliveries",
  summary: "The last messages to a webhook",
  permission: "alert:edit",
  params: oneWebhook,
  response: z.array(Delivery),
});
/** The same message, known by the same id. */
export const resendDelivery = route({
  method: "POST",
  path: "/api/v1/webhook-deliveries/:deliveryId/resend",
  summary: "Send a message again",
  permission: "alert:edit",
  params: z.object({ deliveryId: z.uuid() }),
});
