import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CardCases, CardHighlights } from "#voice/web/index.ts";
import type { Card, Lane } from "../../model.ts";
import { readRef, refOf } from "../item.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import type { MapView } from "../map-view.ts";
import { Panel } from "../panel.tsx";
import { useMapView, useScreen } from "../screen-context.ts";
import { CardDetails } from "./card-details.tsx";
import classes from "./card.module.css";

/** A card with all that is said of it. */
export function CardPanel() {
  const { t } = useTranslation("card");
  const { t: journey } = useTranslation("journey");
  const { search } = useScreen();
  const view = useMapView();
  const { editor } = useMap();
  const laneName = useLaneName();
  const found = cardIn(view, readRef(search.item)?.id);
  if (found === null)
    return (
      <Panel title={t("title")}>
        <p>{t("gone")}</p>
      </Panel>
    );
  const { card, lane } = found;
  const step = view.steps.find(({ id }) => id === card.stepId)?.name || journey("stepPlaceholder");
  return (
    <Panel title={t("title")}>
      <p className={classes["where"]}>{t("at", { lane: laneName(lane), step })}</p>
      {editor === null && <p>{t("readOnly")}</p>}
      {editor !== null && lane.isLocked && <p>{t("laneLocked")}</p>}
      <FocusFromMap key={card.id} cardId={card.id} />
      <CardCases key={`cases of ${card.id}`} cardId={card.id} />
      <CardHighlights key={`highlights of ${card.id}`} cardId={card.id} />
      <CardDetails key={card.id} card={card} lane={lane} readOnly={editor === null || lane.isLocked} />
    </Panel>
  );
}

/** Opened from the map, the panel takes the keyboard, and gives it back to the card when it closes. */
function FocusFromMap({ cardId }: { cardId: string }) {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const onMap = () => document.querySelector<HTMLElement>(`[data-ref="${CSS.escape(refOf("card", cardId))}"]`);
    if (onMap()?.contains(document.activeElement) === true)
      marker.current?.closest("section")?.querySelector("textarea")?.focus();
    return () => {
      requestAnimationFrame(() => document.activeElement === document.body && onMap()?.focus());
    };
  }, [cardId]);
  return <span ref={marker} hidden />;
}

function cardIn(view: MapView, id: string | undefined): { card: Card; lane: Lane } | null {
  for (const lane of view.lanes) {
    for (const cards of view.cards.get(lane.id)?.values() ?? []) {
      const card = cards.find((candidate) => candidate.id === id);
      if (card !== undefined) return { card, lane };
    }
  }
  return null;
}
