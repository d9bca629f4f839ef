import { keyFrom } from "#touchpoint/rules.ts";
import type {
  DateFormat,
  Mapping,
  MappingFile,
  MappingJourney,
  MappingRecord,
  SniffedColumn,
  SniffedFile,
  Text,
} from "../model.ts";

export function textOf(text: Text, locale: string): string {
  return typeof text === "string" ? text : locale === "fr" ? text.fr : text.en;
}

/** Whether a file name fits a mapping's, where * stands for any characters and packed names fit too. */
export function fileFits(pattern: string, name: string): boolean {
  const literal = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}(\\.gz)?$`, "i").test(name);
}

/** The sniffed file that a mapping's alias reads. */
export function sniffedFor(mapping: Mapping, files: readonly SniffedFile[], alias: string): SniffedFile | undefined {
  const wanted = mapping.files[alias];
  return wanted === undefined ? undefined : files.find(({ name }) => fileFits(wanted.file, name));
}

/** A column one can choose, `alias.name` when a join reaches it. */
export interface ColumnChoice extends SniffedColumn {
  value: string;
}

/** Columns of a record's own file, then those of every file that joins lead to. */
export function columnsFor(mapping: Mapping, files: readonly SniffedFile[], alias: string): ColumnChoice[] {
  const reached = new Set([alias]);
  for (const from of reached) {
    for (const join of mapping.joins) {
      const [left = "", right = ""] = join.split("=").map((side) => side.trim().split(".")[0]);
      if (left === from) reached.add(right);
    }
  }
  return [...reached].flatMap((file) =>
    (sniffedFor(mapping, files, file)?.columns ?? []).map((column) => ({
      ...column,
      value: file === alias ? column.name : `${file}.${column.name}`,
    })),
  );
}

/** The format a date column is read with. */
export function dateFormatOf(file: MappingFile, column: string): DateFormat {
  return typeof file.dates === "string" ? file.dates : (file.dates[column] ?? "iso");
}

/** The same file with one date column read otherwise; the others keep the format they had. */
export function withDateFormat(
  file: MappingFile,
  column: string,
  format: DateFormat,
  dateColumns: readonly string[],
): MappingFile {
  const { dates } = file;
  const each = typeof dates === "string" ? Object.fromEntries(dateColumns.map((name) => [name, dates])) : dates;
  return { ...file, dates: { ...each, [column]: format } };
}

/** Keys of the touchpoints that the records name, in the order of the records. Those read from a column without a table are not known here. */
export function touchpointsUsed(records: readonly MappingRecord[]): string[] {
  const used = records.flatMap((record) => {
    if (record.shape === "case") return record.contacts.map(({ touchpoint }) => touchpoint);
    return typeof record.touchpoint === "string" ? [record.touchpoint] : Object.values(record.touchpoint.values ?? {});
  });
  return [...new Set(used)];
}

/** Names of the touchpoints that a mapping brings, by key. */
export function touchpointNames(mapping: Mapping, locale: string): Map<string, string> {
  const placed = mapping.journey?.stages.flatMap((stage) => stage.steps.flatMap((step) => step.touchpoints)) ?? [];
  return new Map(placed.map(({ key, name }) => [key, textOf(name, locale)]));
}

/** «devis-en-ligne» → «Devis en ligne», when a key is all there is. */
export function nameFromKey(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/**
 * The journey with a step for each of `keys` it lacks, at its end, and without those of `gone`. Steps and stages that
 * this empties go too; others stay as they are.
 */
export function withTouchpoints(
  journey: MappingJourney,
  keys: readonly string[],
  gone: readonly string[],
  nameOf: (key: string) => string,
): MappingJourney {
  const left = journey.stages
    .map((stage) => ({
      ...stage,
      steps: stage.steps
        .map((step) => ({ step, touchpoints: step.touchpoints.filter(({ key }) => !gone.includes(key)) }))
        .filter(({ step, touchpoints }) => touchpoints.length > 0 || step.touchpoints.length === 0)
        .map(({ step, touchpoints }) => ({ ...step, touchpoints })),
    }))
    .filter(({ steps }) => steps.length > 0);
  const placed = new Set(
    left.flatMap(({ steps }) => steps.flatMap(({ touchpoints }) => touchpoints.map(({ key }) => key))),
  );
  const added = keys
    .filter((key) => !placed.has(key))
    .map((key) => ({
      name: nameOf(key),
      touchpoints: [{ key, name: nameOf(key), initiator: "customer" as const, momentOfTruth: false }],
    }));
  const last = left.at(-1) ?? { name: journey.stages[0]?.name ?? journey.name, steps: [] };
  const stages = [...left.slice(0, -1), { ...last, steps: [...last.steps, ...added] }];
  return stages.every(({ steps }) => steps.length > 0) ? { ...journey, stages } : journey;
}

/** The mapping with other records, its journey following: touchpoints no longer named leave it, new ones join it under `names`. */
export function withRecords(mapping: Mapping, records: MappingRecord[], names: Record<string, string> = {}): Mapping {
  const before = touchpointsUsed(mapping.records);
  const after = touchpointsUsed(records);
  const { journey } = mapping;
  if (journey === undefined) return { ...mapping, records };
  const gone = before.filter((key) => !after.includes(key));
  const known = touchpointNames(mapping, "en");
  const fresh = after.filter((key) => !before.includes(key));
  return {
    ...mapping,
    records,
    journey: withTouchpoints(journey, fresh, gone, (key) => names[key] ?? known.get(key) ?? nameFromKey(key)),
  };
}

/** An empty record of a shape over a file's columns, each field with the likeliest column. */
export function newRecord(
  shape: MappingRecord["shape"],
  alias: string,
  columns: readonly ColumnChoice[],
  touchpoint: string,
): MappingRecord {
  const first = (kind: SniffedColumn["kind"]) => columns.find((column) => column.kind === kind)?.value;
  const anything = columns[0]?.value ?? "";
  const when = first("date") ?? anything;
  if (shape === "contact") return { shape, file: alias, touchpoint, when };
  if (shape === "answer") {
    const score = columns.find(({ metric }) => metric !== null);
    const comment = first("text");
    return {
      shape,
      file: alias,
      touchpoint,
      when,
      metric: score?.metric ?? "csat",
      score: score?.value ?? first("number") ?? anything,
      ...(comment === undefined ? {} : { comment }),
    };
  }
  const dates = columns.filter(({ kind }) => kind === "date");
  const contacts = (dates.length > 0 ? dates : columns.slice(0, 1)).map(({ name, value }) => ({
    touchpoint: keyFrom(name),
    when: value,
  }));
  return { shape, file: alias, case: first("identifier") ?? anything, contacts };
}

/** Whether two mappings say the same, whatever the order of their keys. */
export function sameMapping(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
