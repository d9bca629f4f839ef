import * as Y from "yjs";
import { difference } from "./difference.ts";
import { collectionOf, entriesOf, limits, shownStages, type Collection, type Item } from "./document.ts";
import type { Fields } from "./fields.ts";
import { ordersAt, type Ordered } from "./order.ts";
import { EditRefused } from "./refusal.ts";
import { typedOver } from "./typed-over.ts";

/** @throws EditRefused `missing` when there is none of that id. */
export function itemOf(doc: Y.Doc, collection: Collection, id: string): Item {
  const item = collectionOf(doc, collection).get(id);
  if (!(item instanceof Y.Map)) throw new EditRefused("missing", collection);
  return item;
}

/** Writes a field only when it changes: an equal value would still overrule what somebody else writes meanwhile. */
export function setField(item: Y.Map<unknown>, key: string, value: unknown): void {
  if (!isSameValue(item.get(key), value)) item.set(key, value);
}

/** Whether two values of a field say the same: lists by what they list. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));
}

/** Writes only what differs from what was `shown`, so that what others type into the same card at the same time stays. */
export function writeText(card: Item, text: string, shown?: string): void {
  const current = card.get("text");
  if (!(current instanceof Y.Text)) {
    card.set("text", new Y.Text(text));
    return;
  }
  const now = current.toJSON();
  const { start, removed, inserted } = difference(now, typedOver(shown ?? now, text, now));
  if (removed > 0) current.delete(start, removed);
  if (inserted !== "") current.insert(start, inserted);
}

/** The fields that say among which siblings an item has its place. */
const groupKeys: Record<Collection, readonly string[]> = {
  stages: [],
  steps: ["stageId"],
  lanes: [],
  cards: ["stepId", "laneId"],
  placements: ["stepId"],
  links: [],
  emotions: ["stepId", "personaId", "state"],
  personas: [],
};

/** Names the siblings among which an item has its place. */
export function groupOf(collection: Collection, field: (key: string) => unknown): string {
  return JSON.stringify(groupKeys[collection].map(field));
}

export function addItem(
  doc: Y.Doc,
  collection: Collection,
  content: { id: string; fields: Fields },
  siblings: readonly Ordered[],
  index = siblings.length,
): void {
  if (collectionOf(doc, collection).has(content.id)) throw new EditRefused("taken", collection);
  checkRoom(doc, collection, 1);
  doc.transact(() => insertItem(doc, collection, content, [...siblings], within(index, siblings)));
}

export function moveItem(
  doc: Y.Doc,
  collection: Collection,
  { id, fields }: { id: string; fields: Fields },
  siblings: readonly Ordered[],
  index: number,
): void {
  const item = itemOf(doc, collection, id);
  const others = siblings.filter((sibling) => sibling.id !== id);
  doc.transact(() => {
    for (const [key, value] of Object.entries(fields)) setField(item, key, value);
    putAt(doc, collection, id, others, within(index, others));
  });
}

/** Deletes the items that meet a condition. */
export function removeItems(doc: Y.Doc, collection: Collection, isRemoved: (item: Item) => boolean): void {
  const items = collectionOf(doc, collection);
  for (const { id } of entriesOf(doc, collection, isRemoved)) items.delete(id);
}

/** Adds an item at `index` of its siblings, which it joins. */
export function insertItem(
  doc: Y.Doc,
  collection: Collection,
  { id, fields }: { id: string; fields: Fields },
  siblings: Ordered[],
  index: number,
): void {
  collectionOf(doc, collection).set(id, new Y.Map(Object.entries(fields)));
  putAt(doc, collection, id, siblings, index);
}

/** @throws EditRefused `tooMany` when `more` would pass the limit. */
export function checkRoom(doc: Y.Doc, collection: Collection, more: number): void {
  const size = collection === "stages" ? shownStages(doc).entries.length : collectionOf(doc, collection).size;
  if (more > 0 && size + more > limits[collection]) throw new EditRefused("tooMany", collection, limits[collection]);
}

export function stageSiblings(doc: Y.Doc): Ordered[] {
  return shownStages(doc).entries;
}

/** The steps that are shown in a stage. */
export function stepSiblings(doc: Y.Doc, stageId: string): Ordered[] {
  const { homeOf } = shownStages(doc);
  const home = homeOf(stageId);
  return entriesOf(doc, "steps", (step) => homeOf(step.get("stageId")) === home);
}

export function laneSiblings(doc: Y.Doc): Ordered[] {
  return entriesOf(doc, "lanes");
}

export function cardSiblings(doc: Y.Doc, cell: { stepId: string; laneId: string }): Ordered[] {
  return entriesOf(doc, "cards", (card) => card.get("stepId") === cell.stepId && card.get("laneId") === cell.laneId);
}

export function placementSiblings(doc: Y.Doc, stepId: string): Ordered[] {
  return entriesOf(doc, "placements", (placement) => placement.get("stepId") === stepId);
}

function putAt(doc: Y.Doc, collection: Collection, id: string, siblings: Ordered[], index: number): void {
  const { own, pushed } = ordersAt(siblings, index);
  const items = collectionOf(doc, collection);
  for (const moved of [{ id, order: own }, ...pushed]) items.get(moved.id)?.set("order", moved.order);
  siblings.splice(index, pushed.length, { id, order: own }, ...pushed);
}

function within(index: number, siblings: readonly unknown[]): number {
  return Math.max(0, Math.min(Math.trunc(index), siblings.length));
}
