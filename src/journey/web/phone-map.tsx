import { Menu, Skeleton } from "@mantine/core";
import { type RefObject, memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { MeasureFigure, type TouchpointMeasure, bandOf, defaultExpectation, mainScore } from "#insight/web/index.ts";
import { holdsCards } from "../document.ts";
import type { Lane, Placement, Step } from "../model.ts";
import { CardDraft } from "./card-draft.tsx";
import { CardItem } from "./card-item.tsx";
import { TalkBadge } from "./comments/talk-badge.tsx";
import { useLaneName } from "./use-lane-name.ts";
import { StepEmotion } from "./emotion/step-emotion.tsx";
import { StepLinks } from "./links/step-links.tsx";
import { ItemMenu } from "./item-menu.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import type { MapFigures } from "./map-figures.ts";
import { type MapView, noCards, noPlacements } from "./map-view.ts";
import classes from "./phone-map.module.css";
import { PhoneStageHead } from "./phone-stage-head.tsx";
import { PhoneStepHead } from "./phone-step-head.tsx";
import { StationMark } from "./station-mark.tsx";
import { useStore } from "./store.ts";

/** The same journey down a phone: the line runs at the left, each step with all that is said of it. */
export function PhoneMap({ figures }: { figures: MapFigures }) {
  const { t } = useTranslation("journey");
  const view = useStore(useMap().view);
  const root = useRef<HTMLDivElement>(null);
  useMenusInTabOrder(root);
  if (view === null) return null;
  return (
    <div ref={root} className={classes["map"]} role="group" aria-label={t("map", { name: view.name })}>
      {view.stages.map((stage) => (
        <section key={stage.id} aria-label={stage.name}>
          <PhoneStageHead stage={stage} />
          <ol>
            {stage.steps.map((step) => (
              <PhoneStep key={step.id} step={step} view={view} figures={figures} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** The map as a grid has its keys; without them, as at 400 % on a small screen, Tab itself leads from menu to menu. */
function useMenusInTabOrder(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = root;
    if (current === null) return undefined;
    const reach = () => {
      for (const menu of current.querySelectorAll<HTMLElement>("[data-menu]")) menu.tabIndex = 0;
    };
    reach();
    const observer = new MutationObserver(reach);
    observer.observe(current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [root]);
}

function PhoneStep({ step, view, figures }: { step: Step; view: MapView; figures: MapFigures }) {
  const { mayAddCards } = useMap();
  const placed = view.placements.get(step.id) ?? noPlacements;
  const lanes = view.lanes.filter((lane) => holdsCards(lane.kind) && !lane.isHidden);
  const open = lanes.filter(({ isLocked }) => !isLocked);
  return (
    <li className={classes["step"]}>
      <PhoneStepHead step={step} />
      <StepLinks stepId={step.id} />
      {view.lanes.some(({ kind, isHidden }) => kind === "emotion" && !isHidden) && <StepEmotion step={step} />}
      {placed.map((placement) => (
        <PhoneStation
          key={placement.id}
          placement={placement}
          figures={figures}
          measure={figures.measures.get(placement.id)}
        />
      ))}
      {lanes.map((lane) => (
        <PhoneCards key={lane.id} lane={lane} stepId={step.id} view={view} />
      ))}
      {mayAddCards && open.length > 0 && <AddCard stepId={step.id} lanes={open} />}
    </li>
  );
}

/** On a phone a touchpoint is changed where its figures are. */
const noEntries = () => [];

const PhoneStation = memo(function PhoneStation({
  placement,
  figures,
  measure,
}: {
  placement: Placement;
  figures: MapFigures;
  measure: TouchpointMeasure | undefined;
}) {
  const { t } = useTranslation("journey");
  const { mayAddCards, openTouchpoint } = useMap();
  const ref = refOf("placement", placement.id);
  const name = figures.touchpoint(placement.touchpointId)?.name ?? t("removedTouchpoint");
  const score = mainScore(measure?.scores ?? []);
  const band = score === null ? null : bandOf(score, placement.expectation ?? defaultExpectation[score.metric]);
  return (
    <div className={classes["station"]} data-ref={ref} tabIndex={-1}>
      <span className={classes["mark"]}>
        <StationMark band={band} isTruth={placement.momentOfTruth} flag={placement.flag} size={28} />
      </span>
      <button type="button" className={classes["name"]} onClick={() => openTouchpoint(placement.id)}>
        {name}
        <small>
          {[
            figures.channelOf(placement.touchpointId)?.name,
            placement.momentOfTruth ? t("momentOfTruth") : undefined,
            placement.flag === null ? undefined : t(`flag.${placement.flag}`),
          ]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </button>
      <div>
        {figures.isLoading ? (
          <Skeleton height={34} />
        ) : (
          <MeasureFigure
            measure={measure}
            name={name}
            showsName={false}
            expectation={placement.expectation}
            before={figures.before}
            onOpen={() => openTouchpoint(placement.id)}
          />
        )}
      </div>
      {mayAddCards && <ItemMenu name={name} entries={noEntries} />}
      <TalkBadge subject={ref} isInline />
    </div>
  );
});

function PhoneCards({ lane, stepId, view }: { lane: Lane; stepId: string; view: MapView }) {
  const nameOf = useLaneName();
  const { drafting, mayAddCards } = useMap();
  const isDrafting = useStore(drafting, (current) => current === `${lane.id} ${stepId}`);
  const cards = view.cards.get(lane.id)?.get(stepId) ?? noCards;
  if (cards.length === 0 && !isDrafting) return null;
  return (
    <div className={classes["lane"]}>
      <h4 data-ref={refOf("lane", lane.id)} tabIndex={-1}>
        {nameOf(lane)}
      </h4>
      {cards.length > 0 && (
        <ul>
          {cards.map((card) => (
            <CardItem key={card.id} card={card} kind={lane.kind} />
          ))}
        </ul>
      )}
      {mayAddCards && <CardDraft laneId={lane.id} stepId={stepId} cards={cards} />}
    </div>
  );
}

function AddCard({ stepId, lanes }: { stepId: string; lanes: readonly Lane[] }) {
  const { t } = useTranslation("journey");
  const { addCard } = useMap();
  const nameOf = useLaneName();
  return (
    // The new card takes the focus; a menu that took it back would end the writing at once.
    <Menu position="bottom-start" shadow="md" returnFocus={false}>
      <Menu.Target>
        <button type="button" className={classes["add"]}>
          + {t("addCard")}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {lanes.map((lane) => (
          <Menu.Item key={lane.id} onClick={() => addCard(lane.id, stepId)}>
            {nameOf(lane)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
