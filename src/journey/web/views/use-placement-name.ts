import { useTranslation } from "react-i18next";
import type { Placement } from "../../model.ts";
import { useMapView, useScreen } from "../screen-context.ts";

/** A touchpoint that is placed on several steps is told apart by its step. */
export function usePlacementName(): (placement: Placement) => string {
  const { t } = useTranslation("views");
  const { figures } = useScreen();
  const view = useMapView();
  return ({ id, touchpointId, stepId }) => {
    const name = figures.touchpoint(touchpointId)?.name ?? t("unnamed");
    const isRepeated = [...view.placements.values()]
      .flat()
      .some((other) => other.touchpointId === touchpointId && other.id !== id);
    return isRepeated ? `${name} (${view.steps.find((step) => step.id === stepId)?.name ?? ""})` : name;
  };
}
