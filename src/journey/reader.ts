import * as Y from "yjs";
import {
  collectionOf,
  collections,
  metaOf,
  readDocument,
  shareUnchanged,
  type Collection,
  type Item,
} from "./document.ts";
import type { JourneyDocument } from "./model.ts";
import { readMeta, readOwn } from "./read-item.ts";

/** Reads one document again and again. */
export interface DocumentReader {
  /** What `readDocument` says now; what did not change since the last time is the same object. */
  read: () => JourneyDocument;
  close: () => void;
}

/** What changed since the last reading. */
interface Changes {
  /** Items were added, moved or taken away. */
  isMoved: boolean;
  isMeta: boolean;
  /** The items that say something else of themselves. */
  items: Map<Collection, Set<string>>;
}
type Event = Y.YEvent<Y.AbstractType<unknown>>;

/**
 * Follows a document, so that a key typed into one card of thousands reads that card again and nothing else. What adds
 * an item, moves it or takes it away reads everything again.
 */
export function createReader(doc: Y.Doc): DocumentReader {
  let document = readDocument(doc);
  let changes = none();
  const stops = [
    ...collections.map((collection) =>
      follow(collectionOf(doc, collection), (event) => note(changes, collection, event)),
    ),
    follow(metaOf(doc), () => {
      changes.isMeta = true;
    }),
  ];
  return {
    read: () => {
      if (changes.isMoved) document = readDocument(doc, document);
      else if (changes.isMeta || changes.items.size > 0)
        document = shareUnchanged(document, {
          ...document,
          ...(changes.isMeta ? readMeta(metaOf(doc)) : {}),
          ...Object.fromEntries([...changes.items].map(([name, ids]) => [name, reread(doc, document, name, ids)])),
        });
      changes = none();
      return document;
    },
    close: () => stops.forEach((stop) => stop()),
  };
}

function none(): Changes {
  return { isMoved: false, isMeta: false, items: new Map() };
}

function follow(root: Pick<Y.Map<Item>, "observeDeep" | "unobserveDeep">, onEvent: (event: Event) => void): () => void {
  const observe = (events: readonly Event[]) => events.forEach(onEvent);
  root.observeDeep(observe);
  return () => root.unobserveDeep(observe);
}

function note(changes: Changes, collection: Collection, event: Event): void {
  const [id, field] = event.path;
  const item = event.currentTarget instanceof Y.Map ? event.currentTarget.get(String(id)) : null;
  const fields = event instanceof Y.YMapEvent && field === undefined ? [...event.keysChanged] : [field];
  if (item instanceof Y.Map && isOwn(collection, item, fields))
    changes.items.set(collection, (changes.items.get(collection) ?? new Set()).add(String(id)));
  else changes.isMoved = true;
}

/** Whether the fields say nothing but what `readOwn` reads: not where the item is, nor whether it is shown. */
function isOwn(collection: Collection, item: Item, fields: readonly unknown[]): boolean {
  const own = readOwn[collection](item);
  return fields.every((field) => typeof field === "string" && Object.hasOwn(own, field));
}

function reread(doc: Y.Doc, document: JourneyDocument, collection: Collection, ids: ReadonlySet<string>): object[] {
  const items = collectionOf(doc, collection);
  const list: readonly { id: string }[] = document[collection];
  return list.map((shown) => {
    const item = ids.has(shown.id) ? items.get(shown.id) : undefined;
    return item === undefined ? shown : { ...shown, ...readOwn[collection](item) };
  });
}
