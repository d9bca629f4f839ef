import { PanelRight, Pencil, Plus, Trash2 } from "lucide-react";
import { type CSSProperties, memo, useContext } from "react";
import type { Card, LaneKind } from "../model.ts";
import { CardMarks, hasMarks } from "./card/card-marks.tsx";
import { CardPicture } from "./card/card-picture.tsx";
import { TalkBadge } from "./comments/talk-badge.tsx";
import { ItemMenu, type MenuEntry } from "./item-menu.tsx";
import { ItemText } from "./item-text.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import classes from "./card-item.module.css";
import { PeerTag } from "./peer-tag.tsx";
import { Settled } from "./settled.ts";
import { useShiftEntries } from "./shift-entries.tsx";
import { useItem } from "./use-item.ts";

/** What a card's ground says: what hurts, what pleases, anything else. */
export function toneOf(kind: LaneKind): "bad" | "good" | "mid" {
  if (kind === "irritant") return "bad";
  return kind === "delight" ? "good" : "mid";
}

const everyWay = ["left", "right", "up", "down"] as const;

interface CardItemProps {
  card: Card;
  kind: LaneKind;
  /** Customers of the period at its step, where they weigh what is said. */
  people?: number | null;
  /** Of a card that covers several steps: how many, and its height among such cards. */
  style?: CSSProperties;
}

export const CardItem = memo(function CardItem({ card, kind, people = null, style }: CardItemProps) {
  const { t, editor, mayAddCards, edit, addCard, remove, openPanel } = useMap();
  const item = { kind: "card", id: card.id } as const;
  const { peer, props } = useItem(item);
  const isSettled = useContext(Settled);
  const shift = useShiftEntries(item, everyWay);
  const short = card.text.length > 40 ? `${card.text.slice(0, 39)}…` : card.text;
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          { label: t("edit"), icon: <Pencil size={14} />, shortcut: "F2", onClick: () => edit(refOf("card", card.id)) },
          {
            label: t("cardDetails"),
            icon: <PanelRight size={14} />,
            shortcut: t("space"),
            onClick: () => openPanel("card", props["data-ref"]),
          },
          { label: t("addAfter"), icon: <Plus size={14} />, onClick: () => addCard(card.laneId, card.stepId) },
          ...shift(),
          { label: t("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, short) },
        ];
  return (
    <li
      {...props}
      className={classes["card"]}
      style={{ ...props.style, ...style }}
      data-tone={toneOf(kind)}
      data-spans={card.span > 1}
      {...(card.personaIds.length > 0 ? { "data-personas": card.personaIds.join(" ") } : {})}
    >
      {card.imageId !== null && <CardPicture imageId={card.imageId} text={card.text} />}
      <ItemText item={item} text={card.text} />
      {hasMarks(card) && <CardMarks card={card} people={people} />}
      {isSettled && mayAddCards && <ItemMenu name={short} entries={entries} />}
      {isSettled && <TalkBadge subject={props["data-ref"]} />}
      {peer !== undefined && <PeerTag peer={peer} />}
    </li>
  );
});
