import * as Y from "yjs";
import {
  laneKinds,
  type Card,
  type JourneyDocument,
  type Lane,
  type LaneKind,
  type Placement,
  type Stage,
  type Step,
} from "./model.ts";
import { compareOrder, readOrder, type Ordered } from "./order.ts";

/** The shape below; a document of a later version is read as far as it is understood. */
export const documentVersion = 1;

/** Most of each that a document may hold by adding; merged edits of several people may go over. */
export const limits = {
  stages: 60,
  steps: 200,
  lanes: 60,
  cards: 10_000,
  placements: 2_000,
  name: 200,
  text: 4_000,
} as const;

/** Each a root map: id → map of fields, with `order` for the place among siblings. */
export type Collection = "stages" | "steps" | "lanes" | "cards" | "placements";
export type Item = Y.Map<unknown>;

/** Lanes drawn from placements and live figures. */
const lanesWithoutCards: ReadonlySet<LaneKind> = new Set(["touchpoint", "measure"]);
const id = /^[\w-]{1,64}$/;

export function collectionOf(doc: Y.Doc, name: Collection): Y.Map<Item> {
  return doc.getMap<Item>(name);
}

export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap("meta");
}

export function holdsCards(kind: LaneKind): boolean {
  return !lanesWithoutCards.has(kind);
}

interface Entry extends Ordered {
  item: Item;
}

/** The items of a collection in order, those that meet a condition; what is not an item is passed over. */
export function entriesOf(doc: Y.Doc, name: Collection, isWanted: (item: Item) => boolean = () => true): Entry[] {
  const entries: Entry[] = [];
  for (const [key, item] of collectionOf(doc, name)) {
    if (item instanceof Y.Map && id.test(key) && isWanted(item))
      entries.push({ id: key, order: readOrder(item.get("order")), item });
  }
  return entries.toSorted(compareOrder);
}

/**
 * What a document says, every list in reading order and without loose ends whatever was merged into it (rules J10–J16).
 * Whatever is as in `previous` is the same object, so that a screen redraws only what changed.
 */
export function readDocument(doc: Y.Doc, previous?: JourneyDocument): JourneyDocument {
  const shown = shownStages(doc);
  const stages = shown.entries.map(({ id, item }): Stage => ({ id, name: text(item.get("name"), limits.name) }));
  const stagePosition = positions(stages);
  const steps = entriesOf(doc, "steps")
    .flatMap(({ id, item }): Step[] => {
      const stageId = shown.homeOf(item.get("stageId"));
      return stageId === null ? [] : [{ id, stageId, name: text(item.get("name"), limits.name) }];
    })
    .toSorted((a, b) => at(stagePosition, a.stageId) - at(stagePosition, b.stageId));
  const lanes = entriesOf(doc, "lanes").flatMap(({ id, item }): Lane[] => {
    const kind = laneKind(item.get("kind"));
    return kind === null ? [] : [{ id, kind, name: text(item.get("name"), limits.name) }];
  });
  const stepPosition = positions(steps);
  const lanePosition = positions(lanes.filter((lane) => holdsCards(lane.kind)));
  const cards = entriesOf(doc, "cards")
    .flatMap(({ id, item }): Card[] => {
      const { laneId, stepId } = placeOf(item);
      const isShown = stepPosition.has(stepId) && lanePosition.has(laneId);
      return isShown ? [{ id, laneId, stepId, text: text(item.get("text"), limits.text) }] : [];
    })
    .toSorted(
      (a, b) =>
        at(stepPosition, a.stepId) - at(stepPosition, b.stepId) ||
        at(lanePosition, a.laneId) - at(lanePosition, b.laneId),
    );
  const placements = readPlacements(doc, stepPosition);
  const document = { name: text(metaOf(doc).get("name"), limits.name), stages, steps, lanes, cards, placements };
  return previous === undefined ? document : shareUnchanged(previous, document);
}

