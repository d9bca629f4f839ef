import { AppError } from "#platform/errors.ts";
import { limits, type Mapping } from "../model.ts";
import { type Plan, planOf } from "../rules/plan.ts";
import type { Cells, Headers, LookupTable } from "../rules/view.ts";
import type { MappingSource } from "./mapping-text.ts";
import { type OpenedFile, openFile, rowsOf, type SourceFile } from "./reader.ts";

/** The files of an import, found and opened, and the plan that reads them. */
export interface Sources {
  plan: Plan;
  files: ReadonlyMap<string, readonly OpenedFile[]>;
  /** Bytes that will be read in all. */
  bytes: number;
}

/**
 * Finds the files a mapping speaks of among those given and compiles the mapping for them.
 * @throws AppError `file_unreadable` when one is missing; `mapping_invalid` when a column is.
 */
export async function openSources(source: MappingSource, given: readonly SourceFile[]): Promise<Sources> {
  const { mapping, invalid } = source;
  const files = new Map<string, OpenedFile[]>();
  const missing: string[] = [];
  for (const [alias, said] of Object.entries(mapping.files)) {
    const isNamed = pattern(said.file);
    const found = given.filter(({ name }) => isNamed.test(name));
    if (found.length === 0) missing.push(said.file);
    files.set(alias, await Promise.all(found.map((file) => openFile(file, { header: said.header, ...pick(said) }))));
  }
  if (missing.length > 0) throw absent(missing, given);
  const headers: Headers = new Map([...files].map(([alias, opened]) => [alias, opened[0]?.header ?? []]));
  checkSameColumns(files);
  const { plan, issues } = planOf(mapping, headers);
  if (issues.length > 0) throw invalid(issues);
  const read = [...plan.files, ...plan.lookups].flatMap(({ alias }) => files.get(alias) ?? []);
  return { plan, files, bytes: read.reduce((sum, file) => sum + file.source.bytes, 0) };
}

/** Separator and encoding, where the mapping says them. */
function pick({ separator, encoding }: Mapping["files"][string]): {
  separator?: NonNullable<typeof separator>;
  encoding?: NonNullable<typeof encoding>;
} {
  return { ...(separator === undefined ? {} : { separator }), ...(encoding === undefined ? {} : { encoding }) };
}

function pattern(name: string): RegExp {
  const literal = name
    .split("*")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(".*");
  return new RegExp(`^${literal}(?:\\.gz)?$`, "i");
}

function absent(missing: readonly string[], given: readonly SourceFile[]): AppError {
  const there = given.map(({ name }) => name).join(", ") || "none";
  return new AppError("file_unreadable", `No file is called ${missing.join(", ")}; given: ${there}.`, {
    remedy: "Add the file, or change its name under files in the mapping.",
    issues: missing.map((name) => ({ path: name, code: "file_missing", message: `no file is called ${name}` })),
  });
}

/** Files of one alias are parts of one table: columns in another order would be read as other columns. */
function checkSameColumns(files: ReadonlyMap<string, readonly OpenedFile[]>): void {
  for (const [alias, [first, ...others]] of files) {
    const different = others.find((file) => file.header.join("\n") !== first?.header.join("\n"));
    if (different === undefined || first === undefined) continue;
    throw new AppError(
      "file_unreadable",
      `${different.source.name} has other columns than ${first.source.name}, and both are ${alias}.`,
      {
        remedy: "Give each its own name under files in the mapping.",
      },
    );
  }
}

/** Reads the rows that others look up, and only the columns they need; of rows with the same key the first counts. */
export async function readLookups(
  { plan, files }: Sources,
  onBytes: (file: OpenedFile, bytes: number) => Promise<void>,
): Promise<LookupTable[]> {
  const tables: Map<string, Cells>[] = [];
  for (const { alias, key, columns } of plan.lookups) {
    const table = new Map<string, Cells>();
    for (const file of files.get(alias) ?? []) {
      const keyAt = file.header.indexOf(key);
      const positions = columns.map((column) => file.header.indexOf(column));
      for await (const { rows, bytes } of rowsOf(file)) {
        for (const { cells, problem } of rows) {
          const name = cells[keyAt] ?? "";
          if (problem === null && name !== "" && !table.has(name))
            table.set(
              detached(name),
              positions.map((at) => detached(cells[at] ?? "")),
            );
        }
        if (table.size > limits.lookupRows) throw tooMany(file);
        await onBytes(file, bytes);
      }
    }
    tables.push(table);
  }
  return tables;
}

/** A cell cut out of a piece of the file keeps the whole piece in memory; its copy does not. */
function detached(cell: string): string {
  return cell.length < 13 ? cell : Buffer.from(cell).toString();
}

function tooMany({ source }: OpenedFile): AppError {
  return new AppError(
    "too_large",
    `${source.name} has more than ${limits.lookupRows.toLocaleString("en")} rows to look up.`,
    {
      remedy: "Join the columns that are needed into the other file before exporting.",
    },
  );
}
