import type { SniffedColumn } from "../model.ts";
import type { Table } from "./propose.ts";

export interface ProposedJoin {
  from: string;
  to: string;
  column: string;
}

/**
 * Proposes that files look each other up by identifiers of the same name, from where it is repeated to where it is not.
 * When it is unique in both, the file with fewer dates is the one that only describes.
 */
export function proposeJoins(tables: readonly Table[]): ProposedJoin[] {
  const joins: ProposedJoin[] = [];
  const leads = (from: string, to: string): boolean =>
    from === to || joins.some((join) => join.from === from && leads(join.to, to));
  for (const [from, to, column] of pairs(tables)) {
    if (!leads(to, from) && !leads(from, to)) joins.push({ from, to, column });
  }
  return joins;
}

function* pairs(tables: readonly Table[]): Generator<[from: string, to: string, column: string]> {
  for (const from of tables) {
    if (from.dates.length === 0) continue;
    for (const to of tables) {
      if (from === to) continue;
      for (const column of from.columns) {
        const other = to.columns.find(({ name }) => name === column.name);
        if (other === undefined || column.kind !== "identifier" || !isUnique(other, to)) continue;
        if (isDescribed(from, column, to)) yield [from.alias, to.alias, column.name];
      }
    }
  }
}

function isUnique({ distinct, filled }: SniffedColumn, { sample }: Table): boolean {
  const { rows } = sample.sniffed;
  return rows > 0 && filled === 1 && distinct === rows;
}

/** An answer is about a case and not the other way round, even where each case has one answer. */
function isDescribed(from: Table, column: SniffedColumn, to: Table): boolean {
  if (to.score !== null && from.score === null) return false;
  if (!isUnique(column, from) || from.score !== null) return true;
  return to.dates.length < from.dates.length;
}
