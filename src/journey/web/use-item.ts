import type { CSSProperties } from "react";
import { type ItemRef, refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import type { Peer } from "./presence.ts";
import { useStore } from "./store.ts";

/** What makes an element an item of the map: it takes the focus, can be dragged, and shows who else is on it. */
export function useItem({ kind, id }: ItemRef) {
  const { presence, selection } = useMap();
  const ref = refOf(kind, id);
  const holder: Peer | undefined = useStore(presence, ({ at, selected }) => at.get(ref) ?? selected.get(ref));
  const peer = holder?.at === ref ? holder : undefined;
  const isSelected = useStore(selection, ({ refs }) => refs.has(ref));
  const style: CSSProperties | undefined =
    holder === undefined ? undefined : { outline: `2px solid ${holder.color}`, outlineOffset: 1 };
  return { peer, props: { style, "data-item": true, "data-ref": ref, "data-selected": isSelected, tabIndex: -1 } };
}
