import {
  type Identifier,
  limits,
  type MappingRecord,
  type Metric,
  metrics,
  type QuarantineCode,
  scaleOf,
} from "../model.ts";
import { reaches, propertyColumns } from "./check.ts";
import { propertyGetter } from "./properties.ts";
import { readRawScore } from "./raw-score.ts";
import { keyFrom } from "#touchpoint/rules.ts";
import { columnReference } from "./references.ts";
import type { Compilation, DateGetter, Getter, View, WideRow } from "./view.ts";

/** One event as a row says it, before its person is known. */
export interface ReadEvent {
  /** Which record of the mapping says it. */
  record: number;
  kind: "contact" | "answer";
  touchpoint: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
  caseId: string;
  metric: Metric | null;
  score: number;
  comment: string;
  properties: Record<string, string>;
  /** What makes it this event and no other, beside kind and touchpoint; null: all that its row says. */
  key: readonly string[] | null;
}

export interface Problem {
  code: QuarantineCode;
  detail: string;
}

/** What a row is for one record: events, nothing to read (`null`), or a problem. */
export type RowReading = { events: ReadEvent[]; problem: null } | { events: null; problem: Problem | null };

export type RowReader = (row: WideRow) => RowReading;

const nothing: RowReading = { events: null, problem: null };
const problem = (code: QuarantineCode, detail: string): RowReading => ({ events: null, problem: { code, detail } });

type Checked<T> = { value: T; wrong: null } | { value: null; wrong: RowReading };
const right = <T>(value: T): Checked<T> => ({ value, wrong: null });
const wrong = (code: QuarantineCode, detail: string): Checked<never> => ({ value: null, wrong: problem(code, detail) });

/** Compiles one record for the rows of its file. */
export function rowReader(compiling: Compilation, index: number, view: View): RowReader {
  const record = compiling.mapping.records[index];
  if (record === undefined) throw new RangeError(`the mapping has no record ${index}`);
  const at = { index, path: `records.${index}` };
  if (record.shape === "case") return caseReader(compiling, record, at, view);
  return record.shape === "contact"
    ? contactReader(compiling, record, at, view)
    : answerReader(compiling, record, at, view);
}

interface Place {
  index: number;
  path: string;
}

type OfShape<S extends MappingRecord["shape"]> = Extract<MappingRecord, { shape: S }>;

function contactReader(
  compiling: Compilation,
  record: OfShape<"contact">,
  { index, path }: Place,
  view: View,
): RowReader {
  const touchpointOf = touchpointReader(compiling, record, path, view);
  const properties = propertiesReader(compiling, record, path, view);
  const when = view.date(`${path}.when`, record.when);
  const caseOf = record.case === undefined ? () => "" : view.column(`${path}.case`, record.case);
  const keyOfRow = keyReader(record, path, view);
  return (row) => {
    const at = required(when(row), record.when);
    if (at.wrong !== null) return at.wrong;
    const touchpoint = touchpointOf(row);
    if (touchpoint.wrong !== null) return touchpoint.wrong;
    const found = properties(row);
    if (found.wrong !== null) return found.wrong;
    const key = keyOfRow(row);
    if (key.wrong !== null) return key.wrong;
    const said = record.invites === undefined ? found.value : { ...found.value, invites: record.invites };
    return { events: [contact(index, touchpoint.value, at.value, caseOf(row), said, key.value)], problem: null };
  };
}

function caseReader(compiling: Compilation, record: OfShape<"case">, { index, path }: Place, view: View): RowReader {
  const properties = propertiesReader(compiling, record, path, view);
  const caseOf = view.column(`${path}.case`, record.case);
  const keyOfRow = keyReader(record, path, view);
  const contacts = record.contacts.map((each, index) => ({
    ...each,
    at: view.date(`${path}.contacts.${index}.when`, each.when),
  }));
  return (row) => {
    const caseId = caseOf(row);
    if (caseId === "") return problem("case_missing", record.case);
    const found = properties(row);
    if (found.wrong !== null) return found.wrong;
    const key = keyOfRow(row);
    if (key.wrong !== null) return key.wrong;
    const events: ReadEvent[] = [];
    for (const { touchpoint, when, at: read, invites } of contacts) {
      const at = read(row);
      if (at === null) return problem("date_invalid", when);
      if (at === undefined) continue;
      const said = invites === undefined ? found.value : { ...found.value, invites };
      events.push(contact(index, touchpoint, at, caseId, said, [...(key.value ?? [caseId]), String(at)]));
    }
    return events.length === 0
      ? problem("date_missing", contacts.map(({ when }) => when).join(", "))
      : { events, problem: null };
  };
}

