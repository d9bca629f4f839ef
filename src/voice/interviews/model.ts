import { z } from "zod";
import { locales } from "#workspace/model.ts";

/** Whom a guide is for: M131, internal and external. */
export const audiences = ["customer", "staff"] as const;
export type Audience = (typeof audiences)[number];
/** Who speaks. */
export const participants = ["customer", "formerCustomer", "prospect", "staff", "partner"] as const;
export const channels = ["inPerson", "onSite", "video", "phone", "group"] as const;
/** What the screen of interviews shows. */
export const interviewViews = ["interviews", "highlights", "guides"] as const;
export const interviewStates = ["planned", "held", "analysed"] as const;
export const consentWays = ["written", "spoken"] as const;
/** Why what a participant said is not here any more. */
export const endings = ["withdrawn", "expired", "erased"] as const;
export type Ending = (typeof endings)[number];
export const highlightKinds = ["irritant", "delight", "expectation", "need", "quote"] as const;
export type HighlightKind = (typeof highlightKinds)[number];
/** The cards of a map that highlights may stand behind. */
export const insightKinds = ["irritant", "delight", "expectation", "opportunity"] as const;
export type InsightKind = (typeof insightKinds)[number];
export const contactKinds = ["email", "phone", "customer"] as const;

const gibibyte = 1024 ** 3;
export const interviewLimits = {
  name: 200,
  text: 4_000,
  sections: 250,
  questions: 40,
  question: 500,
  /** Of a transcript. */ characters: 1_000_000,
  lines: 20_000,
  speaker: 40,
  /** Words of one highlight. */ quote: 5_000,
  tags: 20,
  tag: 40,
  /** Of an interview. */ highlights: 2_000,
  recordings: 20,
  /** Of one recording, and of all those of a workspace. */ fileBytes: 4 * gibibyte,
  workspaceBytes: 50 * gibibyte,
  /** Sent in one request. */ chunkBytes: 8 * 1024 ** 2,
} as const;

const Text = z.string().trim();
const Name = Text.min(1).max(interviewLimits.name);
const Words = Text.max(interviewLimits.text);
const Milliseconds = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const version = z.number().int();

export const GuideSection = z.object({
  id: z.string().min(1).max(100),
  /** The step of the journey that it asks about; null: none. */
  stepId: z.string().max(100).nullable(),
  title: Text.max(interviewLimits.name),
  questions: z
    .array(z.object({ id: z.string().min(1).max(100), text: Text.max(interviewLimits.question) }))
    .max(interviewLimits.questions),
});
export type GuideSection = z.infer<typeof GuideSection>;
export const GuideSections = z.array(GuideSection).max(interviewLimits.sections);

export const InterviewGuide = z.object({
  id: z.uuid(),
  name: Name,
  audience: z.enum(audiences),
  language: z.enum(locales),
  journeyId: z.uuid().nullable(),
  sections: GuideSections,
  /** Held with it. */
  interviews: z.number().int(),
  version,
});
export type InterviewGuide = z.infer<typeof InterviewGuide>;

export const InterviewConsent = z.object({
  /** What for. */
  purpose: Text.min(1).max(interviewLimits.text),
  way: z.enum(consentWays),
  givenOn: z.iso.date(),
  /** The last day on which what was said may be kept. */
  until: z.iso.date(),
});
export type InterviewConsent = z.infer<typeof InterviewConsent>;

/** How to reach a participant. */
export const InterviewContact = z.object({ kind: z.enum(contactKinds), value: Text.min(1).max(interviewLimits.name) });

