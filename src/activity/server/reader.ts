import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "#platform/errors.ts";
import { type Encoding, limits, type MappingFile, type Separator } from "../model.ts";
import { type CsvRow, csvReader, withFormula } from "../rules/csv.ts";
import { guessEncoding, guessSeparator } from "../rules/sniff.ts";
import { quarantineColumns } from "./fingerprint.ts";

/** A file to read: where it is and what it was called when it was given. */
export interface SourceFile {
  name: string;
  path: string;
  bytes: number;
}

/** A file ready to be read, with what was not said about it found out. */
export interface OpenedFile {
  source: SourceFile;
  separator: Separator;
  encoding: Encoding;
  header: readonly string[];
  hasHeader: boolean;
}

/** Rows as they come, some hundred at a time, and how far into the file they are. */
export interface RowBatch {
  rows: CsvRow[];
  bytes: number;
}

/** What is wrong with a file, as the screens know it. */
type FileIssue = "file_unreadable" | "file_empty" | "file_not_text" | "file_unfolds" | "line_endless";

const sampleBytes = 256 * 1024;
const chunkBytes = 64 * 1024;

/** The first bytes of a file, unpacked; `isCut` when there are more. */
export async function sampleOf(source: SourceFile): Promise<{ bytes: Buffer; isCut: boolean }> {
  const handle = await open(source.path, "r").catch((cause: unknown) => {
    throw unreadable(source, "cannot be opened", { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    const bytes = isPacked(source) ? await unpackedHead(head) : head;
    return { bytes: bytes.subarray(0, sampleBytes), isCut: bytesRead < source.bytes || bytes.length > sampleBytes };
  } catch (cause) {
    throw unreadable(source, "cannot be read", { cause });
  } finally {
    await handle.close();
  }
}

/** The first bytes of what a piece of a packed file holds: a few can unfold to more than there is memory. */
async function unpackedHead(packed: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of Readable.from([packed]).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }))) {
    pieces.push(piece);
    length += piece.length;
    if (length > sampleBytes) break;
  }
  return Buffer.concat(pieces);
}

/**
 * Finds out how a file is written and which columns it has.
 * @throws AppError `file_unreadable` when it is empty, not text, or has too many columns.
 */
export async function openFile(
  source: SourceFile,
  said: Partial<Pick<MappingFile, "separator" | "encoding" | "header">>,
): Promise<OpenedFile> {
  const { bytes, isCut } = await sampleOf(source);
  const encoding = said.encoding ?? guessEncoding(bytes, isCut);
  const text = new TextDecoder(encoding).decode(bytes, { stream: isCut });
  if (text.includes("\u0000"))
    throw unreadable(source, "is not a text file in UTF-8 or Windows-1252", { code: "file_not_text" });
  const separator = said.separator ?? guessSeparator(text);
  const reader = csvReader(separator);
  const first = [...reader.push(text), ...reader.end()][0];
  if (first === undefined) throw unreadable(source, "is empty", { code: "file_empty" });
  if (first.problem !== null) throw unreadable(source, "has a first row that cannot be read");
  if (first.cells.length > limits.columns)
    throw unreadable(source, `has ${first.cells.length} columns; at most ${limits.columns} can be read`);
  const hasHeader = said.header ?? true;
  const cells = isQuarantine(first.cells) ? first.cells.map(withFormula) : first.cells;
  return { source, separator, encoding, hasHeader, header: columnNames(cells, hasHeader) };
}

/** Whether a file is a quarantine that was downloaded: its cells were made harmless for a spreadsheet. */
function isQuarantine(columns: readonly string[]): boolean {
  return quarantineColumns.every((name) => columns.includes(name));
}

/** Names as written; empty ones are called by their position, and one that is there already gets a number. */
export function columnNames(cells: readonly string[], hasHeader: boolean): string[] {
  const names: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const written = (hasHeader ? cell.trim() : "") || String(index + 1);
    let name = written;
    for (let count = 2; names.includes(name); count += 1) name = `${written} (${count})`;
    names.push(name);
  }
  return names;
}

/**
 * Reads the rows after the header. Gives way to other work between batches, so that a server that imports keeps
 * answering; a row of another width than the header, or with broken characters, says so in `problem`.
 */
export async function* rowsOf(file: OpenedFile): AsyncGenerator<RowBatch> {
  const { source, header } = file;
  const reader = csvReader(file.separator);
  const decoder = new TextDecoder(file.encoding);
  const bytes = createReadStream(source.path, { highWaterMark: chunkBytes });
  const chunks = isPacked(source) ? bytes.pipe(createGunzip()) : bytes;
  bytes.on("error", (error) => chunks.destroy(error));
  const most = Math.max(limits.unpackedBytes, limits.unpackedRatio * source.bytes);
  let unpacked = 0;
  let isHeader = file.hasHeader;
  const asItWas = isQuarantine(header) ? (cells: string[]) => cells.map(withFormula) : null;
  const checked = (rows: CsvRow[]): RowBatch => {
    const data = isHeader && rows.length > 0 ? rows.slice(1) : rows;
    if (rows.length > 0) isHeader = false;
    if (asItWas !== null) for (const row of data) row.cells = asItWas(row.cells);
    for (const row of data) row.problem ??= problemOf(row, header.length);
    return { rows: data, bytes: bytes.bytesRead };
  };
  try {
    for await (const chunk of chunks) {
      unpacked += chunk.length;
      if (unpacked > most)
        throw unreadable(source, `unfolds to more than ${limits.unpackedRatio} times its size`, {
          code: "file_unfolds",
        });
      for (let at = 0; at < chunk.length; at += chunkBytes) {
        yield checked(reader.push(decoder.decode(chunk.subarray(at, at + chunkBytes), { stream: true })));
        if (reader.held() > limits.lineCharacters)
          throw unreadable(source, `has a line of more than ${limits.lineCharacters} characters`, {
            code: "line_endless",
          });
        await nextTurn();
      }
    }
    yield checked([...reader.push(decoder.decode()), ...reader.end()]);
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable(source, "cannot be read to its end", { cause });
  } finally {
    bytes.destroy();
  }
}

function problemOf(row: CsvRow, width: number): CsvRow["problem"] {
  const { cells } = row;
  while (cells.length > width && cells.at(-1)?.trim() === "") cells.pop();
  if (cells.length < width) return "row_too_short";
  if (cells.length > width) return "row_too_long";
  for (const cell of cells) {
    if (cell.length > limits.cellCharacters) return "cell_too_long";
    if (cell.includes("\uFFFD")) return "encoding";
  }
  return null;
}

/** The size of a file on disk. */
export async function sourceFile(name: string, path: string): Promise<SourceFile> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable({ name, path, bytes: 0 }, "is not there", { cause });
  });
  if (found.size > limits.fileBytes)
    throw unreadable({ name, path, bytes: found.size }, `is larger than ${limits.fileBytes / 1024 ** 3} GiB`);
  return { name, path, bytes: found.size };
}

function isPacked(source: SourceFile): boolean {
  return source.name.toLowerCase().endsWith(".gz");
}

function unreadable(
  source: SourceFile,
  what: string,
  { code = "file_unreadable", cause }: { code?: FileIssue; cause?: unknown } = {},
): AppError {
  return new AppError("file_unreadable", `The file ${source.name} ${what}.`, {
    remedy: "Export it again as CSV, then try once more.",
    issues: [{ path: source.name, code, message: `${source.name} ${what}` }],
    cause,
  });
}
