import { keyFrom } from "#touchpoint/rules.ts";
import { type Collection, holdsCards, limits } from "../document.ts";
import { emotionId } from "../edit.ts";
import type { DocumentDraft, JourneyDocument } from "../model.ts";
import { matchItems, readItems } from "./cell-text.ts";
import { readFraming } from "./framing.ts";
import { type Grid, gridMark, type GridLane, laneKindOf, readGrid } from "./grid.ts";
import { type JourneyFile, JourneyFile as File, formatName, formatVersion } from "./journey-file.ts";
import { collectNames, type NameCollector } from "./collect-names.ts";
import { readCardDetails, readPlacementDetails } from "./read-details.ts";
import { refused } from "./refusal.ts";
import {
  expectNumber,
  expectOneOf,
  expectText,
  expectYesNo,
  oneOf,
  readTable,
  type Sheet,
  type Table,
  type TableRow,
} from "./table.ts";
import * as tables from "./tables.ts";

const usableId = /^[\w-]{1,200}$/;

/**
 * Reads sheets as a journey: those that `writeWorkbook` makes, changed as one likes, or one that was made by hand.
 * @throws FileRefused naming the cell.
 */
export function readWorkbook(sheets: readonly Sheet[], fallbackName: string, newId: () => string): JourneyFile {
  const map = sheets.find((sheet) => sheet.rows[0]?.[0] === gridMark) ?? sheets.find(isFilled);
  if (map === undefined) throw refused("empty", "", "there is nothing in it");
  const grid = readGrid(map);
  const tableOf = <Column extends string>(table: Table<Column>): TableRow<Column>[] => {
    const own = grid.isHandMade ? undefined : sheets.find(({ name }) => isNamed(name, table));
    return own === undefined ? [] : readTable(table, own);
  };
  return new WorkbookReader(grid, tableOf, newId).read(fallbackName);
}

function isFilled({ rows }: Sheet): boolean {
  return rows.some((row) => row.some((cell) => cell !== null && cell !== ""));
}

function isNamed(name: string, table: Table<string>): boolean {
  return [table.name.en, table.name.fr].some((word) => keyFrom(word) === keyFrom(name));
}

type TableOf = <Column extends string>(table: Table<Column>) => TableRow<Column>[];

/** The map says what there is and where; the tables say more of it, found by id, else by name or text. */
class WorkbookReader {
  private readonly grid: Grid;
  private readonly tableOf: TableOf;
  private readonly newId: () => string;
  private readonly names: NameCollector;
  private readonly used = new Set<string>();

  constructor(grid: Grid, tableOf: TableOf, newId: () => string) {
    this.grid = grid;
    this.tableOf = tableOf;
    this.newId = newId;
    this.names = collectNames(newId);
  }

  read(fallbackName: string): JourneyFile {
    for (const row of this.tableOf(tables.personaTable)) this.names.addPersona(row);
    const stages = this.readStages();
    const steps = this.readSteps(stages);
    const lanes = this.readLanes();
    refuseMore("stages", stages);
    refuseMore("steps", steps);
    refuseMore("lanes", lanes);
    const cards = this.readCards(steps, lanes);
    const placements = this.readPlacements(steps, lanes);
    const emotions = this.readEmotions(steps, lanes);
    const { head, said } = readFraming(
      this.tableOf(tables.framingTable).map(({ text, where }) => ({
        subject: text("subject"),
        said: text("said"),
        where: where("said"),
      })),
    );
    const document: DocumentDraft = {
      ...said,
      name: this.grid.name.trim() || said.name || fallbackName,
      stages,
      steps,
      lanes: lanes.map(({ lane }) => lane),
      cards,
      placements,
      links: this.readLinks(steps, placements),
      emotions,
      personas: this.names.personasOnMap(),
    };
    const file = { format: formatName, version: formatVersion, journey: head, document, names: this.names.names() };
    const checked = File.safeParse(file);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    throw refused("wrong", issue?.path.map(String).join(".") ?? "", issue?.message ?? "");
  }

  /** The id that a cell holds, or a new one when it holds none that is free. */
  private ownId(collection: Collection, wanted: string): string {
    const id = usableId.test(wanted) && !this.used.has(`${collection} ${wanted}`) ? wanted : this.newId();
    this.used.add(`${collection} ${id}`);
    return id;
  }

  private readStages() {
    const rows = new Map(this.tableOf(tables.stepTable).map((row) => [row.text("stageId"), row]));
    return this.grid.stages.map(({ id, name }) => {
      const row = rows.get(id);
      const phase = row === undefined ? null : expectOneOf(tables.phaseWords, row.text("phase"), row.where("phase"));
      return { id: this.ownId("stages", id), name, phase };
    });
  }

