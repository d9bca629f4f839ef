import type { Identifier, Mapping } from "../model.ts";
import { type MappingIssue, propertyColumns } from "./check.ts";
import { identifierReaders, type Problem, type ReadEvent, rowReader } from "./records.ts";
import { columnReference } from "./references.ts";
import { type Cells, compilation, type Headers, type Lookup, type LookupTable, view } from "./view.ts";

/** What a row is: its events and the identifiers of its person, nothing to read, or a problem. */
export type Reading =
  | { events: readonly ReadEvent[]; identifiers: readonly string[]; problem: null }
  | { events: null; problem: Problem | null };

/** How the rows of one file are read. A row is read whole or not at all. */
export interface FilePlan {
  alias: string;
  /** Positions of the records that read this file. */
  records: readonly number[];
  /** Which identifiers `Reading.identifiers` holds, in the same order. */
  identifiers: readonly Identifier[];
  /** `tables` in the order of `Plan.lookups`. */
  read(cells: Cells, tables: readonly LookupTable[]): Reading;
}

export interface Plan {
  lookups: readonly Lookup[];
  files: readonly FilePlan[];
  /** Names of the touchpoints met in columns so far, by key. */
  touchpoints: ReadonlyMap<string, string>;
}

/** Compiles a mapping for files with these columns; a column that is nowhere is an issue, and then there is no plan. */
export function planOf(mapping: Mapping, headers: Headers): { plan: Plan; issues: readonly MappingIssue[] } {
  const compiling = compilation(mapping, headers);
  const aliases = new Set(mapping.records.map(({ file }) => file));
  const files = [...aliases].map((alias): FilePlan => {
    const ofFile = view(compiling, alias);
    const readers = mapping.records.flatMap((record, index) =>
      record.file === alias ? [rowReader(compiling, index, ofFile)] : [],
    );
    const people = identifierReaders(compiling, alias, ofFile);
    const missing: Reading = {
      events: null,
      problem: { code: "person_missing", detail: people.map(([{ column }]) => column).join(", ") },
    };
    return {
      alias,
      records: mapping.records.flatMap((record, index) => (record.file === alias ? [index] : [])),
      identifiers: people.map(([identifier]) => identifier),
      read: (cells, tables) => {
        const row = ofFile.widen(cells, tables);
        const events: ReadEvent[] = [];
        for (const read of readers) {
          const reading = read(row);
          if (reading.problem !== null) return { events: null, problem: reading.problem };
          if (reading.events !== null) events.push(...reading.events);
        }
        if (events.length === 0) return { events: null, problem: null };
        const identifiers = people.map(([, get]) => get(row));
        return people.length > 0 && identifiers.every((text) => text === "")
          ? missing
          : { events, identifiers, problem: null };
      },
    };
  });
  const issues = [...compiling.issues, ...nowhere(mapping, headers), ...withoutPerson(mapping, files)];
  return { plan: { lookups: compiling.lookups, files, touchpoints: compiling.touchpoints }, issues: unique(issues) };
}

/** Columns of people and properties may be of some files only; of none is a mistake. */
function nowhere(mapping: Mapping, headers: Headers): MappingIssue[] {
  const named: (readonly [string, string])[] = mapping.people.map(({ column }, index) => [
    `people.${index}.column`,
    column,
  ]);
  for (const [name, property] of Object.entries(mapping.properties)) {
    for (const column of propertyColumns(property)) named.push([`properties.${name}`, column]);
  }
  return named.flatMap(([path, text]): MappingIssue[] => {
    const isSomewhere = [...headers].some(([file, header]) => {
      const { alias, column } = columnReference(mapping.files, file, text);
      return alias === file ? header.includes(column) : headers.get(alias)?.includes(column);
    });
    return isSomewhere
      ? []
      : [{ path, code: "column_unknown", message: `no file has a column ${JSON.stringify(text)}` }];
  });
}

function withoutPerson(mapping: Mapping, files: readonly FilePlan[]): MappingIssue[] {
  if (mapping.people.length === 0) return [];
  return files
    .filter(({ identifiers }) => identifiers.length === 0)
    .map(({ alias }) => ({
      path: "people",
      code: "person_unreachable",
      message: `no column under people can be reached from ${alias}; add a join`,
    }));
}

function unique(issues: readonly MappingIssue[]): MappingIssue[] {
  return [...new Map(issues.map((issue) => [`${issue.path}\n${issue.message}`, issue])).values()];
}
