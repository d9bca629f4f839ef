import type { Mapping } from "../model.ts";

/** A column of one of the mapping's files. */
export interface ColumnReference {
  alias: string;
  column: string;
}

export interface ParsedJoin {
  from: ColumnReference;
  to: ColumnReference;
}

/** `orders.state` is the column of another file when `orders` is one; everything else is a column of `own`. */
export function columnReference(files: Mapping["files"], own: string, text: string): ColumnReference {
  const dot = text.indexOf(".");
  const alias = text.slice(0, Math.max(dot, 0));
  return Object.hasOwn(files, alias) ? { alias, column: text.slice(dot + 1) } : { alias: own, column: text };
}

/** Splits `file.column = file.column`; the schema has checked the form. */
export function parseJoin(text: string): ParsedJoin {
  const [left = "", right = ""] = text.split(/\s*=\s*/, 2).map((side) => side.trim());
  return { from: whole(left), to: whole(right) };
}

function whole(text: string): ColumnReference {
  const dot = text.indexOf(".");
  return { alias: text.slice(0, dot), column: text.slice(dot + 1) };
}

/** The shortest way of joins from one file to another, the first written of equals; null when there is none. */
export function joinPath(joins: readonly ParsedJoin[], from: string, to: string): readonly ParsedJoin[] | null {
  const ways = new Map<string, readonly ParsedJoin[]>([[from, []]]);
  for (const [alias, way] of ways) {
    if (alias === to) return way;
    for (const join of joins) {
      if (join.from.alias === alias && !ways.has(join.to.alias)) ways.set(join.to.alias, [...way, join]);
    }
  }
  return null;
}
