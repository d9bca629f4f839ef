import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Card, Lane } from "../model.ts";
import { type SpanningCard, spanningCards } from "../spans.ts";
import { useImageLane } from "./card/use-image-lane.ts";
import { CardDraft } from "./card-draft.tsx";
import { CardItem } from "./card-item.tsx";
import { LaneHead } from "./lane-head.tsx";
import { useMap } from "./map-context.ts";
import { type CardsByStep, type Column, noCards } from "./map-view.ts";
import classes from "./map.module.css";
import { refOf } from "./item.ts";
import { stepsSelectedIn } from "./selection/selection.ts";
import { useStore } from "./store.ts";
import { useLaneName } from "./use-lane-name.ts";

/** A lane of cards, a cell a step. */
export const CardRow = memo(function CardRow({
  lane,
  columns,
  cards,
  people,
  near,
  onFocus,
}: {
  lane: Lane;
  columns: readonly Column[];
  cards: CardsByStep;
  /** Customers by step, for lanes of what hurts. */
  people?: ReadonlyMap<string, number> | undefined;
  /** Steps whose cards are drawn to work on; null: all, the map is not large. */
  near: ReadonlySet<string> | null;
  onFocus: (event: React.FocusEvent<HTMLElement>) => void;
}) {
  const { t } = useTranslation("journey");
  const laneName = useLaneName()(lane);
  const selected = useSelectedSteps(lane.id);
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
      onFocus={onFocus}
      className={classes["row"]}
      data-kind="cards"
      data-lane={lane.id}
      data-spans={tracks > 0}
      style={{ "--most": mostCards(cards), "--tracks": tracks } as React.CSSProperties}
    >
      <LaneHead lane={lane} note={people !== undefined && people.size > 0 ? t("weighed") : ""} />
      {columns.map(({ key, step }, index) => {
        if (step === null)
          return <div key={key} role="gridcell" className={classes["cell"]} aria-label={t("emptyStage")} />;
        const spanning = byStep.get(step.id);
        return (
          <CardCell
            key={key}
            lane={lane}
            laneName={laneName}
            stepId={step.id}
            stepName={step.name}
            column={index + 1}
            cards={cards.get(step.id) ?? noCards}
            spanning={spanning}
            people={people?.get(step.id) ?? null}
            isSelected={selected.has(step.id)}
            // A long card is laid over several cells, which far ones do not know.
            isNear={spanning !== undefined || near === null || near.has(step.id)}
          />
        );
      })}
    </div>
  );
});

/** How many cards its fullest cell has, for the height it is taken to have while it is out of sight. */
function mostCards(cards: CardsByStep): number {
  return Math.max(0, ...cards.values().map(({ length }) => length));
}

/** The steps whose cells in a lane are in the selected range. */
function useSelectedSteps(laneId: string): ReadonlySet<string> {
  const { selection } = useMap();
  const steps = useStore(selection, ({ cells }) => stepsSelectedIn(cells, laneId).join(" "));
  return useMemo(() => new Set(steps === "" ? [] : steps.split(" ")), [steps]);
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
  isSelected: boolean;
  isNear: boolean;
}

const CardCell = memo(function CardCell(props: CardCellProps) {
  const { lane, stepId, column, cards, isSelected, isNear } = props;
  const mayAdd = useMap().mayAddCards && !lane.isLocked;
  const isFar = !isNear && cards.length > 0;
  const isItem = isFar || (cards.length === 0 && (!mayAdd || !isNear));
  return (
    <div
      role="gridcell"
      className={classes["cell"]}
      aria-selected={isSelected}
      data-column={column}
      data-drop="card"
      data-lane={lane.id}
      data-step={stepId}
      {...(isItem ? { "data-item": true, tabIndex: -1 } : {})}
      {...(isFar ? { "data-holds": cards.map(({ id }) => refOf("card", id)).join(" "), style: farSize(cards) } : {})}
    >
      {isFar ? farText(cards) : isNear && <NearCards {...props} />}
    </div>
  );
});

/**
 * What the cards of a cell say that was never near what is in sight: for who hears the map or searches the page. Text
 * costs a fraction of thousands of cards to work on, which take its place when the cell comes near.
 */
function farText(cards: readonly Card[]): string {
  return cards.map(({ text }) => text).join("\n");
}

/** Letters that a line of a card holds in the narrowest column, which a large map has. */
const lettersPerLine = 11.5;

function farSize(cards: readonly Card[]): React.CSSProperties {
  const lines = cards.reduce((sum, { text }) => sum + Math.ceil(text.length / lettersPerLine), 0);
  return { "--cards": cards.length, "--lines": lines } as React.CSSProperties;
}

/** All that is in a cell to work on. */
function NearCards({ lane, laneName, stepId, stepName, cards, spanning = [], people }: CardCellProps) {
  const { t, addCard, editor, mayAddCards } = useMap();
  const mayAdd = mayAddCards && !lane.isLocked;
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
      {mayAdd && editor === null && <CardDraft laneId={lane.id} stepId={stepId} cards={cards} />}
      {mayAdd && (
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
