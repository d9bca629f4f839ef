import { z } from "zod";
import { Key, channelKinds, initiators } from "#touchpoint/model.ts";

/** The scores an answer can carry; their formulas are in docs/spec/measures.md. */
export const metrics = ["nps", "csat", "ces", "ces5", "stars", "yesNo"] as const;
export type Metric = (typeof metrics)[number];

/**
 * Range of raw answers for each metric. Two of them are never mixed: `ces` is CES 2.0 (1 strongly disagree … 7 strongly
 * agree that it was easy), `ces5` the same on five points. Of `yesNo`, 1 is yes.
 */
export const scaleOf: Record<Metric, { min: number; max: number }> = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
  ces5: { min: 1, max: 5 },
  stars: { min: 1, max: 5 },
  yesNo: { min: 0, max: 1 },
};

/** What an import accepts at most; the server refuses or quarantines what is over. */
export const limits = {
  files: 20,
  fileBytes: 2 * 1024 ** 3,
  rows: 20_000_000,
  columns: 500,
  cellCharacters: 32_768,
  /** Of a line that does not end; the longest that is held in memory. */ lineCharacters: 4_000_000,
  /** A packed file unfolds to so many times its size at most, or to `unpackedBytes`; CSV packs to a tenth or so. */
  unpackedRatio: 200,
  unpackedBytes: 64 * 1024 ** 2,
  propertyCharacters: 500,
  lookupRows: 2_000_000,
  quarantineRows: 100_000,
  touchpoints: 500,
} as const;

/** A name on screen: one text, or one for each language. */
export const Text = z.union([
  z.string().min(1).max(200),
  z.strictObject({ en: z.string().min(1).max(200), fr: z.string().min(1).max(200) }),
]);
export type Text = z.infer<typeof Text>;

const alias = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/, "a short name: letters, digits, _");
/** A column, `name` in the record's own file or `alias.name` in another that a join reaches. */
const column = z.string().min(1).max(200);
const propertyName = z.string().min(1).max(80);

export const separators = [",", ";", "tab", "|"] as const;
export type Separator = (typeof separators)[number];
export const encodings = ["utf-8", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];
export const dateFormats = ["iso", "dd/mm/yyyy", "mm/dd/yyyy", "epoch-s", "epoch-ms"] as const;
export type DateFormat = (typeof dateFormats)[number];
export const decimals = [".", ","] as const;
export type Decimal = (typeof decimals)[number];

/** IANA name, e.g. `Europe/Paris`. */
const TimeZone = z.string().min(1).max(64).refine(isTimeZone, "not a time zone such as Europe/Paris");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const MappingFile = z.strictObject({
  file: z
    .string()
    .min(1)
    .max(255)
    .describe("File name; * stands for any characters, and every file that fits is read. Packed names (.gz) fit too."),
  separator: z.enum(separators).optional().describe("Found from the first rows when absent."),
  encoding: z.enum(encodings).optional().describe("Found from the first rows when absent."),
  header: z.boolean().default(true).describe("False: the columns are called 1, 2, 3 …"),
  decimal: z.enum(decimals).default("."),
  dates: z
    .union([z.enum(dateFormats), z.record(column, z.enum(dateFormats))])
    .default("iso")
    .describe("One format for the file, or one for each column (columns not named are iso)."),
  timeZone: TimeZone.optional().describe("When not the one of the whole mapping."),
});
export type MappingFile = z.infer<typeof MappingFile>;

/** `orders.customer_id = customers.id`: a row of the left file looks up the first row of the right file with that key. */
export const Join = z
  .string()
  .regex(/^\s*[a-zA-Z]\w*\..+?\s*=\s*[a-zA-Z]\w*\..+$/, "written as file.column = file.column");

export const Identifier = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "lower-case letters, digits, hyphens")
    .describe("What the column holds: email, phone, customer …"),
  column,
  store: z.enum(["hashed", "clear"]).default("hashed"),
});
export type Identifier = z.infer<typeof Identifier>;

/** One touchpoint for all rows (its key), or a column whose values are keys, names, or mapped to keys. */
export const TouchpointChoice = z.union([
  Key,
  z.strictObject({ column, values: z.record(z.string(), Key).optional() }),
]);
export type TouchpointChoice = z.infer<typeof TouchpointChoice>;

