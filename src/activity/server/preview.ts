import { AppError } from "#platform/errors.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import type { Locale } from "#workspace/model.ts";
import type * as api from "../api.ts";
import type { PreviewedEvent, PreviewedRow } from "../api.ts";
import { type CsvRow, csvReader } from "../rules/csv.ts";
import { type Proposal, propose } from "../rules/propose.ts";
import { guessEncoding, guessHeader, guessSeparator, sniffFile } from "../rules/sniff.ts";
import type { ReadEvent } from "../rules/records.ts";
import type { ActivityDeps } from "./deps.ts";
import { importFiles } from "./files.ts";
import { readMapping } from "./mapping-text.ts";
import { importRow } from "./queries.ts";
import { columnNames, type OpenedFile, rowsOf, sampleOf, type SourceFile } from "./reader.ts";
import { readRow } from "./read.ts";
import { openSources, readLookups } from "./sources.ts";

interface Scope {
  workspaceId: string;
  importId: string;
}

const sampleRows = 1000;

/** Looks at the first rows of every file and proposes a mapping, in the language and the time zone of the workspace. */
export async function getProposal(
  deps: ActivityDeps,
  scope: Scope,
  language: { timeZone: string; locale: Locale },
): Promise<RouteResponse<typeof api.getProposal>> {
  const row = await importRow(deps.db, scope);
  if (row.files.length === 0)
    throw new AppError("conflict", "The import has no file yet.", { remedy: "Add its files first." });
  const sources = await importFiles(deps.dataDir).open(row.id, row.files);
  const files = await Promise.all(sources.map(sniff));
  const { mapping, doubts }: Proposal = propose(files, language);
  return { files: files.map(({ sniffed }) => sniffed), mapping, doubts };
}

async function sniff(source: SourceFile) {
  const { bytes, isCut } = await sampleOf(source);
  const encoding = guessEncoding(bytes, isCut);
  const text = new TextDecoder(encoding).decode(bytes, { stream: isCut });
  const separator = guessSeparator(text);
  const reader = csvReader(separator);
  const all = [...reader.push(text), ...(isCut ? [] : reader.end())]
    .filter(({ problem }) => problem === null)
    .map(({ cells }) => cells);
  const header = guessHeader(all.slice(0, 50));
  const names = columnNames(all[0] ?? [], header);
  return sniffFile({
    source: { name: source.name, bytes: source.bytes },
    encoding,
    separator,
    header,
    names,
    rows: all.slice(header ? 1 : 0, sampleRows),
  });
}

/** Reads the first rows of each file as a mapping says, those that cannot be read in their place. */
export async function previewImport(
  deps: ActivityDeps,
  scope: Scope,
  { mapping, rows: limit }: { mapping: unknown; rows: number },
): Promise<{ rows: PreviewedRow[] }> {
  const row = await importRow(deps.db, scope);
  const sources = await openSources(readMapping(mapping), await importFiles(deps.dataDir).open(row.id, row.files));
  const tables = await readLookups(sources, async () => undefined);
  const rows: PreviewedRow[] = [];
  for (const plan of sources.plan.files) {
    const [file] = sources.files.get(plan.alias) ?? [];
    if (file === undefined) continue;
    for (const row of await firstRows(file, limit)) {
      const { events, problem, ...reading } = readRow(plan, row, tables);
      const person = "identifiers" in reading ? (reading.identifiers.find((text) => text !== "") ?? null) : null;
      for (const record of plan.records) {
        const said = (events ?? []).filter((event) => event.record === record).map((event) => shown(event, person));
        rows.push({ record, file: file.source.name, line: row.line, events: said, error: problem });
      }
    }
  }
  return { rows };
}

async function firstRows(file: OpenedFile, limit: number): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of rowsOf(file)) {
    rows.push(...batch.rows);
    if (rows.length >= limit) break;
  }
  return rows.slice(0, limit);
}

function shown({ at, key: _key, record: _record, ...event }: ReadEvent, person: string | null): PreviewedEvent {
  return { ...event, at: new Date(at).toISOString(), person, score: event.kind === "answer" ? event.score : null };
}