function answerReader(
  compiling: Compilation,
  record: OfShape<"answer">,
  { index, path }: Place,
  view: View,
): RowReader {
  const touchpointOf = touchpointReader(compiling, record, path, view);
  const metricOf = metricReader(record, path, view);
  const properties = propertiesReader(compiling, record, path, view);
  const when = view.date(`${path}.when`, record.when);
  const scoreCell = view.column(`${path}.score`, record.score);
  const { alias } = columnReference(compiling.mapping.files, record.file, record.score);
  const decimal = compiling.mapping.files[alias]?.decimal ?? ".";
  const comments = [record.comment ?? []]
    .flat()
    .map((column, index) => view.column(`${path}.comment.${index}`, column));
  const caseOf = record.case === undefined ? () => "" : view.column(`${path}.case`, record.case);
  const keyOfRow = keyReader(record, path, view);
  return (row) => {
    const cell = scoreCell(row).trim();
    const answered = when(row);
    if (cell === "" && answered === undefined) return nothing;
    const at = required(answered, record.when);
    if (at.wrong !== null) return at.wrong;
    const touchpoint = touchpointOf(row);
    if (touchpoint.wrong !== null) return touchpoint.wrong;
    const metric = metricOf(row);
    if (metric.wrong !== null) return metric.wrong;
    if (cell === "") return problem("score_missing", record.score);
    const score = readRawScore(metric.value, cell, decimal);
    if (score === null) return problem("score_invalid", `${record.score}: ${cell.slice(0, 80)}`);
    const { min, max } = scaleOf[metric.value];
    if (!Number.isInteger(score) || score < min || score > max)
      return problem("score_out_of_range", `${cell} (${metric.value} ${min}–${max})`);
    const found = properties(row);
    if (found.wrong !== null) return found.wrong;
    const key = keyOfRow(row);
    if (key.wrong !== null) return key.wrong;
    const comment = comments
      .map((get) => get(row).trim())
      .filter((text) => text !== "")
      .join("\n");
    const event = {
      ...contact(index, touchpoint.value, at.value, caseOf(row), found.value, key.value),
      kind: "answer" as const,
      metric: metric.value,
      score,
      comment,
    };
    return { events: [event], problem: null };
  };
}

function contact(
  record: number,
  touchpoint: string,
  at: number,
  caseId: string,
  properties: Record<string, string>,
  key: readonly string[] | null,
): ReadEvent {
  return { record, kind: "contact", touchpoint, at, caseId, metric: null, score: 0, comment: "", properties, key };
}

function required(at: ReturnType<DateGetter>, column: string): Checked<number> {
  if (at === undefined) return wrong("date_missing", column);
  return at === null ? wrong("date_invalid", column) : right(at);
}

function touchpointReader(
  { touchpoints }: Compilation,
  { touchpoint }: OfShape<"contact" | "answer">,
  path: string,
  view: View,
): (row: WideRow) => Checked<string> {
  if (typeof touchpoint === "string") {
    const constant = right(touchpoint);
    return () => constant;
  }
  const get = view.column(`${path}.touchpoint.column`, touchpoint.column);
  const keys = touchpoint.values === undefined ? null : new Map(Object.entries(touchpoint.values));
  const keyOfCell = (cell: string): Checked<string> => {
    if (cell === "") return wrong("touchpoint_missing", touchpoint.column);
    const key = keys === null ? keyFrom(cell, "") : (keys.get(cell) ?? "");
    if (key === "" || (touchpoints.size >= limits.touchpoints && !touchpoints.has(key)))
      return wrong("touchpoint_unknown", cell.slice(0, 80));
    if (!touchpoints.has(key)) touchpoints.set(key, cell.slice(0, 120));
    return right(key);
  };
  // The same few cells come again and again.
  const known = new Map<string, Checked<string>>();
  return (row) => {
    const cell = get(row).trim();
    const found = known.get(cell) ?? keyOfCell(cell);
    if (known.size < limits.touchpoints) known.set(cell, found);
    return found;
  };
}

