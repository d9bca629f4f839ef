import { memo } from "react";
import { useTranslation } from "react-i18next";
import { MeasureFigure, type TouchpointMeasure, bandOf, defaultExpectation, mainScore } from "#insight/web/index.ts";
import { holdsCards } from "../document.ts";
import type { Lane, Placement, Step } from "../model.ts";
import { CardDraft } from "./card-draft.tsx";
import { CardItem } from "./card-item.tsx";
import { useLaneName } from "./lane-head.tsx";
import { useMap } from "./map-context.ts";
import type { MapFigures } from "./map-figures.ts";
import { type MapView, noCards, noPlacements } from "./map-view.ts";
import classes from "./phone-map.module.css";
import { PhoneStepHead } from "./phone-step-head.tsx";
import { StationMark } from "./station-mark.tsx";

/** The same journey down a phone: the line runs at the left, each step with all that is said of it. */
export function PhoneMap({ view, figures }: { view: MapView; figures: MapFigures }) {
  const { t } = useTranslation("journey");
  return (
    <div className={classes["map"]} role="group" aria-label={t("map", { name: view.name })}>
      {view.stages.map((stage) => (
        <section key={stage.id} aria-label={stage.name}>
          <h2>{stage.name === "" ? t("stagePlaceholder") : stage.name}</h2>
          <ol>{stage.steps.map((step) => <PhoneStep key={step.id} step={step} view={view} figures={figures} />)}</ol>
        </section>
      ))}
    </div>
  );
}

function PhoneStep({ step, view, figures }: { step: Step; view: MapView; figures: MapFigures }) {
  const placed = view.placements.get(step.id) ?? noPlacements;
  return (
    <li className={classes["step"]}>
      <PhoneStepHead step={step} />
      {placed.map((placement) => <PhoneStation key={placement.id} placement={placement} figures={figures} measure={figures.measures.get(placement.id)} />)}
      {view.lanes.filter((lane) => holdsCards(lane.kind)).map((lane) => <PhoneCards key={lane.id} lane={lane} stepId={step.id} view={view} />)}
    </li>
  );
}

const PhoneStation = memo(function PhoneStation({ placement, figures, measure }: { placement: Placement; figures: MapFigures; measure: TouchpointMeasure | undefined }) {
  const { t } = useTranslation("journey");
  const { openTouchpoint } = useMap();
  const name = figures.touchpoint(placement.touchpointId)?.name ?? t("removedTouchpoint");
  const score = mainScore(measure?.scores ?? []);
  const band = score === null ? null : bandOf(score, placement.expectation ?? defaultExpectation[score.metric]);
  return (
    <div className={classes["station"]}>
      <span className={classes["mark"]}><StationMark band={band} isTruth={placement.momentOfTruth} size={28} /></span>
      <button type="button" className={classes["name"]} onClick={() => openTouchpoint(placement.id)}>
        {name}
        <small>{[figures.channelOf(placement.touchpointId)?.name, placement.momentOfTruth ? t("momentOfTruth") : undefined].filter(Boolean).join(" · ")}</small>
      </button>
      <div className={classes["figure"]}>
        <MeasureFigure measure={measure} name={name} showsName={false} expectation={placement.expectation} before={figures.before} onOpen={() => openTouchpoint(placement.id)} />
      </div>
    </div>
  );
});

function PhoneCards({ lane, stepId, view }: { lane: Lane; stepId: string; view: MapView }) {
  const { t } = useTranslation("journey");
  const { addCard, mayAddCards } = useMap();
  const nameOf = useLaneName();
  const cards = view.cards.get(lane.id)?.get(stepId) ?? noCards;
  if (cards.length === 0 && !mayAddCards) return null;
  return (
    <div className={classes["lane"]} data-empty={cards.length === 0}>
      <h4>{nameOf(lane)}{mayAddCards && <button type="button" onClick={() => addCard(lane.id, stepId)} aria-label={t("addCardAt", { lane: nameOf(lane), step: view.steps.find(({ id }) => id === stepId)?.name ?? "" })}>+</button>}</h4>
      {cards.length > 0 && <ul>{cards.map((card) => <CardItem key={card.id} card={card} kind={lane.kind} />)}</ul>}
      {mayAddCards && <CardDraft laneId={lane.id} stepId={stepId} />}
    </div>
  );
}
