import { z } from "zod";
import { roles } from "#workspace/model.ts";
import { priorities } from "../cases/model.ts";
import { signalKinds, Span } from "../comments/model.ts";
import { asked, limits } from "../model.ts";
import { sources } from "./silence.ts";

export const alertLimits = {
  rules: 100,
  conditions: 6,
  /** Words of a condition, and characters of each. */
  words: 30,
  wordCharacters: 60,
  /** Touchpoints, surveys or members that a rule names. */
  named: 100,
  webhooks: 20,
  /** Letters to one person in an hour; what comes beyond is in the product alone. */
  lettersAnHour: 20,
  /** Days a preview looks back, answers it looks at, and those it shows. */
  previewDays: 30,
  previewAnswers: 2_000,
  previewShown: 20,
  /** Days of each window of a drop, and answers that a window may need at least. */
  dropDays: { min: 7, max: 90 },
  dropAnswers: { min: 5, max: 10_000 },
  /** Days of silence; after `awaitedDays` more, what is silent is awaited no longer. */
  silentDays: { min: 1, max: 90 },
  awaitedDays: 90,
} as const;

/** What an answer must be like; a rule has several, which must all hold. */
export const AlertCondition = z.discriminatedUnion("kind", [
  /** Out of one score, from `atLeast` to `atMost`; null: no bound on that side. */
  z.object({
    kind: z.literal("score"),
    metric: z.enum(asked),
    atLeast: z.number().nullable(),
    atMost: z.number().nullable(),
  }),
  /** Whichever score was asked, read as usual: promoters and detractors, satisfied or not, easy or not. */
  z.object({ kind: z.literal("lean"), lean: z.enum(["positive", "negative"]) }),
  z.object({ kind: z.literal("comment") }),
  z.object({ kind: z.literal("topics"), anyOf: z.array(z.string().max(60)).min(1).max(50) }),
  /** Words or phrases, `*` for any ending; case and accents do not count. */
  z.object({
    kind: z.literal("words"),
    anyOf: z.array(z.string().trim().min(2).max(alertLimits.wordCharacters)).min(1).max(alertLimits.words),
  }),
  z.object({ kind: z.literal("signals"), anyOf: z.array(z.enum(signalKinds)).min(1) }),
  /** The score says one thing and the words another. */
  z.object({ kind: z.literal("disagreement") }),
]);
export type AlertCondition = z.infer<typeof AlertCondition>;

const within = ({ min, max }: { min: number; max: number }) => z.number().int().min(min).max(max);

/** What sets a rule off. */
export const AlertTrigger = z.discriminatedUnion("kind", [
  /** An answer; without conditions: every answer. */
  z.object({ kind: z.literal("answer"), conditions: z.array(AlertCondition).max(alertLimits.conditions) }),
  /** The score of a touchpoint's last `days` whole days is below that of as many before, beyond chance; each with `atLeast` answers. */
  z.object({
    kind: z.literal("drop"),
    metric: z.enum(asked),
    days: within(alertLimits.dropDays),
    atLeast: within(alertLimits.dropAnswers),
  }),
  /** Nothing of a kind has come for longer than `days`, where something had. */
  z.object({ kind: z.literal("silence"), of: z.enum(sources), days: within(alertLimits.silentDays) }),
]);
export type AlertTrigger = z.infer<typeof AlertTrigger>;

const ids = z.array(z.uuid()).max(alertLimits.named);

export const AlertRule = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  isActive: z.boolean(),
  trigger: AlertTrigger,
  /** Where; none: everywhere. */
  touchpointIds: ids,
  surveyIds: ids,
  /** Who finds it in their bell; the list of alerts is there for everybody. */
  roles: z.array(z.enum(roles)),
  userIds: z.array(z.string().max(100)).max(alertLimits.named),
  /** Whether these people get a letter as well. */
  byMail: z.boolean(),
  /** Which other programs are told. */
  webhookIds: ids,
  /** The priority of the case that it opens; null: it opens none. */
  opensCase: z.enum(priorities).nullable(),
  createdAt: z.iso.datetime(),
});
export type AlertRule = z.infer<typeof AlertRule>;
export const AlertRuleDraft = AlertRule.omit({ id: true, createdAt: true });
export type AlertRuleDraft = z.infer<typeof AlertRuleDraft>;

