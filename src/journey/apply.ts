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
import { renameJourney, setCycle, setFraming, setLocked } from "./edit.ts";
import { checkName, fieldsOf, type Fields } from "./fields.ts";
import { checkRoom, groupOf, insertItem } from "./items.ts";
import type { DocumentDraft } from "./model.ts";
import type { Ordered } from "./order.ts";

/**
 * Makes the document of a new journey.
 * @throws EditRefused as `applyDocument`.
 */
export function createDocument(content: DocumentDraft): Y.Doc {
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
export function applyDocument(doc: Y.Doc, wanted: DocumentDraft): void {
  checkName(wanted.name);
  const stepIds = new Set([...collectionOf(doc, "steps").keys(), ...wanted.steps.map((step) => step.id)]);
  const laneIds = cardLanes(doc, wanted);
  const stages = missing(doc, "stages", wanted.stages);
  const steps = missing(doc, "steps", wanted.steps);
  const lanes = missing(doc, "lanes", wanted.lanes);
  const cards = missing(
    doc,
    "cards",
    wanted.cards.filter((card) => stepIds.has(card.stepId) && laneIds.has(card.laneId)),
  );
  const isFree = freePlaces(doc);
  const placements = missing(
    doc,
    "placements",
    wanted.placements.filter((placement) => stepIds.has(placement.stepId) && isFree(placement)),
  );
  const links = missing(
    doc,
    "links",
    (wanted.links ?? []).filter((link) => stepIds.has(link.fromStepId) && stepIds.has(link.toStepId)),
  );
  const personas = missing(doc, "personas", wanted.personas ?? []);
  const emotions = missing(
    doc,
    "emotions",
    (wanted.emotions ?? []).filter((point) => stepIds.has(point.stepId)),
  );
  const isNew = !metaOf(doc).has("name");
  doc.transact(() => {
    if (isNew) {
      renameJourney(doc, wanted.name);
      if (wanted.isCycle === true) setCycle(doc, true);
      if (wanted.isLocked === true) setLocked(doc, true);
      setFraming(doc, wanted.framing ?? {});
    }
    insertAll(doc, "stages", stages);
    insertAll(doc, "steps", steps);
    insertAll(doc, "lanes", lanes);
    insertAll(doc, "cards", cards);
    insertAll(doc, "placements", placements);
    insertAll(doc, "links", links);
    insertAll(doc, "personas", personas);
    insertAll(doc, "emotions", emotions);
  });
}

/** The wanted items in order; those that the document has already carry no fields. */
interface Wanted {
  id: string;
  fields: Fields | null;
}

function missing(doc: Y.Doc, collection: Collection, items: readonly { id: string }[]): Wanted[] {
  const known = collectionOf(doc, collection);
  const wanted = items.map((item) => ({ id: item.id, fields: known.has(item.id) ? null : fieldsOf(collection, item) }));
  checkRoom(doc, collection, wanted.filter(({ fields }) => fields !== null).length);
  return wanted;
}

function insertAll(doc: Y.Doc, collection: Collection, wanted: readonly Wanted[]): void {
  const items = collectionOf(doc, collection);
  const { homeOf } = shownStages(doc);
  const groupOfFields = (field: (key: string) => unknown) =>
    groupOf(collection, (key) => (key === "stageId" ? homeOf(field(key)) : field(key)));
  const groups: Map<string, Ordered[]> = Map.groupBy(entriesOf(doc, collection), ({ item }) =>
    groupOfFields((key) => item.get(key)),
  );
  const lastOf = new Map<string, string>();
  for (const { id, fields } of wanted) {
    const group = groupOfFields((key) => (fields === null ? items.get(id)?.get(key) : fields[key]));
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

function cardLanes(doc: Y.Doc, wanted: DocumentDraft): Set<string> {
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