  private readSteps(stages: readonly { id: string }[]) {
    const rows = new Map(this.tableOf(tables.stepTable).map((row) => [row.text("stepId"), row]));
    return this.grid.steps.map(({ id, name, stage, column }) => {
      const row = id === "" ? undefined : rows.get(id);
      const selfScore = row === undefined ? null : level(row, "selfScore");
      return { id: this.ownId("steps", id), stageId: stages[stage]?.id ?? "", name, selfScore, column };
    });
  }

  private readLanes() {
    const rows = new Map(this.tableOf(tables.laneTable).map((row) => [row.text("laneId"), row]));
    return this.grid.lanes.map((shown) => {
      const row = shown.id === "" ? undefined : rows.get(shown.id);
      const said = row === undefined ? null : expectOneOf(tables.laneWords, row.text("kind"), row.where("kind"));
      const kind = said ?? laneKindOf(shown.label);
      const isUsual = oneOf(tables.laneWords, shown.label) === kind && (row?.text("name") ?? "") === "";
      const flag = (column: "isHidden" | "isCollapsed" | "isLocked") =>
        row !== undefined && expectYesNo(row.text(column), row.where(column)) === true;
      const lane = {
        id: this.ownId("lanes", shown.id),
        kind,
        name: isUsual ? "" : shown.label,
        isHidden: flag("isHidden"),
        isCollapsed: flag("isCollapsed"),
        isLocked: flag("isLocked"),
      };
      return { lane, shown };
    });
  }

  private readCards(steps: readonly StepColumn[], lanes: readonly LaneRows[]): DocumentDraft["cards"] {
    const laneOf = (id: string, label: string) =>
      (lanes.find(({ lane }) => lane.id === id) ?? lanes.find(({ shown }) => shown.label === label))?.lane.id ?? "";
    const rowsAt = Map.groupBy(this.tableOf(tables.cardTable), (row) =>
      cellKey(stepOf(steps, row.text("stepId"), row.text("step")), laneOf(row.text("laneId"), row.text("lane"))),
    );
    const holding = lanes.filter(({ lane }) => holdsCards(lane.kind));
    return steps.flatMap(({ id: stepId, column }) =>
      holding.flatMap(({ lane: { id: laneId }, shown }) =>
        this.itemsOf(shown, column, rowsAt.get(cellKey(stepId, laneId)) ?? [], cardItem).map(
          ({ item, row, where }) => ({
            id: this.ownId("cards", row?.text("cardId") ?? ""),
            stepId,
            laneId,
            text: expectText(item, where, limits.text),
            ...(row !== null && readCardDetails(row, this.names)),
            ...(row !== null && row.text("imageId") !== "" && { imageId: row.text("imageId") }),
          }),
        ),
      ),
    );
  }

  private readPlacements(steps: readonly StepColumn[], lanes: readonly LaneRows[]): DocumentDraft["placements"] {
    const rowsAt = Map.groupBy(this.tableOf(tables.placementTable), (row) =>
      stepOf(steps, row.text("stepId"), row.text("step")),
    );
    const [first, ...others] = lanes.flatMap(({ lane, shown }) => (lane.kind === "touchpoint" ? [shown] : []));
    return steps.flatMap(({ id: stepId, column }) => {
      const rows = rowsAt.get(stepId) ?? [];
      // A map without the lane of its touchpoints has them on their own sheet alone; its further ones repeat the first.
      const items: Item<PlacementRow>[] =
        first === undefined
          ? rows.map((row) => ({ item: placementItem.text(row), row, where: placementItem.where(row) }))
          : this.itemsOf(first, column, rows, placementItem);
      const further = this.grid.isHandMade
        ? others.flatMap((lane) => this.itemsOf(lane, column, [], placementItem))
        : [];
      return this.placeAll(stepId, [...items, ...further]);
    });
  }

  /** A step has a touchpoint once. */
  private placeAll(stepId: string, items: readonly Item<PlacementRow>[]): DocumentDraft["placements"] {
    const placed = new Set<string>();
    return items.flatMap(({ item, row, where }) => {
      const touchpointId = this.names.touchpoint(expectText(item, where, longestName), row);
      if (touchpointId === null || placed.has(touchpointId)) return [];
      placed.add(touchpointId);
      const details =
        row === null ? { importance: null, momentOfTruth: false, expectation: null } : readPlacementDetails(row);
      return [{ id: this.ownId("placements", row?.text("placementId") ?? ""), stepId, touchpointId, ...details }];
    });
  }

  /** Every item of the cells of a lane at a step with the row that tells more of it. */
  private itemsOf<Row>(
    { rows: places }: GridLane,
    column: number,
    rows: readonly Row[],
    { text, where, isNew }: ItemRow<Row>,
  ): Item<Row>[] {
    const { isHandMade, cell } = this.grid;
    const read = places.map((place) => {
      const shown = cell(place, column);
      const { items, isCut } = readItems(shown.text, { isHandMade });
      return { items: items.map((item) => ({ item, where: shown.where })), isCut };
    });
    const items = read.flatMap((each) => each.items);
    const itemTexts = items.map(({ item }) => item);
    const { matched, left } = matchItems(itemTexts, rows, text);
    // Somebody took the others out of the map, unless the map had no room for them or they were added to their sheet.
    const added = left.filter((row) => read.some(({ isCut }) => isCut) || isNew(row));
    return [
      ...items.map(({ item, where: at }, index) => ({ item, row: matched[index] ?? null, where: at })),
      ...added.map((row) => ({ item: text(row), row, where: where(row) })),
    ];
  }