export const MetricChoice = z.union([
  z.enum(metrics),
  z.strictObject({ column, values: z.record(z.string(), z.enum(metrics)).optional() }),
]);
export type MetricChoice = z.infer<typeof MetricChoice>;

const invites = Key.optional().describe(
  "These contacts are invitations to answer at that touchpoint; its response rate counts them.",
);
const common = {
  file: alias.describe("Which of `files`."),
  key: z
    .array(column)
    .min(1)
    .max(8)
    .optional()
    .describe("Columns that name the row. Absent: a row is what it says, and two rows that say the same are one."),
  properties: z.array(propertyName).optional().describe("Which of `properties`; absent: every one this file reaches."),
};

export const ContactRecord = z.strictObject({
  shape: z.literal("contact"),
  ...common,
  touchpoint: TouchpointChoice,
  when: column,
  case: column.optional(),
  invites,
});
export const CaseRecord = z.strictObject({
  shape: z.literal("case"),
  ...common,
  case: column,
  contacts: z
    .array(z.strictObject({ touchpoint: Key, when: column, invites }))
    .min(1)
    .max(60),
});
export const AnswerRecord = z.strictObject({
  shape: z.literal("answer"),
  ...common,
  touchpoint: TouchpointChoice,
  when: column,
  case: column.optional(),
  metric: MetricChoice,
  score: column,
  comment: z
    .union([column, z.array(column).min(1).max(8)])
    .optional()
    .describe("Several columns are put one under the other."),
});
export const MappingRecord = z.discriminatedUnion("shape", [ContactRecord, CaseRecord, AnswerRecord]);
export type MappingRecord = z.infer<typeof MappingRecord>;

const label = z.string().min(1).max(200);
const pair = z.tuple([column, column]);
/** A property is a column copied, or one of four derivations; a derivation without a label for what it meets is absent. */
export const Property = z.union([
  column,
  z.strictObject({
    compare: pair.describe("Two date columns."),
    by: z.enum(["day", "instant"]).default("day").describe("Day: both cut to the day in the mapping's time zone."),
    before: label.optional(),
    same: label.optional(),
    after: label.optional(),
    firstMissing: label.optional(),
    secondMissing: label.optional(),
    bothMissing: label.optional().describe("Absent: as firstMissing."),
  }),
  z.strictObject({
    days: pair.describe("Calendar days from the first date column to the second."),
    bands: z
      .array(z.strictObject({ upTo: z.number().optional(), label }))
      .min(1)
      .max(40)
      .describe("In growing order, `upTo` included; the last may have none."),
    missing: label.optional(),
  }),
  z.strictObject({
    map: column,
    values: z.record(z.string(), label),
    otherwise: label.optional(),
    missing: label.optional(),
  }),
  z.strictObject({
    first: z.array(column).min(1).max(8).describe("The first of these columns that is not empty."),
    missing: label.optional(),
  }),
]);
export type Property = z.infer<typeof Property>;

export const JourneyTouchpoint = z.strictObject({
  key: Key,
  name: Text,
  channel: Key.optional(),
  team: Key.optional(),
  initiator: z.enum(initiators).default("customer"),
  importance: z.number().int().min(1).max(5).optional(),
  momentOfTruth: z.boolean().default(false),
  expectation: z.number().optional().describe("The score aimed at, in the unit of the touchpoint's main metric."),
});
export type JourneyTouchpoint = z.infer<typeof JourneyTouchpoint>;

export const MappingJourney = z.strictObject({
  key: Key,
  name: Text,
  stages: z
    .array(
      z.strictObject({
        name: Text,
        steps: z.array(z.strictObject({ name: Text, touchpoints: z.array(JourneyTouchpoint).default([]) })).min(1),
      }),
    )
    .min(1),
});
export type MappingJourney = z.infer<typeof MappingJourney>;

/** The mapping document: how a company's own files become contacts, answers, people and, if it says so, a journey. */
export const Mapping = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(120),
  timeZone: TimeZone.describe("Zone of every date that does not state its own offset, and of days."),
  files: z.record(alias, MappingFile),
  joins: z.array(Join).max(20).default([]),
  people: z
    .array(Identifier)
    .max(8)
    .default([])
    .describe("Identifiers; two on one row are one person. None: every row is its own, unknown person."),
  properties: z.record(propertyName, Property).default({}),
  records: z.array(MappingRecord).min(1).max(40),
  channels: z.record(Key, z.strictObject({ name: Text, kind: z.enum(channelKinds) })).default({}),
  teams: z.record(Key, z.strictObject({ name: Text })).default({}),
  journey: MappingJourney.optional(),
});
export type Mapping = z.infer<typeof Mapping>;
/** A mapping as people write it, with what has a default left out. */
export type MappingInput = z.input<typeof Mapping>;

