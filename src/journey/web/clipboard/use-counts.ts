import { useTranslation } from "react-i18next";
import type { Clip } from "../../clipboard.ts";
import type { PastePlan } from "../../paste.ts";

/** What a clip holds, or pasting adds, in words: «2 lignes, 12 fiches». */
export function useCounts(): (what: Clip | Pick<PastePlan, "steps" | "lanes" | "cards" | "emotions">) => string {
  const { t } = useTranslation("clipboard");
  return (what) => {
    const isClip = "cells" in what;
    const cards = isClip ? what.cells.flat(2).length : what.cards.length;
    const steps = isClip && what.kind !== "steps" ? 0 : what.steps.length;
    const lanes = isClip && what.kind !== "lanes" ? 0 : what.lanes.length;
    const emotions = isClip ? what.emotions.flat().length : what.emotions.length;
    return [
      steps > 0 ? t("steps", { count: steps }) : "",
      lanes > 0 ? t("lanes", { count: lanes }) : "",
      cards > 0 || steps + lanes + emotions === 0 ? t("cards", { count: cards }) : "",
      emotions > 0 ? t("emotions", { count: emotions }) : "",
    ]
      .filter((word) => word !== "")
      .join(", ");
  };
}
