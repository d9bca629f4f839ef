import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../map-context.ts";
import { useMapPersonas } from "../personas/use-map-personas.ts";
import { useStore } from "../store.ts";
import classes from "./emotion.module.css";
import { cellLines } from "./lines.ts";
import { useEmotionWords } from "./use-emotion-words.ts";

const everybody = { personaId: null, state: "lived" } as const;

/** What is assumed of a step in words, where there is no room for curves. */
export function StepEmotion({ stepId }: { stepId: string }) {
  const { t } = useTranslation("journey");
  const { view } = useMap();
  const words = useEmotionWords();
  const personas = useMapPersonas();
  const emotions = useStore(view, (map) => map?.emotions);
  const said = useMemo(() => {
    const own = emotions?.filter((point) => point.stepId === stepId) ?? [];
    return (cellLines(own, personas, [stepId], everybody).get(stepId) ?? []).filter(({ at }) => at !== null);
  }, [emotions, personas, stepId]);
  if (said.length === 0) return null;
  return (
    <p className={classes["said"]}>
      {t("lane.emotion")} · {said.map((line) => `${words.curve(line)} ${words.value(line.at ?? 0)}`).join(" · ")}
    </p>
  );
}
