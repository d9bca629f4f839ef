import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Answers, Language } from "../model.ts";

const byToken = z.object({ token: z.string().min(8).max(200) });
/** An office or a shop asks from one address. */
const perMinute = 600;

/** What the widget puts into its panel, wording included: it asks for nothing else. */
export const WidgetPiece = z.object({
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  /** The question, or the thanks, as plain text. */
  title: z.string(),
  /** Markup of ours in which everything that anybody wrote is escaped. */
  html: z.string(),
  /** The style of what is shown, and of nothing else. */
  style: z.string(),
  /** Whether it still asks. */
  isForm: z.boolean(),
  /** Zero bits of the proof of work that is asked for; null: none. */
  proofBits: z.number().int().nullable(),
  words: z.object({ close: z.string(), sending: z.string(), waiting: z.string(), failed: z.string() }),
});
export type WidgetPiece = z.infer<typeof WidgetPiece>;

export const widgetForm = route({
  method: "GET",
  path: "/collect/:token",
  summary: "What the widget asks on a page of any site",
  permission: "public",
  params: byToken,
  query: z.object({ lang: Language.optional().catch(undefined) }),
  response: WidgetPiece,
  anyOrigin: true,
  perMinute,
});
/** A form as the survey page posts it; sent again with the same `attempt` it is the same answer. */
export const answerWidget = route({
  method: "POST",
  path: "/collect/:token",
  summary: "Answer a survey in the widget",
  permission: "public",
  params: byToken,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  form: true,
  response: WidgetPiece,
  anyOrigin: true,
  perMinute,
});
/** For a tablet in a shop: asks one customer after the other, also without a connection. */
export const surveyKiosk = route({
  method: "GET",
  path: "/s/:token/kiosk",
  summary: "The page of a survey for a kiosk",
  permission: "public",
  params: byToken,
  query: z.object({ lang: Language.optional().catch(undefined) }),
  stream: "text/html",
  perMinute,
});
/** What somebody said on paper, on the phone or in a shop; sent again with the same `attempt` it is the same answer. */
export const enterAnswer = route({
  method: "POST",
  path: "/api/v1/surveys/:surveyId/answers",
  summary: "Type in an answer that somebody gave",
  permission: "answer:enter",
  params: z.object({ surveyId: z.uuid() }),
  body: z.object({
    attempt: z.uuid(),
    answers: Answers,
    language: Language.optional(),
    /** When it was given; never later than now. */
    answeredAt: z.iso.datetime(),
    /** Where it was given, e.g. the name of a channel. */
    channel: z.string().trim().max(120).default(""),
    /** Who gave it, where that is known. */
    person: z
      .object({ kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), value: z.string().trim().min(1).max(200) })
      .optional(),
  }),
  response: z.object({ responseId: z.uuid(), isNew: z.boolean() }),
});
/** What a poster cannot say: words that no font of ours has are left out of it. */
export const posterGaps = route({
  method: "GET",
  path: "/api/v1/surveys/:surveyId/poster/gaps",
  summary: "What a poster of a survey would leave out",
  permission: "survey:read",
  params: z.object({ surveyId: z.uuid() }),
  query: z.object({ locale: z.enum(["fr", "en"]).default("fr") }),
  response: z.object({ leftOut: z.array(z.enum(["from", "question"])) }),
});
/** One sheet to hang up: the question, and the QR code that leads to it. */
export const surveyPoster = route({
  method: "GET",
  path: "/api/v1/surveys/:surveyId/poster",
  summary: "A poster of a survey",
  permission: "survey:read",
  params: z.object({ surveyId: z.uuid() }),
  query: z.object({ size: z.enum(["a4", "a5"]).default("a4"), locale: z.enum(["fr", "en"]).default("fr") }),
  stream: "application/pdf",
});