/** Every touchpoint at most once a step: the first of several that met in a merge. */
function readPlacements(doc: Y.Doc, stepPosition: ReadonlyMap<string, number>): Placement[] {
  const seen = new Set<string>();
  return entriesOf(doc, "placements")
    .flatMap(({ id, item }): Placement[] => {
      const stepId = string(item.get("stepId"));
      const touchpointId = string(item.get("touchpointId"));
      const where = `${stepId} ${touchpointId}`;
      if (touchpointId === "" || !stepPosition.has(stepId) || seen.has(where)) return [];
      seen.add(where);
      return [
        {
          id,
          stepId,
          touchpointId,
          importance: importance(item.get("importance")),
          momentOfTruth: item.get("momentOfTruth") === true,
          expectation: finite(item.get("expectation")),
        },
      ];
    })
    .toSorted((a, b) => at(stepPosition, a.stepId) - at(stepPosition, b.stepId));
}

interface ShownStages {
  entries: Entry[];
  /** The stage that shows the steps of a stage: itself, or when it was deleted the nearest before it, else after it. */
  homeOf: (stageId: unknown) => string | null;
}

/**
 * A deleted stage stays in the document, marked, so that steps which somebody else was putting into it still have a
 * home; and when two people deleted the last two at once, the first of them stays on screen with the steps.
 */
export function shownStages(doc: Y.Doc): ShownStages {
  const all = entriesOf(doc, "stages");
  const alive = all.filter(({ item }) => item.get("deleted") !== true);
  const hasSteps = () => collectionOf(doc, "steps").size > 0;
  const entries = alive.length === 0 && hasSteps() ? all.slice(0, 1) : alive;
  const first = entries[0]?.id ?? null;
  const home = new Map<string, string | null>();
  const isShown = new Set(entries.map((entry) => entry.id));
  let last = first;
  for (const { id } of all) {
    if (isShown.has(id)) last = id;
    home.set(id, last);
  }
  return { entries, homeOf: (stageId) => home.get(string(stageId)) ?? first };
}

/** Where a card is, shown or not. */
function placeOf(card: Item): { stepId: string; laneId: string } {
  return { stepId: string(card.get("stepId")), laneId: string(card.get("laneId")) };
}

/** The kind of a lane, null when this version does not know it. */
export function laneKind(value: unknown): LaneKind | null {
  return laneKinds.find((kind) => kind === value) ?? null;
}

function positions(items: readonly { id: string }[]): Map<string, number> {
  return new Map(items.map((item, index) => [item.id, index]));
}

function at(position: ReadonlyMap<string, number>, id: string): number {
  return position.get(id) ?? -1;
}

function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function text(value: unknown, longest: number): string {
  return (value instanceof Y.Text ? value.toJSON() : string(value)).slice(0, longest);
}

function importance(value: unknown): number | null {
  return [1, 2, 3, 4, 5].find((level) => level === value) ?? null;
}

function finite(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function shareUnchanged(previous: JourneyDocument, next: JourneyDocument): JourneyDocument {
  const shared: JourneyDocument = {
    name: next.name,
    stages: shareItems(previous.stages, next.stages),
    steps: shareItems(previous.steps, next.steps),
    lanes: shareItems(previous.lanes, next.lanes),
    cards: shareItems(previous.cards, next.cards),
    placements: shareItems(previous.placements, next.placements),
  };
  return isSame(previous, shared) ? previous : shared;
}

function shareItems<T extends { id: string }>(previous: readonly T[], next: T[]): T[] {
  const known = new Map(previous.map((item) => [item.id, item]));
  const shared = next.map((item) => {
    const before = known.get(item.id);
    return before !== undefined && isSame(before, item) ? before : item;
  });
  const isUnchanged = shared.length === previous.length && shared.every((item, index) => item === previous[index]);
  return isUnchanged ? (previous as T[]) : shared;
}

function isSame<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => a[key] === b[key]);
}
