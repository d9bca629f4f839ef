import type { Mapping } from "../model.ts";
import type { MappingIssue } from "./check.ts";
import { type DateReader, dateReader } from "./dates.ts";
import { columnReference, joinPath, type ParsedJoin, parseJoin } from "./references.ts";
import { type Zone, zone } from "./time-zone.ts";

/** Cells of a row, by position. */
export type Cells = readonly string[];
/** A row and the rows it looked up, by slot; a slot is undefined where nothing was found. Slot 0 is the row itself. */
export type WideRow = readonly (Cells | undefined)[];
export type Getter = (row: WideRow) => string;
/** Undefined: the cell is empty. Null: it holds no date of the format said. */
export type DateGetter = (row: WideRow) => number | null | undefined;

/** A file that has to be read before others, because they look rows up in it: only these of its columns, by this key. */
export interface Lookup {
  alias: string;
  key: string;
  columns: string[];
}
/** Rows by key, each cut to the lookup's columns. */
export type LookupTable = ReadonlyMap<string, Cells>;

interface Step {
  lookup: number;
  key: Getter;
}

/** The columns of each file, as its first row says. */
export type Headers = ReadonlyMap<string, Cells>;

/** What all records share while a mapping is being compiled: the lookups asked for so far, time zones, and what is wrong. */
export interface Compilation {
  mapping: Mapping;
  headers: Headers;
  joins: readonly ParsedJoin[];
  lookups: Lookup[];
  /** Names of touchpoints that columns speak of, by key, as rows are read. */
  touchpoints: Map<string, string>;
  issues: MappingIssue[];
  zoneOf: (alias: string) => Zone;
}

export function compilation(mapping: Mapping, headers: Headers): Compilation {
  const zones = new Map<string, Zone>();
  const zoneOf = (alias: string): Zone => {
    const name = mapping.files[alias]?.timeZone ?? mapping.timeZone;
    const known = zones.get(name) ?? zone(name);
    zones.set(name, known);
    return known;
  };
  return {
    mapping,
    headers,
    joins: mapping.joins.map(parseJoin),
    lookups: [],
    touchpoints: new Map(),
    issues: [],
    zoneOf,
  };
}

/** One file seen together with what its rows look up. */
export interface View {
  /** Reads a column; says so in `issues` when there is no such column, with the path that names it. */
  column(path: string, text: string): Getter;
  date(path: string, text: string): DateGetter;
  /** The rows that a row looks up, each in its slot. */
  widen(cells: Cells, tables: readonly LookupTable[]): WideRow;
}

const empty: Getter = () => "";

export function view(compiling: Compilation, own: string): View {
  const { mapping, headers, joins, lookups, issues } = compiling;
  const slots = new Map<string, number>([[own, 0]]);
  const steps: Step[] = [];

  const inHeader = (path: string, alias: string, name: string): number => {
    const header = headers.get(alias) ?? [];
    const index = header.indexOf(name);
    if (index < 0) {
      const file = mapping.files[alias]?.file ?? alias;
      issues.push({
        path,
        code: "column_unknown",
        message: `${file} has no column ${JSON.stringify(name)}; it has ${header.slice(0, 40).join(", ")}`,
      });
    }
    return index;
  };
  const getter = (path: string, alias: string, name: string, key?: ParsedJoin): Getter => {
    const index = inHeader(path, alias, name);
    if (index < 0) return empty;
    if (key === undefined) return (row) => row[0]?.[index] ?? "";
    const slot = slotOf(path, alias, key);
    const columns = lookups[steps[slot - 1]?.lookup ?? -1]?.columns ?? [];
    if (!columns.includes(name)) columns.push(name);
    const position = columns.indexOf(name);
    return (row) => row[slot]?.[position] ?? "";
  };
  const slotOf = (path: string, alias: string, join: ParsedJoin): number => {
    const known = slots.get(alias);
    if (known !== undefined) return known;
    inHeader(path, join.to.alias, join.to.column);
    let lookup = lookups.findIndex((each) => each.alias === alias && each.key === join.to.column);
    if (lookup < 0) lookup = lookups.push({ alias, key: join.to.column, columns: [] }) - 1;
    const before = joinPath(joins, own, join.from.alias)?.at(-1);
    const key = getter(path, join.from.alias, join.from.column, before);
    const slot = steps.push({ lookup, key });
    slots.set(alias, slot);
    return slot;
  };
  const column = (path: string, text: string): Getter => {
    const reference = columnReference(mapping.files, own, text);
    return getter(path, reference.alias, reference.column, joinPath(joins, own, reference.alias)?.at(-1));
  };
  const date = (path: string, text: string): DateGetter => {
    const reference = columnReference(mapping.files, own, text);
    const get = column(path, text);
    const read = readerOf(compiling, reference.alias, reference.column);
    return (row) => {
      const cell = get(row);
      return cell === "" ? undefined : read(cell);
    };
  };
  const widen = (cells: Cells, tables: readonly LookupTable[]): WideRow => {
    const row: (Cells | undefined)[] = [cells];
    for (const { lookup, key } of steps) row.push(tables[lookup]?.get(key(row)));
    return row;
  };
  return { column, date, widen };
}

function readerOf({ mapping, zoneOf }: Compilation, alias: string, column: string): DateReader {
  const dates = mapping.files[alias]?.dates ?? "iso";
  return dateReader(typeof dates === "string" ? dates : (dates[column] ?? "iso"), zoneOf(alias));
}
