import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Card, Lane } from "../model.ts";
import { type SpanningCard, spanningCards } from "../spans.ts";
import { useImageLane } from "./card/use-image-lane.ts";
import { CardDraft } from "./card-draft.tsx";
import { CardItem } from "./card-item.tsx";
import { FarCards } from "./far-cards.tsx";
import { LaneHead, useLaneName } from "./lane-head.tsx";
import { useMap } from "./map-context.ts";
import { type CardsByStep, type Column, noCards } from "./map-view.ts";
import classes from "./map.module.css";
import { cellKey } from "./selection/selection.ts";
import { useStore } from "./store.ts";
import { type NearWatch, createNearWatch, useLater, useNear } from "./use-near.ts";

/** Lanes of a large map that are drawn at once: about a screen. */
const drawnFirst = 4;

/** A lane of cards, a cell a step. */
export const CardRow = memo(function CardRow({
  lane,
  columns,
  cards,
  people,
  isLarge,
  position,
}: {
  lane: Lane;
  columns: readonly Column[];
  cards: CardsByStep;
  /** Customers by step, for lanes of what hurts. */
  people?: ReadonlyMap<string, number> | undefined;
  /** Whether the map has so many cards that those out of sight are only drawn when they come near. */
  isLarge: boolean;
  /** Among the lanes; those far down a large map are drawn when there is time. */
  position: number;
}) {
  const { t } = useTranslation("journey");
  const nameOf = useLaneName();
  const laneName = nameOf(lane);
  const [near] = useState(createNearWatch);
  const isDrawn = useLater(isLarge && position >= drawnFirst);
  const imageLane = useImageLane(lane);
  const { byStep, tracks } = useMemo(
    () =>
      spanningCards(
        columns.map(({ key }) => key),
        cards,
      ),
    [columns, cards],
  );
  return (
    <div
      role="row"
      {...imageLane}
      className={classes["row"]}
      data-kind="cards"
      data-lane={lane.id}
      data-spans={tracks > 0}
      style={{ "--most": mostCards(cards), "--tracks": tracks } as React.CSSProperties}
    >
      <LaneHead lane={lane} note={people !== undefined && people.size > 0 ? t("weighed") : ""} />
      {!isDrawn && <div role="gridcell" className={classes["later"]} aria-label={laneName} aria-busy />}
      {(isDrawn ? columns : []).map(({ key, step }, index) =>
        step === null ? (
          <div key={key} role="gridcell" className={classes["cell"]} aria-label={t("emptyStage")} />
        ) : (
          <CardCell
            key={key}
            lane={lane}
            laneName={laneName}
            stepId={step.id}
            stepName={step.name}
            column={index + 1}
            cards={cards.get(step.id) ?? noCards}
            spanning={byStep.get(step.id)}
            people={people?.get(step.id) ?? null}
            near={isLarge ? near : null}
          />
        ),
      )}
    </div>
  );
});

/** How many cards its fullest cell has, for the height it is taken to have while it is out of sight. */
function mostCards(cards: CardsByStep): number {
  return Math.max(0, ...cards.values().map(({ length }) => length));
}

interface CardCellProps {
  lane: Lane;
  laneName: string;
  stepId: string;
  stepName: string;
  column: number;
  cards: readonly Card[];
  /** Those of them that cover several steps. */
  spanning: readonly SpanningCard[] | undefined;
  people: number | null;
  /** Of a large map: who says when the cell comes near. */
  near: NearWatch | null;
}

const CardCell = memo(function CardCell(props: CardCellProps) {
  const { lane, stepId, column, cards, spanning, near } = props;
  const { mayAddCards, selection } = useMap();
  const isSelected = useStore(selection, ({ cells }) => cells.has(cellKey({ laneId: lane.id, stepId })));
  const cell = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  // A long card is laid over several cells, which far ones do not know.
  const isNear = useNear(cell, spanning === undefined ? near : null);
  const isFocusable = cards.length === 0 && (!mayAddCards || !isNear);
  useLayoutEffect(() => {
    if (isNear && focused.current !== null)
      cell.current?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(focused.current)}"]`)?.focus();
    focused.current = null;
  }, [isNear]);
  return (
    <div
      ref={cell}
      role="gridcell"
      className={classes["cell"]}
      aria-selected={isSelected}
      data-column={column}
      data-drop="card"
      data-lane={lane.id}
      data-step={stepId}
      {...(isFocusable ? { "data-item": true, tabIndex: -1 } : {})}
    >
      {isNear ? (
        <NearCards {...props} />
      ) : (
        cards.length > 0 && <FarCards cards={cards} kind={lane.kind} focused={focused} />
      )}
    </div>
  );
});

/** All that is in a cell to work on. */
function NearCards({ lane, laneName, stepId, stepName, cards, spanning = [], people }: CardCellProps) {
  const { t } = useTranslation("journey");
  const { addCard, mayAddCards } = useMap();
  const single = spanning.length === 0 ? cards : cards.filter((card) => !spanning.some((long) => long.card === card));
  return (
    <>
      {spanning.length > 0 && (
        <ul className={classes["spanning"]}>
          {spanning.map(({ card, steps, track }) => (
            <CardItem key={card.id} card={card} kind={lane.kind} people={people} style={spanStyle(steps, track)} />
          ))}
        </ul>
      )}
      {single.length > 0 && (
        <ul className={classes["cards"]}>
          {single.map((card) => (
            <CardItem key={card.id} card={card} kind={lane.kind} people={people} />
          ))}
        </ul>
      )}
      {mayAddCards && <CardDraft laneId={lane.id} stepId={stepId} cards={cards} />}
      {mayAddCards && (
        <button
          type="button"
          className={classes["addCard"]}
          data-item
          tabIndex={-1}
          aria-label={t("addCardAt", { lane: laneName, step: stepName })}
          onClick={() => addCard(lane.id, stepId)}
        />
      )}
    </>
  );
}

function spanStyle(steps: number, track: number): React.CSSProperties {
  return { "--span": steps, gridRow: track + 1 } as React.CSSProperties;
}
