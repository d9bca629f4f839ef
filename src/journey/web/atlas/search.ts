import { type AtlasFilter, atlasOrders, type AtlasOrder, freshnesses } from "../../atlas.ts";
import { journeyKinds, journeyStates } from "../../model.ts";

export const atlasLayouts = ["cards", "table"] as const;
export type AtlasLayout = (typeof atlasLayouts)[number];

/** What the address says of the atlas, so that a link shows the same. */
export interface AtlasSearch extends AtlasFilter {
  layout?: AtlasLayout | undefined;
  order?: AtlasOrder | undefined;
}

const oneOf = <Value extends string>(values: readonly Value[], value: unknown) =>
  values.find((known) => known === value);
const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Reads an address; what it says wrongly it does not say. */
export function readAtlasSearch(search: Record<string, unknown>): AtlasSearch {
  return {
    layout: oneOf(atlasLayouts, search["layout"]),
    order: oneOf(atlasOrders, search["order"]),
    words: text(search["words"]),
    kind: oneOf(journeyKinds, search["kind"]),
    state: oneOf(journeyStates, search["state"]),
    ownerId: text(search["ownerId"]),
    tag: text(search["tag"]),
    personaId: text(search["personaId"]),
    freshness: oneOf(freshnesses, search["freshness"]),
  };
}

/** Whether anything narrows the list: then it is flat, since parents may be missing. */
export function isNarrowed({ layout: _layout, order: _order, ...filter }: AtlasSearch): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== "");
}
