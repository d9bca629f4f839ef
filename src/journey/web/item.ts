/** What can be reached, named and moved on a map. */
const itemKinds = ["stage", "step", "lane", "card", "placement", "link"] as const;
export type ItemKind = (typeof itemKinds)[number];
export interface ItemRef {
  kind: ItemKind;
  id: string;
}

/** An item in one string, for attributes of elements and for saying where one is: `card:4f2a`. */
export function refOf(kind: ItemKind, id: string): string {
  return `${kind}:${id}`;
}

export function readRef(text: string | null | undefined): ItemRef | null {
  const at = text?.indexOf(":") ?? -1;
  const kind = itemKinds.find((known) => known === text?.slice(0, at));
  return kind === undefined || text === null || text === undefined ? null : { kind, id: text.slice(at + 1) };
}

export { newId as newItemId } from "#ui/new-id.ts";
