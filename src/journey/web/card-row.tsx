import { Plus } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Card, Lane } from "../model.ts";
import { CardDraft } from "./card-draft.tsx";
import { CardItem } from "./card-item.tsx";
import { LaneHead, useLaneName } from "./lane-head.tsx";
import { useMap } from "./map-context.ts";
import { type CardsByStep, type Column, noCards } from "./map-view.ts";
import classes from "./map.module.css";
import { cellKey } from "./selection/selection.ts";
import { useStore } from "./store.ts";

/** A lane of cards, a cell a step. */
export const CardRow = memo(function CardRow({
  lane,
  columns,
  cards,
}: {
  lane: Lane;
  columns: readonly Column[];
  cards: CardsByStep;
}) {
  const { t } = useTranslation("journey");
  const nameOf = useLaneName();
  const laneName = nameOf(lane);
  return (
    <div role="row" className={classes["row"]} data-kind="cards" data-lane={lane.id}>
      <LaneHead lane={lane} />
      {columns.map(({ key, step }, index) =>
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
          />
        ),
      )}
    </div>
  );
});

interface CardCellProps {
  lane: Lane;
  laneName: string;
  stepId: string;
  stepName: string;
  column: number;
  cards: readonly Card[];
}

const CardCell = memo(function CardCell({ lane, laneName, stepId, stepName, column, cards }: CardCellProps) {
  const { t } = useTranslation("journey");
  const { addCard, mayAddCards, selection } = useMap();
  const isSelected = useStore(selection, ({ cells }) => cells.has(cellKey({ laneId: lane.id, stepId })));
  const isFocusable = !mayAddCards && cards.length === 0;
  return (
    <div
      role="gridcell"
      className={classes["cell"]}
      aria-selected={isSelected}
      data-column={column}
      data-drop="card"
      data-lane={lane.id}
      data-step={stepId}
      {...(isFocusable ? { "data-item": true, tabIndex: -1 } : {})}
    >
      {cards.length > 0 && (
        <ul className={classes["cards"]}>
          {cards.map((card) => (
            <CardItem key={card.id} card={card} kind={lane.kind} />
          ))}
        </ul>
      )}
      {mayAddCards && <CardDraft laneId={lane.id} stepId={stepId} />}
      {mayAddCards && (
        <button
          type="button"
          className={classes["addCard"]}
          data-item
          tabIndex={-1}
          aria-label={t("addCardAt", { lane: laneName, step: stepName })}
          onClick={() => addCard(lane.id, stepId)}
        >
          <Plus aria-hidden />
        </button>
      )}
    </div>
  );
});
