import * as Y from "yjs";
import { createDocument } from "./apply.ts";
import { collectionOf, collections, metaOf, readDocument, type Collection, type Item } from "./document.ts";
import { fieldsOf, isDefault } from "./fields.ts";
import { groupOf, isSameValue, setField, writeText } from "./items.ts";
import type { DocumentDraft, Framing, JourneyDocument } from "./model.ts";
import { readOrder, reordered } from "./order.ts";
import { readMeta } from "./read-item.ts";

/**
 * Makes the document say what `wanted` says, item by item by id, in one transaction that touches only what differs: who
 * edits something else at the same time keeps it, and words typed into a text that changes stay. Loose ends of `wanted`
 * are left out, as by `applyDocument`. Locks do not hold it back; they become those of `wanted`.
 * @throws EditRefused before it changes anything.
 */
export function replaceDocument(doc: Y.Doc, wanted: DocumentDraft): void {
  const target = readDocument(createDocument(wanted));
  doc.transact(() => {
    replaceMeta(metaOf(doc), target);
    for (const collection of collections) replaceItems(doc, collection, target[collection]);
  });
}

function replaceMeta(meta: Y.Map<unknown>, { name, isCycle, isLocked, framing }: JourneyDocument): void {
  const before = readMeta(meta);
  if (!meta.has("name") || before.name !== name) meta.set("name", name);
  if (before.isCycle !== isCycle) meta.set("isCycle", isCycle);
  if (before.isLocked !== isLocked) meta.set("isLocked", isLocked);
  for (const key of Object.keys(framing) as (keyof Framing)[])
    if (!isSameValue(before.framing[key], framing[key])) meta.set(`framing.${key}`, framing[key]);
}

function replaceItems(doc: Y.Doc, collection: Collection, wanted: readonly { id: string }[]): void {
  const items = collectionOf(doc, collection);
  const kept = new Set(wanted.map(({ id }) => id));
  for (const [id, item] of items) {
    if (kept.has(id)) continue;
    // A stage stays, marked, for the steps that somebody else is putting into it.
    if (collection === "stages" && item instanceof Y.Map) setField(item, "deleted", true);
    else items.delete(id);
  }
  for (const item of wanted) writeItem(items, item.id, { ...item }, fieldsOf(collection, item));
  const groups = Map.groupBy(wanted, ({ id }) => groupOf(collection, (key) => items.get(id)?.get(key)));
  for (const siblings of groups.values()) {
    const placed = siblings.map(({ id }) => ({ id, order: readOrder(items.get(id)?.get("order")) }));
    for (const { id, order } of reordered(placed)) items.get(id)?.set("order", order);
  }
}

function writeItem(items: Y.Map<Item>, id: string, wanted: Record<string, unknown>, fields: Record<string, unknown>) {
  const item = items.get(id);
  if (!(item instanceof Y.Map)) {
    items.set(id, new Y.Map(Object.entries(fields)));
    return;
  }
  if (item.has("deleted")) item.delete("deleted");
  for (const key of Object.keys(wanted)) {
    if (key === "id") continue;
    if (key === "text") writeText(item, String(wanted["text"]));
    else if (fields[key] === undefined) clearField(item, key);
    else if (!isSameValue(item.get(key), fields[key])) item.set(key, fields[key]);
  }
}

/** Takes away what is said, unless it says what is assumed without it. */
function clearField(item: Item, key: string): void {
  if (item.has(key) && !isDefault(key, item.get(key))) item.delete(key);
}