export const AlertRuleSummary = AlertRule.extend({
  /** Alerts of the last 30 days, and when the last one was. */
  recentAlerts: z.number().int(),
  lastAlertAt: z.iso.datetime().nullable(),
});
export type AlertRuleSummary = z.infer<typeof AlertRuleSummary>;

/** An answer as alerts show it. */
export const AlertAnswer = z.object({
  responseId: z.uuid(),
  touchpointId: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  metric: z.enum(asked),
  score: z.number().nullable(),
  comment: z.string().max(limits.commentCharacters),
  answeredAt: z.iso.datetime(),
  /** The characters of the comment that the rule found. */
  spans: z.array(Span),
});
export type AlertAnswer = z.infer<typeof AlertAnswer>;

/** The score of some days, both included, in the unit of its metric. */
const WindowFigure = z.object({ from: z.iso.date(), to: z.iso.date(), n: z.number().int(), value: z.number() });

const Drop = z.object({
  kind: z.literal("drop"),
  metric: z.enum(asked),
  now: WindowFigure,
  before: WindowFigure,
  /** now − before, with its 95 % interval. */
  difference: z.object({ value: z.number(), low: z.number(), high: z.number() }),
});
const Silence = z.object({
  kind: z.literal("silence"),
  of: z.enum(sources),
  /** The survey that is silent; null: it is the touchpoint. */
  survey: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  days: z.number().int(),
  /** When the last one came, and how many on the `days` days (UTC) that end with it. */
  lastAt: z.iso.datetime(),
  n: z.number().int(),
});
/** What a rule that watches over time has found. */
export const Sight = z.discriminatedUnion("kind", [Drop, Silence]);
export type Sight = z.infer<typeof Sight>;

/** What set an alert off. */
export const AlertCause = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer") }),
  Drop,
  Silence,
  /** The customer of a closed case says that it is not solved. No rule raises it: it goes to who has the case. */
  z.object({ kind: z.literal("reopened") }),
]);
export type AlertCause = z.infer<typeof AlertCause>;

export const Alert = z.object({
  id: z.uuid(),
  cause: AlertCause,
  /** Null once the rule is deleted, and where there was none. */
  ruleId: z.uuid().nullable(),
  ruleName: z.string(),
  touchpointId: z.uuid().nullable(),
  touchpointName: z.string(),
  /** Where a map shows it; null: none does. */
  place: z.object({ journeyId: z.uuid(), placementId: z.string() }).nullable(),
  answer: AlertAnswer.nullable(),
  caseId: z.uuid().nullable(),
  /** Whether the reader is among those who are told, and has seen it. */
  isMine: z.boolean(),
  isSeen: z.boolean(),
  doneAt: z.iso.datetime().nullable(),
  /** Who said that it is done. */
  doneBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type Alert = z.infer<typeof Alert>;

/** Another program that is told of alerts. */
export const Webhook = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  isActive: z.boolean(),
  createdAt: z.iso.datetime(),
  /** Messages of the last 30 days by what has become of them. */
  delivered: z.number().int(),
  waiting: z.number().int(),
  failed: z.number().int(),
});
export type Webhook = z.infer<typeof Webhook>;
export const WebhookDraft = Webhook.pick({ name: true, url: true, isActive: true });
export type WebhookDraft = z.infer<typeof WebhookDraft>;

export const deliveryStates = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One try: what came back, or why nothing did. */
export const Try = z.object({
  at: z.iso.datetime(),
  status: z.number().int().nullable(),
  /** Null when it was taken. */
  failure: z.string().nullable(),
});
export type Try = z.infer<typeof Try>;

/** One message to a webhook. */
export const Delivery = z.object({
  id: z.uuid(),
  /** Null: somebody tried the webhook out. */
  ruleName: z.string().nullable(),
  state: z.enum(deliveryStates),
  tries: z.array(Try),
  /** When it is tried again; null: no more. */
  nextTryAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Delivery = z.infer<typeof Delivery>;