function metricReader({ metric }: OfShape<"answer">, path: string, view: View): (row: WideRow) => Checked<Metric> {
  if (typeof metric === "string") {
    const constant = right(metric);
    return () => constant;
  }
  const get = view.column(`${path}.metric.column`, metric.column);
  const known = new Map<string, Metric>(
    metric.values === undefined ? metrics.map((name) => [name.toLowerCase(), name]) : Object.entries(metric.values),
  );
  return (row) => {
    const cell = get(row).trim();
    const found = known.get(cell) ?? known.get(cell.toLowerCase());
    return found === undefined ? wrong("metric_unknown", `${metric.column}: ${cell.slice(0, 80)}`) : right(found);
  };
}

function keyReader(
  record: MappingRecord,
  path: string,
  view: View,
): (row: WideRow) => Checked<readonly string[] | null> {
  const getters = (record.key ?? []).map((column, index): Getter => view.column(`${path}.key.${index}`, column));
  const none = right(null);
  if (getters.length === 0) return () => none;
  return (row) => {
    const key = getters.map((get) => get(row));
    return key.every((part) => part === "") ? wrong("key_missing", (record.key ?? []).join(", ")) : right(key);
  };
}

function propertiesReader(
  compiling: Compilation,
  record: MappingRecord,
  path: string,
  view: View,
): (row: WideRow) => Checked<Record<string, string>> {
  const { mapping } = compiling;
  const isWanted = (name: string, columns: readonly string[]): boolean =>
    record.properties?.includes(name) ?? columns.every((column) => belongs(compiling, record.file, column));
  const calendar = compiling.zoneOf("");
  const getters = Object.entries(mapping.properties)
    .filter(([name, property]) => isWanted(name, propertyColumns(property)))
    .map(
      ([name, property]) =>
        [
          name,
          propertyGetter(property, record.properties === undefined ? `properties.${name}` : path, view, calendar),
        ] as const,
    );
  return (row) => {
    const found: Record<string, string> = {};
    for (const [name, get] of getters) {
      const value = get(row);
      if (value === undefined) continue;
      if (value === null) return wrong("date_invalid", name);
      if (value.length > limits.propertyCharacters) return wrong("cell_too_long", name);
      found[name] = value;
    }
    return right(found);
  };
}

/** A column written without a file's name belongs to every file that has it. */
function belongs(compiling: Compilation, file: string, column: string): boolean {
  const { alias, column: name } = columnReference(compiling.mapping.files, file, column);
  return (
    reaches(compiling.mapping, file, column) &&
    (alias !== file || (compiling.headers.get(file)?.includes(name) ?? false))
  );
}

/** Compiles the identifiers that rows of a file carry; empty where a row has none of that kind. */
export function identifierReaders(compiling: Compilation, file: string, view: View): (readonly [Identifier, Getter])[] {
  return compiling.mapping.people.flatMap((identifier, index) => {
    if (!belongs(compiling, file, identifier.column)) return [];
    const get = view.column(`people.${index}.column`, identifier.column);
    return [[identifier, (row) => canonical(identifier.kind, get(row))] as const];
  });
}

/** The same e-mail address or telephone number is the same however it was typed. */
export function canonical(kind: string, text: string): string {
  const trimmed = text.trim();
  if (kind === "email") return trimmed.toLowerCase();
  if (kind === "phone") return trimmed.replace(/[^\d+]/g, "");
  return trimmed;
}
