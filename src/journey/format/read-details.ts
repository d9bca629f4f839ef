import type { DocumentDraft } from "../model.ts";
import type { NameCollector } from "./collect-names.ts";
import { expectNumber, expectOneOf, expectText, expectYesNo, readList, type TableRow } from "./table.ts";
import { type cardTable, flagWords, type listTable, type placementTable } from "./tables.ts";

type CardColumn = keyof typeof cardTable.columns & keyof typeof listTable.columns;
type PlacementColumn = keyof typeof placementTable.columns & keyof typeof listTable.columns;

/** What a row says of a card beside its text and its place. @throws FileRefused */
export function readCardDetails(row: TableRow<CardColumn>, names: NameCollector) {
  const level = (column: CardColumn) =>
    expectNumber(row.text(column), row.where(column), { min: 1, max: 5, whole: true });
  return {
    span: expectNumber(row.text("span"), row.where("span"), { min: 1, max: 200, whole: true }) ?? 1,
    severity: level("severity"),
    frequency: level("frequency"),
    evidence: expectText(row.text("evidence"), row.where("evidence"), 2000),
    isMet: expectYesNo(row.text("isMet"), row.where("isMet")),
    value: level("value"),
    effort: level("effort"),
    personaIds: readList(row.text("personas")).flatMap((said) => names.persona(said) ?? []),
    tags: readList(row.text("tags")),
  } satisfies Partial<DocumentDraft["cards"][number]>;
}

/** What a row says of a touchpoint at a step. @throws FileRefused */
export function readPlacementDetails(row: TableRow<PlacementColumn>) {
  const level = (column: PlacementColumn) =>
    expectNumber(row.text(column), row.where(column), { min: 1, max: 5, whole: true });
  return {
    importance: level("importance"),
    momentOfTruth: expectYesNo(row.text("momentOfTruth"), row.where("momentOfTruth")) === true,
    expectation: expectNumber(row.text("expectation"), row.where("expectation")),
    selfScore: level("selfScore"),
    flag: expectOneOf(flagWords, row.text("flag"), row.where("flag")),
  } satisfies Partial<DocumentDraft["placements"][number]>;
}
