import * as Y from "yjs";
import {
  collectionOf,
  documentVersion,
  entriesOf,
  holdsCards,
  laneKind,
  metaOf,
  shownStages,
  type Collection,
} from "./document.ts";
import { renameJourney } from "./edit.ts";
import { cardFields, checkName, laneFields, placementFields, stageFields, stepFields, type Fields } from "./fields.ts";
import { checkRoom, insertItem } from "./items.ts";
import type { JourneyDocument } from "./model.ts";
import type { Ordered } from "./order.ts";

/**
 * Makes the document of a new journey.
 * @throws EditRefused as `applyDocument`.
 */
export function createDocument(content: JourneyDocument): Y.Doc {
  const doc = new Y.Doc();
  metaOf(doc).set("version", documentVersion);
  applyDocument(doc, content);
  return doc;
}

/**
 * Adds what `wanted` has and the document has not, by id, each after the item that it follows in `wanted`; renames and
 * deletes nothing. Cards and placements whose step or lane is not there are left out.
 * @throws EditRefused before it changes anything.
 */
export function applyDocument(doc: Y.Doc, wanted: JourneyDocument): void {
  checkName(wanted.name);
  const stepIds = new Set([...collectionOf(doc, "steps").keys(), ...wanted.steps.map((step) => step.id)]);
  const laneIds = cardLanes(doc, wanted);
  const stages = missing(doc, "stages", wanted.stages, stageFields);
  const steps = missing(doc, "steps", wanted.steps, stepFields);
  const lanes = missing(doc, "lanes", wanted.lanes, laneFields);
  const cards = missing(
    doc,
    "cards",
    wanted.cards.filter((card) => stepIds.has(card.stepId) && laneIds.has(card.laneId)),
    cardFields,
  );
  const isFree = freePlaces(doc);
  const placements = missing(
    doc,
    "placements",
    wanted.placements.filter((placement) => stepIds.has(placement.stepId) && isFree(placement)),
    placementFields,
  );
  doc.transact(() => {
    if (!metaOf(doc).has("name")) renameJourney(doc, wanted.name);
    insertAll(doc, "stages", stages, () => "");
    const { homeOf } = shownStages(doc);
    insertAll(doc, "steps", steps, (field) => homeOf(field("stageId")) ?? "");
    insertAll(doc, "lanes", lanes, () => "");
    insertAll(doc, "cards", cards, (field) => pairOf(field("stepId"), field("laneId")));
    insertAll(doc, "placements", placements, (field) => String(field("stepId")));
  });
}

/** The wanted items in order; those that the document has already carry no fields. */
interface Wanted {
  id: string;
  fields: Fields | null;
}

function missing<T extends { id: string }>(
  doc: Y.Doc,
  collection: Collection,
  items: readonly T[],
  fieldsOf: (item: T) => Fields,
): Wanted[] {
  const known = collectionOf(doc, collection);
  const wanted = items.map((item) => ({ id: item.id, fields: known.has(item.id) ? null : fieldsOf(item) }));
  checkRoom(doc, collection, wanted.filter(({ fields }) => fields !== null).length);
  return wanted;
}

function insertAll(
  doc: Y.Doc,
  collection: Collection,
  wanted: readonly Wanted[],
  groupOf: (field: (key: string) => unknown) => string,
): void {
  const items = collectionOf(doc, collection);
  const groups = Map.groupBy(entriesOf(doc, collection), ({ item }) => groupOf((key) => item.get(key))) as Map<
    string,
    Ordered[]
  >;
  const lastOf = new Map<string, string>();
  for (const { id, fields } of wanted) {
    const group = groupOf((key) => (fields === null ? items.get(id)?.get(key) : fields[key]));
    if (fields !== null) {
      const siblings = groups.get(group) ?? [];
      groups.set(group, siblings);
      insertItem(doc, collection, { id, fields }, siblings, placeAfter(siblings, lastOf.get(group)));
    }
    lastOf.set(group, id);
  }
}

function placeAfter(siblings: readonly Ordered[], id: string | undefined): number {
  if (id === undefined || siblings.at(-1)?.id === id) return siblings.length;
  return siblings.findIndex((sibling) => sibling.id === id) + 1;
}

function cardLanes(doc: Y.Doc, wanted: JourneyDocument): Set<string> {
  const known = entriesOf(doc, "lanes").map(({ id, item }) => ({ id, kind: laneKind(item.get("kind")) }));
  return new Set(
    [...wanted.lanes, ...known].flatMap(({ id, kind }) => (kind !== null && holdsCards(kind) ? [id] : [])),
  );
}

/** Says of each placement in turn whether its touchpoint is not yet on its step. */
function freePlaces(doc: Y.Doc): (placement: { id: string; stepId: string; touchpointId: string }) => boolean {
  const taken = new Map(
    entriesOf(doc, "placements").map(({ id, item }) => [pairOf(item.get("stepId"), item.get("touchpointId")), id]),
  );
  return ({ id, stepId, touchpointId }) => {
    const place = pairOf(stepId, touchpointId);
    const holder = taken.get(place) ?? id;
    taken.set(place, holder);
    return holder === id;
  };
}

function pairOf(one: unknown, other: unknown): string {
  return JSON.stringify([one, other]);
}
