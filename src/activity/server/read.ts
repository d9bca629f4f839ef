import type { ClickHouseClient } from "@clickhouse/client";
import { AppError } from "#platform/errors.ts";
import { type ImportProgress, limits, type QuarantinedRow } from "../model.ts";
import { type CsvRow, csvLine } from "../rules/csv.ts";
import type { FilePlan, Reading } from "../rules/plan.ts";
import type { LookupTable } from "../rules/view.ts";
import { columnOrder, eventId, type IdentifierRow, identifierMaker, rowText } from "./fingerprint.ts";
import { addToQuarantine } from "./quarantine.ts";
import { type OpenedFile, rowsOf } from "./reader.ts";
import { readLookups, type Sources } from "./sources.ts";
import type { Staging } from "./staging.ts";

export interface RowCounts {
  rows: number;
  skipped: number;
  quarantined: number;
}

export interface ReadInput {
  workspaceId: string;
  importId: string;
  sources: Sources;
  staging: Staging;
  /** What identifiers of the workspace are hashed with. */
  secret: string;
  /** Only these lines of these files; files not named are read whole. */
  only: ReadonlyMap<string, ReadonlySet<number>>;
  /** Told often; throws to stop. */
  onProgress: (progress: ImportProgress) => Promise<void>;
}

const quarantineBatch = 1000;
/** Groups of identifiers known to be staged already; staging one twice does no harm. */
const rememberedGroups = 100_000;

/**
 * Reads every row of the files into staging tables and the quarantine.
 * @throws AppError `too_large` over the limits of rows or of the quarantine, and whatever `onProgress` throws.
 */
export async function readRows(clickhouse: ClickHouseClient, input: ReadInput): Promise<RowCounts> {
  const { sources, staging, only } = input;
  const counts: RowCounts = { rows: 0, skipped: 0, quarantined: 0 };
  const progress = meter(sources.bytes, counts, input.onProgress);
  const tables = await readLookups(sources, progress);
  const quarantine: QuarantinedRow[] = [];
  const empty = async (least: number): Promise<void> => {
    if (quarantine.length >= least) await addToQuarantine(clickhouse, input, quarantine.splice(0));
  };
  for (const plan of sources.plan.files) {
    for (const file of sources.files.get(plan.alias) ?? []) {
      const keep = rowKeeper(input, plan, file);
      const lines = only.get(file.source.name);
      for await (const { rows, bytes } of rowsOf(file)) {
        for (const row of rows) {
          if (lines !== undefined && !lines.has(row.line)) continue;
          counts.rows += 1;
          const reading = readRow(plan, row, tables);
          if (reading.events !== null) keep(row, reading);
          else if (reading.problem === null) counts.skipped += 1;
          else {
            counts.quarantined += 1;
            quarantine.push({
              file: file.source.name,
              line: row.line,
              ...reading.problem,
              raw: row.problem === "row_unreadable" ? (row.cells[0] ?? "") : csvLine(row.cells),
            });
          }
        }
        checkLimits(counts);
        await staging.breathe();
        await empty(quarantineBatch);
        await progress(file, bytes);
      }
    }
  }
  await staging.flush();
  await empty(1);
  return counts;
}

/** A row that could not even be cut into cells is a problem of its own. */
export function readRow(plan: FilePlan, { cells, problem }: CsvRow, tables: readonly LookupTable[]): Reading {
  if (problem !== null) return { events: null, problem: { code: problem, detail: `${cells.length} columns` } };
  return plan.read(cells, tables);
}

type Read = Extract<Reading, { problem: null; events: readonly unknown[] }>;

/** Puts the events of a row and the identifiers of its person into staging. */
function rowKeeper(
  { workspaceId, staging, secret }: ReadInput,
  plan: FilePlan,
  file: OpenedFile,
): (row: CsvRow, reading: Read) => void {
  const identify = identifierMaker(secret);
  const order = columnOrder(file.header);
  // Most people have one identifier here, and the maker gives the same object for it again: cheaper to know than text.
  const staged = new Set<IdentifierRow | string>();
  const isAnonymous = plan.identifiers.length === 0;
  const person = (identifiers: readonly string[]): string | null => {
    const found: IdentifierRow[] = [];
    for (const [index, identifier] of plan.identifiers.entries()) {
      const text = identifiers[index];
      if (text !== undefined && text !== "") found.push(identify(identifier, text));
    }
    const [first] = found;
    if (first === undefined) return null;
    const group = found.length === 1 ? first : found.map(({ ref }) => ref).join();
    if (!staged.has(group)) {
      if (staged.size >= rememberedGroups) staged.clear();
      staged.add(group);
      staging.addPerson(found);
    }
    return first.ref;
  };
  return ({ cells }, { events, identifiers }) => {
    const known = person(identifiers);
    let text: string | undefined;
    const wholeRow = (): string => (text ??= rowText(cells, order));
    for (const event of events) {
      // A case nobody's name is on is still one person's.
      const personRef =
        known ?? (event.caseId === "" ? null : identify({ kind: "case", store: "hashed" }, event.caseId).ref);
      const isCounted = isAnonymous && event.key === null && event.caseId === "";
      staging.add({ ...event, id: eventId(workspaceId, event, wholeRow), personRef, isCounted });
    }
  };
}

function checkLimits({ rows, quarantined }: RowCounts): void {
  if (rows > limits.rows) {
    throw new AppError("too_large", `An import reads at most ${limits.rows.toLocaleString("en")} rows.`, {
      remedy: "Import the files one after the other.",
    });
  }
  if (quarantined > limits.quarantineRows) {
    throw new AppError(
      "too_large",
      `More than ${limits.quarantineRows.toLocaleString("en")} rows cannot be read; nothing was imported.`,
      {
        remedy: "Look at the reasons in quarantine and correct the mapping.",
      },
    );
  }
}

/** Adds up what was read of each file and tells it with its rate. */
function meter(
  bytesTotal: number,
  counts: RowCounts,
  tell: ReadInput["onProgress"],
): (file: OpenedFile, bytes: number) => Promise<void> {
  const begin = performance.now();
  const read = new Map<OpenedFile, number>();
  let before = 0;
  let last = 0;
  return async (file, bytes) => {
    // A file that is both looked up in and read is read twice; the total says so too.
    if (bytes < (read.get(file) ?? 0)) before += read.get(file) ?? 0;
    read.set(file, bytes);
    const seconds = (performance.now() - begin) / 1000;
    if (seconds - last < 0.2 && bytes < file.source.bytes) return;
    last = seconds;
    const done = Math.min(bytesTotal, before + [...read.values()].reduce((sum, each) => sum + each, 0));
    await tell({
      rows: counts.rows,
      bytes: done,
      bytesTotal,
      rowsPerSecond: seconds > 0 ? Math.round(counts.rows / seconds) : 0,
      secondsLeft: done > 0 && seconds > 0.5 ? Math.round(((bytesTotal - done) / done) * seconds) : null,
    });
  };
}
