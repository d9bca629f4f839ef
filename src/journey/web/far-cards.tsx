import { type RefObject, useLayoutEffect } from "react";
import type { Card, LaneKind } from "../model.ts";
import { toneOf } from "./card-item.tsx";
import { hasMarks } from "./card/card-marks.tsx";
import { refOf } from "./item.ts";
import classes from "./map.module.css";

interface FarCardsProps {
  cards: readonly Card[];
  kind: LaneKind;
  /** Where to say which of them had the focus when the cell came near. */
  focused: RefObject<string | null>;
}

/**
 * The cards of a cell that was never near: what they say, for who hears the map, searches the page or moves by keys.
 * Thousands of them cost a fraction of those that can be worked on, which take their places when they come near.
 */
export function FarCards({ cards, kind, focused }: FarCardsProps) {
  useLayoutEffect(
    () => () => {
      const ref = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["ref"] : undefined;
      if (cards.some((card) => refOf("card", card.id) === ref)) focused.current = ref ?? null;
    },
    [cards, focused],
  );
  return (
    <ul className={classes["cards"]}>
      {cards.map((card) => (
        <li
          key={card.id}
          className={classes["card"]}
          data-far={hasMarks(card) ? "marked" : "plain"}
          data-tone={toneOf(kind)}
          data-item
          data-ref={refOf("card", card.id)}
          tabIndex={-1}
        >
          {card.text}
        </li>
      ))}
    </ul>
  );
}
