import { Slider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setEmotion } from "../../edit.ts";
import { emotionScale } from "../../emotion.ts";
import type { Step } from "../../model.ts";
import { useMap } from "../map-context.ts";
import { useMapPersonas } from "../personas/use-map-personas.ts";
import { useScreen } from "../screen-context.ts";
import { useStore } from "../store.ts";
import { CurvePicker } from "./curve-picker.tsx";
import classes from "./emotion.module.css";
import { type CurveId, isSameCurve } from "./lines.ts";
import { useEmotionWords } from "./use-emotion-words.ts";

const { low, high, grain } = emotionScale;
const wholes = Array.from({ length: high - low + 1 }, (_, at) => low + at);

/** Says an emotion where there is no room to pull a point of a curve: whose it is, then how it is. */
export function SetEmotion({ step }: { step: Step }) {
  const { t } = useTranslation("emotion");
  const { editor, view } = useMap();
  const { search } = useScreen();
  const words = useEmotionWords();
  const personas = useMapPersonas();
  const [picked, pick] = useState<CurveId>({ personaId: search.persona ?? null, state: "lived" });
  const [moved, move] = useState<number | null>(null);
  const persona = personas.find(({ id }) => id === picked.personaId);
  const curve: CurveId = { personaId: persona?.id ?? null, state: picked.state };
  const value = useStore(
    view,
    (map) => map?.emotions.find((point) => point.stepId === step.id && isSameCurve(point, curve))?.value ?? null,
  );
  const set = (next: number | null) => {
    editor?.change((doc) => setEmotion(doc, { ...curve, stepId: step.id }, next));
    move(null);
  };
  return (
    <div className={classes["setting"]}>
      <CurvePicker personas={personas} chosen={curve} onPick={pick} isInGrid={false} />
      <Slider
        min={low}
        max={high}
        step={grain}
        marks={wholes.map((at) => ({ value: at, label: words.value(at) }))}
        label={words.value}
        thumbLabel={t("slider", { step: step.name, curve: words.curve({ persona, state: curve.state }) })}
        value={moved ?? value ?? 0}
        data-known={value !== null}
        onChange={move}
        onChangeEnd={set}
      />
      <button type="button" disabled={value === null} onClick={() => set(null)}>
        {t("forget")}
      </button>
    </div>
  );
}