export const Interview = z.object({
  id: z.uuid(),
  /** Empty once the consent has ended. */
  pseudonym: Text.max(interviewLimits.name),
  participant: z.enum(participants),
  personaId: z.uuid().nullable(),
  segment: Text.max(interviewLimits.name),
  guideId: z.uuid().nullable(),
  heldOn: z.iso.date(),
  interviewer: Text.max(interviewLimits.name),
  channel: z.enum(channels),
  state: z.enum(interviewStates),
  consent: InterviewConsent.nullable(),
  ended: z.object({ at: z.iso.datetime(), why: z.enum(endings) }).nullable(),
  highlights: z.number().int(),
  recordings: z.number().int(),
  hasTranscript: z.boolean(),
  version,
});
export type Interview = z.infer<typeof Interview>;

/** What is said of an interview by whoever prepares or holds it. */
export const InterviewFacts = Interview.pick({
  participant: true,
  personaId: true,
  segment: true,
  guideId: true,
  heldOn: true,
  interviewer: true,
  channel: true,
  state: true,
}).extend({ pseudonym: Name, notes: Words, contact: InterviewContact.nullable() });
export type InterviewFacts = z.infer<typeof InterviewFacts>;

export const Recording = z.object({
  id: z.uuid(),
  name: Name,
  bytes: z.number().int(),
  /** How much of it is here; all of it, and it can be played. */
  received: z.number().int(),
  mediaType: z.string().nullable(),
});
export type Recording = z.infer<typeof Recording>;

export const TranscriptLine = z.object({
  /** Empty: not said who. */
  speaker: z.string(),
  text: z.string(),
  startMs: Milliseconds.nullable(),
  endMs: Milliseconds.nullable(),
});
export type TranscriptLine = z.infer<typeof TranscriptLine>;

/** Characters of the text of a transcript, from the first to before the last. */
export const Passage = z
  .object({ start: z.number().int().min(0), end: z.number().int() })
  .refine(({ start, end }) => start < end, "holds nothing");
export type Passage = z.infer<typeof Passage>;

/** A stretch of a recording. */
export const Moment = z
  .object({ recordingId: z.uuid().nullable(), fromMs: Milliseconds, toMs: Milliseconds })
  .refine(({ fromMs, toMs }) => fromMs <= toMs, "ends before it begins");
export type Moment = z.infer<typeof Moment>;

/** What is said of a highlight beside what it marks. */
export const HighlightFacts = z.object({
  kind: z.enum(highlightKinds),
  note: Words,
  tags: z
    .array(Text.min(1).max(interviewLimits.tag))
    .max(interviewLimits.tags)
    .overwrite((tags) => [...new Set(tags)]),
  /** The step of a map that it is about. */
  step: z.object({ journeyId: z.uuid(), stepId: z.string().min(1).max(100) }).nullable(),
  touchpointId: z.uuid().nullable(),
});
export type HighlightFacts = z.infer<typeof HighlightFacts>;

export const Highlight = HighlightFacts.extend({
  id: z.uuid(),
  /** Empty for a moment of a recording, and once the consent has ended. */
  quote: z.string(),
  /** Where the words are in the transcript; null: nowhere, or not any more. */
  passage: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  moment: z.object({ recordingId: z.uuid().nullable(), fromMs: z.number(), toMs: z.number() }).nullable(),
  /** The card of a map that it stands behind. */
  card: z.object({ journeyId: z.uuid(), cardId: z.string() }).nullable(),
});
export type Highlight = z.infer<typeof Highlight>;

export const InterviewDetails = Interview.extend({
  notes: z.string(),
  /** Null where there is none, and for those who may not read people. */
  contact: InterviewContact.nullable(),
  /** Who wrote the consent down; null: nobody known any more. */
  consentBy: z.string().nullable(),
  transcript: z.array(TranscriptLine),
  files: z.array(Recording),
  marks: z.array(Highlight),
});
export type InterviewDetails = z.infer<typeof InterviewDetails>;

/** A highlight among those of other interviews. */
export const Insight = Highlight.extend({
  interview: Interview.pick({ id: true, pseudonym: true, heldOn: true, personaId: true, ended: true }),
  mediaType: z.string().nullable(),
});
export type Insight = z.infer<typeof Insight>;
