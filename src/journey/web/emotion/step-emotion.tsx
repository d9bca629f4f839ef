import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { areEmotionsLocked } from "../../emotion.ts";
import type { Step } from "../../model.ts";
import { useMap } from "../map-context.ts";
import { useMapPersonas } from "../personas/use-map-personas.ts";
import { useStore } from "../store.ts";
import classes from "./emotion.module.css";
import { cellLines } from "./lines.ts";
import { SetEmotion } from "./set-emotion.tsx";
import { useEmotionWords } from "./use-emotion-words.ts";

const everybody = { personaId: null, state: "lived" } as const;

/** What is assumed of a step in words, where there is no room for curves, and a way to say it. */
export function StepEmotion({ step }: { step: Step }) {
  const { t } = useTranslation("emotion");
  const { t: journey } = useTranslation("journey");
  const { editor, view } = useMap();
  const words = useEmotionWords();
  const personas = useMapPersonas();
  const [isOpen, setIsOpen] = useState(false);
  const emotions = useStore(view, (map) => map?.emotions);
  const isLocked = useStore(view, (map) => areEmotionsLocked(map?.lanes ?? []));
  const said = useMemo(() => {
    const own = emotions?.filter((point) => point.stepId === step.id) ?? [];
    return (cellLines(own, personas, [step.id], everybody).get(step.id) ?? []).filter(({ at }) => at !== null);
  }, [emotions, personas, step.id]);
  const maySet = editor !== null && !isLocked;
  if (said.length === 0 && !maySet) return null;
  const known = said.map((line) => `${words.curve(line)} ${words.value(line.at ?? 0)}`).join(" · ");
  return (
    <div className={classes["said"]}>
      {journey("lane.emotion")} · {known === "" ? t("unknown") : known}{" "}
      {maySet && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={t("setAt", { step: step.name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t("set")}
        </button>
      )}
      {maySet && isOpen && <SetEmotion step={step} />}
    </div>
  );
}
