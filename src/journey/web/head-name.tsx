import type { ReactNode } from "react";
import { TalkBadge } from "./comments/talk-badge.tsx";
import type { ItemRef } from "./item.ts";
import { ItemMenu, type MenuEntry } from "./item-menu.tsx";
import { ItemText } from "./item-text.tsx";
import { useMap } from "./map-context.ts";
import { PeerTag } from "./peer-tag.tsx";
import { useItem } from "./use-item.ts";

interface HeadNameProps {
  item: ItemRef & { kind: "stage" | "step" | "lane" };
  text: string;
  unnamed?: string;
  /** What it is called where it is spoken of. */
  name: string;
  entries: () => MenuEntry[];
  className: string | undefined;
  /** Said beside the name. */
  children?: ReactNode;
}

/** The name at the head of a column or a row: written in place, with its menu, what is said of it and who is at it. */
export function HeadName({ item, text, unnamed, name, entries, className, children }: HeadNameProps) {
  const { mayAddCards } = useMap();
  const { peer, props } = useItem(item);
  return (
    <div {...props} className={className}>
      <ItemText item={item} text={text} unnamed={unnamed} />
      {children}
      {mayAddCards && <ItemMenu name={name} entries={entries} />}
      <TalkBadge subject={props["data-ref"]} />
      {peer !== undefined && <PeerTag peer={peer} />}
    </div>
  );
}
