import * as Y from "yjs";
import { limits } from "./limits.ts";
import {
  journeyStates,
  laneKinds,
  linkKinds,
  type Card,
  type EmotionPoint,
  type JourneyDocument,
  type Lane,
  type LaneKind,
  type Link,
  type Placement,
  type Stage,
  type Step,
} from "./model.ts";
import { compareOrder, readOrder, type Ordered } from "./order.ts";
import { finite, oneOf, readMeta, readOwn, string } from "./read-item.ts";

export { limits } from "./limits.ts";

/** The shape below; a document of a later version is read as far as it is understood. */
export const documentVersion = 2;

/** Each a root map: id → map of fields, with `order` for the place among siblings. */
export const collections = [
  "stages",
  "steps",
  "lanes",
  "cards",
  "placements",
  "links",
  "emotions",
  "personas",
] as const;
export type Collection = (typeof collections)[number];
export type Item = Y.Map<unknown>;

const lanesWithoutCards: ReadonlySet<LaneKind> = new Set([
  "touchpoint",
  "measure",
  "emotion",
  "interactionLine",
  "visibilityLine",
  "internalLine",
]);
const id = /^[\w-]{1,200}$/;

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
  const stages = shown.entries.map(({ id, item }): Stage => ({ id, ...readOwn.stages(item) }));
  const stagePosition = positions(stages);
  const steps = entriesOf(doc, "steps")
    .flatMap(({ id, item }): Step[] => {
      const stageId = shown.homeOf(item.get("stageId"));
      return stageId === null ? [] : [{ id, stageId, ...readOwn.steps(item) }];
    })
    .toSorted((a, b) => at(stagePosition, a.stageId) - at(stagePosition, b.stageId));
  const lanes = entriesOf(doc, "lanes").flatMap(({ id, item }): Lane[] => {
    const kind = laneKind(item.get("kind"));
    return kind === null ? [] : [{ id, kind, ...readOwn.lanes(item) }];
  });
  const stepPosition = positions(steps);
  const lanePosition = positions(lanes.filter((lane) => holdsCards(lane.kind)));
  const cards = entriesOf(doc, "cards")
    .flatMap(({ id, item }): Card[] => {
      const [laneId, stepId] = [string(item.get("laneId")), string(item.get("stepId"))];
      const isShown = stepPosition.has(stepId) && lanePosition.has(laneId);
      return isShown ? [{ id, laneId, stepId, ...readOwn.cards(item) }] : [];
    })
    .toSorted(
      (a, b) =>
        at(stepPosition, a.stepId) - at(stepPosition, b.stepId) ||
        at(lanePosition, a.laneId) - at(lanePosition, b.laneId),
    );
  const placements = readPlacements(doc, stepPosition);
  const personas = entriesOf(doc, "personas")
    .slice(0, limits.personas)
    .map(({ id }) => ({ id }));
  const document: JourneyDocument = {
    ...readMeta(metaOf(doc)),
    stages,
    steps,
    lanes,
    cards,
    placements,
    links: readLinks(doc, stepPosition, placements),
    emotions: readEmotions(doc, stepPosition, personas),
    personas,
  };
  return previous === undefined ? document : shareUnchanged(previous, document);
}

/** A break is between two different places, a return or an «or» between two different steps. */
function readLinks(doc: Y.Doc, stepPosition: ReadonlyMap<string, number>, placements: readonly Placement[]): Link[] {
  const stepOf = new Map(placements.map((placement) => [placement.id, placement.stepId]));
  return entriesOf(doc, "links").flatMap(({ id, item }): Link[] => {
    const kind = oneOf(linkKinds, item.get("kind"));
    const [fromStepId, toStepId] = [string(item.get("fromStepId")), string(item.get("toStepId"))];
    if (kind === null || !stepPosition.has(fromStepId) || !stepPosition.has(toStepId)) return [];
    const on = (placement: string, step: string) => (stepOf.get(placement) === step ? placement : null);
    const fromPlacementId = on(string(item.get("fromPlacementId")), fromStepId);
    const toPlacementId = on(string(item.get("toPlacementId")), toStepId);
    const isSomewhere = fromStepId !== toStepId || (kind === "break" && fromPlacementId !== toPlacementId);
    return isSomewhere
      ? [{ id, kind, fromStepId, toStepId, fromPlacementId, toPlacementId, ...readOwn.links(item) }]
      : [];
  });
}

/** One point a curve and a step; by persona as they are listed, everybody first, then along the steps. */
function readEmotions(
  doc: Y.Doc,
  stepPosition: ReadonlyMap<string, number>,
  personas: readonly { id: string }[],
): EmotionPoint[] {
  const personaPosition = positions(personas);
  const seen = new Set<string>();
  return entriesOf(doc, "emotions")
    .flatMap(({ id, item }): EmotionPoint[] => {
      const [stepId, value] = [string(item.get("stepId")), finite(item.get("value"))];
      const personaId = string(item.get("personaId")) || null;
      const isKnown = stepPosition.has(stepId) && (personaId === null || personaPosition.has(personaId));
      const state = oneOf(journeyStates, item.get("state")) ?? "lived";
      const where = JSON.stringify([personaId, state, stepId]);
      if (!isKnown || value === null || seen.has(where)) return [];
      seen.add(where);
      return [{ id, personaId, state, stepId, value: Math.max(-2, Math.min(2, value)) }];
    })
    .toSorted(
      (a, b) =>
        at(personaPosition, a.personaId ?? "") - at(personaPosition, b.personaId ?? "") ||
        journeyStates.indexOf(a.state) - journeyStates.indexOf(b.state) ||
        at(stepPosition, a.stepId) - at(stepPosition, b.stepId),
    );
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
      return [{ id, stepId, touchpointId, ...readOwn.placements(item) }];
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

/** What `next` says, made of the objects of `previous` wherever these say the same. */
export function shareUnchanged(previous: JourneyDocument, next: JourneyDocument): JourneyDocument {
  const shared: JourneyDocument = {
    ...next,
    framing: isSame(previous.framing, next.framing) ? previous.framing : next.framing,
  };
  for (const collection of collections) {
    // Every collection holds items with an id; which ones it holds does not matter here.
    const lists = shared as unknown as Record<Collection, { id: string }[]>;
    lists[collection] = shareItems(previous[collection], next[collection]);
  }
  return isSame(previous, shared) ? previous : shared;
}

function shareItems<T extends { id: string }>(previous: readonly T[], next: T[]): T[] {
  if (previous === next) return next;
  let known: Map<string, T> | null = null;
  let isUnchanged = next.length === previous.length;
  const shared = next.map((item, index) => {
    const there = previous[index];
    if (there === item) return item;
    known ??= there?.id === item.id ? null : new Map(previous.map((each) => [each.id, each]));
    const before = there?.id === item.id ? there : known?.get(item.id);
    const kept = before !== undefined && isSame(before, item) ? before : item;
    isUnchanged &&= kept === there;
    return kept;
  });
  return isUnchanged ? (previous as T[]) : shared;
}

function isSame<T extends object>(a: T, b: T): boolean {
  for (const key of Object.keys(b) as (keyof T)[]) if (a[key] !== b[key] && !isSameList(a[key], b[key])) return false;
  return true;
}

/** Lists of words; lists of items are shared before. */
function isSameList(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => value === b[index]);
}