/** Why a row is in quarantine; the screen has one sentence for each. */
export const quarantineCodes = [
  "row_too_short",
  "row_too_long",
  "row_unreadable",
  "cell_too_long",
  "encoding",
  "date_missing",
  "date_invalid",
  "score_missing",
  "score_invalid",
  "score_out_of_range",
  "metric_unknown",
  "touchpoint_missing",
  "touchpoint_unknown",
  "person_missing",
  "case_missing",
  "key_missing",
] as const;
export type QuarantineCode = (typeof quarantineCodes)[number];

export const QuarantinedRow = z.object({
  file: z.string(),
  line: z.number().int(),
  code: z.enum(quarantineCodes),
  detail: z.string(),
  raw: z.string(),
});
export type QuarantinedRow = z.infer<typeof QuarantinedRow>;

/** What the first rows of a file show. `certain` false: read the sample again, it fits more than one date format. */
export const columnKinds = ["identifier", "date", "score", "number", "category", "text", "empty"] as const;
export const SniffedColumn = z.object({
  name: z.string(),
  kind: z.enum(columnKinds),
  dateFormat: z.enum(dateFormats).nullable(),
  certain: z.boolean(),
  metric: z.enum(metrics).nullable(),
  filled: z.number(),
  distinct: z.number().int(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  samples: z.array(z.string()),
});
export type SniffedColumn = z.infer<typeof SniffedColumn>;
export const SniffedFile = z.object({
  name: z.string(),
  alias: z.string(),
  bytes: z.number().int(),
  separator: z.enum(separators),
  encoding: z.enum(encodings),
  header: z.boolean(),
  decimal: z.enum(decimals),
  rows: z.number().int(),
  columns: z.array(SniffedColumn),
});
export type SniffedFile = z.infer<typeof SniffedFile>;

/** What a proposal leaves to a person. */
export const doubtCodes = ["dates_ambiguous", "no_person", "no_date", "score_guessed", "no_header"] as const;
export type DoubtCode = (typeof doubtCodes)[number];

/** `uploading → ready → (checking → ready) | queued → reading → publishing → done`, or `failed` or `cancelled`. */
export const importStatuses = [
  "uploading",
  "ready",
  "checking",
  "queued",
  "reading",
  "publishing",
  "done",
  "failed",
  "cancelled",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const ImportProgress = z.object({
  rows: z.number().int(),
  bytes: z.number(),
  bytesTotal: z.number(),
  rowsPerSecond: z.number(),
  /** Null until the rate is known. */
  secondsLeft: z.number().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** Exact counts, of a dry run (what it would make) or of an import (what it made). */
export const ImportCounts = z.object({
  rows: z.number().int(),
  /** Rows that are nothing to read, such as an invitation nobody answered. */
  skipped: z.number().int(),
  quarantined: z.number().int(),
  /** Rows that say the same as another row of this import; they are one event. */
  repeated: z.number().int(),
  contacts: z.number().int(),
  newContacts: z.number().int(),
  answers: z.number().int(),
  newAnswers: z.number().int(),
  people: z.number().int(),
  newPeople: z.number().int(),
  /** People known as two before and shown by this import to be one. */
  mergedPeople: z.number().int(),
  cases: z.number().int(),
  touchpoints: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      contacts: z.number().int(),
      answers: z.number().int(),
      new: z.number().int(),
    }),
  ),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportError = z.object({
  code: z.string(),
  title: z.string(),
  remedy: z.string().nullable(),
  issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
});
export type ImportError = z.infer<typeof ImportError>;

export const Import = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  status: z.enum(importStatuses),
  isDryRun: z.boolean(),
  retryOf: z.uuid().nullable(),
  name: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int() })),
  mapping: z.unknown().describe("The mapping document, null until one is set."),
  progress: ImportProgress,
  counts: ImportCounts.nullable(),
  error: ImportError.nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Import = z.infer<typeof Import>;