  private readEmotions(steps: readonly StepColumn[], lanes: readonly LaneRows[]): DocumentDraft["emotions"] {
    if (this.grid.isHandMade) return this.drawnEmotions(steps, lanes);
    return this.tableOf(tables.emotionTable).flatMap((row) => {
      const stepId = stepOf(steps, row.text("stepId"), row.text("step"));
      const value = expectNumber(row.text("value"), row.where("value"), { min: -2, max: 2 });
      if (stepId === "" || value === null) return [];
      const personaId = row.text("personaId") || this.names.persona(row.text("persona"));
      const state = expectOneOf(tables.stateWords, row.text("state"), row.where("state")) ?? "lived";
      const id = this.ownId("emotions", row.text("emotionId") || emotionId({ personaId, state, stepId }));
      return [{ id, personaId, state, stepId, value }];
    });
  }

  /** A hand-made line of emotions says a number from −2 to +2 at each step. */
  private drawnEmotions(steps: readonly StepColumn[], lanes: readonly LaneRows[]) {
    const line = lanes.find(({ lane }) => lane.kind === "emotion");
    return steps.flatMap(({ id: stepId, column }) => {
      const { text, where } = this.grid.cell(line?.shown.rows[0] ?? -1, column);
      const value = line === undefined ? null : expectNumber(text, where, { min: -2, max: 2 });
      const place = { personaId: null, state: "lived" as const, stepId };
      return value === null ? [] : [{ id: emotionId(place), ...place, value }];
    });
  }

  private readLinks(steps: readonly StepColumn[], placements: DocumentDraft["placements"]): DocumentDraft["links"] {
    const known = new Set(placements.map(({ id }) => id));
    return this.tableOf(tables.linkTable).flatMap((row) => {
      const kind = expectOneOf(tables.linkWords, row.text("kind"), row.where("kind"));
      const fromStepId = stepOf(steps, row.text("fromStepId"), row.text("fromStep"));
      const toStepId = stepOf(steps, row.text("toStepId"), row.text("toStep"));
      if (kind === null || fromStepId === "" || toStepId === "") return [];
      const placed = (id: string) => (known.has(id) ? id : null);
      return [
        {
          id: this.ownId("links", row.text("linkId")),
          kind,
          name: expectText(row.text("name"), row.where("name"), limits.name),
          fromStepId,
          toStepId,
          fromPlacementId: placed(row.text("fromPlacementId")),
          toPlacementId: placed(row.text("toPlacementId")),
        },
      ];
    });
  }
}

/** The most characters in the name of a touchpoint. */
const longestName = 120;

type CardRow = TableRow<keyof typeof tables.cardTable.columns>;
type PlacementRow = TableRow<keyof typeof tables.placementTable.columns>;

/** An item of a cell, and the row of a sheet that tells more of it. */
interface Item<Row> {
  item: string;
  row: Row | null;
  where: string;
}
/** How a row of a sheet tells of an item. */
interface ItemRow<Row> {
  text: (row: Row) => string;
  where: (row: Row) => string;
  /** Written into the sheet by hand. */
  isNew: (row: Row) => boolean;
}
const cardItem: ItemRow<CardRow> = {
  text: (row) => row.text("text"),
  where: (row) => row.where("text"),
  isNew: (row) => row.text("cardId") === "",
};
const placementItem: ItemRow<PlacementRow> = {
  text: (row) => row.text("touchpoint"),
  where: (row) => row.where("touchpoint"),
  isNew: (row) => row.text("placementId") === "",
};

interface StepColumn {
  id: string;
  name: string;
  column: number;
}
interface LaneRows {
  lane: { id: string; kind: JourneyDocument["lanes"][number]["kind"] };
  shown: GridLane;
}

function cellKey(stepId: string, laneId: string): string {
  return `${stepId} ${laneId}`;
}

function stepOf(steps: readonly StepColumn[], id: string, name: string): string {
  return (
    (steps.find((step) => step.id === id) ?? (id === "" ? steps.find((step) => step.name === name) : undefined))?.id ??
    ""
  );
}

function level<Column extends string>(row: TableRow<Column>, column: Column): number | null {
  return expectNumber(row.text(column), row.where(column), { min: 1, max: 5, whole: true });
}

/** Before its cards are looked for cell by cell. */
function refuseMore(list: "stages" | "steps" | "lanes", { length }: readonly unknown[]): void {
  if (length > limits[list]) throw refused("tooMany", list, `${length} where a journey holds ${limits[list]} at most`);
}
