import { memo, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { emotionId, setEmotion, shiftEmotion } from "../../edit.ts";
import type { EmotionPoint, Lane, Placement } from "../../model.ts";
import { LaneHead } from "../lane-head.tsx";
import { useMap } from "../map-context.ts";
import type { MapFigures } from "../map-figures.ts";
import type { Column } from "../map-view.ts";
import mapClasses from "../map.module.css";
import { useRelief } from "../use-relief.ts";
import { useStore } from "../store.ts";
import { useTellPull } from "../presence/use-tell-pull.ts";
import { useMapPersonas } from "../personas/use-map-personas.ts";
import { CurvePicker } from "./curve-picker.tsx";
import { EmotionCell } from "./emotion-cell.tsx";
import classes from "./emotion.module.css";
import { type CellLine, type CurveId, cellLines } from "./lines.ts";
import { surveyedParts } from "./surveyed.ts";

interface EmotionRowProps {
  lane: Lane;
  columns: readonly Column[];
  emotions: readonly EmotionPoint[];
  placements: ReadonlyMap<string, readonly Placement[]>;
  figures: MapFigures;
  /** The persona that the map is seen as. */
  personaId: string | undefined;
  isVertical: boolean;
}

const noLines: readonly CellLine[] = [];

/** The emotion along the steps: what is assumed of each persona, as it is and as it is wanted, and what answers say. */
export const EmotionRow = memo(function EmotionRow(props: EmotionRowProps) {
  const { lane, columns, emotions, placements, figures, isVertical } = props;
  const { t } = useTranslation("emotion");
  const { editor, pulls } = useMap();
  const pulled = useStore(pulls);
  const tell = useTellPull();
  const personas = useMapPersonas();
  const [picked, pick] = useState<CurveId>({ personaId: null, state: "lived" });
  const [preview, setPreview] = useState<EmotionPoint | null>(null);
  const wanted = props.personaId ?? picked.personaId;
  const personaId = personas.some(({ id }) => id === wanted) ? (wanted ?? null) : null;
  const chosen = useMemo((): CurveId => ({ personaId, state: picked.state }), [personaId, picked.state]);
  const lines = useMemo(() => {
    // Of two points at one place the later one is drawn: what is being pulled, by others or oneself.
    const shown = [...emotions, ...pulled, ...(preview === null ? [] : [preview])];
    const stepIds = columns.flatMap(({ step }) => step?.id ?? []);
    return cellLines(shown, personas, stepIds, chosen);
  }, [emotions, pulled, personas, columns, chosen, preview]);
  const relief = useRelief(columns, placements, figures);
  const surveyed = useMemo(() => surveyedParts(relief), [relief]);
  const set = useCallback(
    (stepId: string, value: number | null) => editor?.change((doc) => setEmotion(doc, { ...chosen, stepId }, value)),
    [editor, chosen],
  );
  const shift = useCallback(
    (stepId: string, direction: 1 | -1) => editor?.change((doc) => shiftEmotion(doc, { ...chosen, stepId }, direction)),
    [editor, chosen],
  );
  const showPreview = useCallback(
    (stepId: string, value: number | null) => {
      const point = value === null ? null : { id: emotionId({ ...chosen, stepId }), ...chosen, stepId, value };
      setPreview(point);
      tell(point);
    },
    [chosen, tell],
  );
  const mayEdit = editor !== null && !lane.isLocked;
  return (
    <div role="row" className={mapClasses["row"]} data-kind="emotion" data-lane={lane.id}>
      <LaneHead lane={lane} note={t("note")}>
        <CurvePicker personas={personas} chosen={chosen} onPick={pick} />
      </LaneHead>
      {columns.map(({ key, step }, index) =>
        step === null ? (
          <div key={key} role="gridcell" className={classes["cell"]} aria-label={t("noStep")} />
        ) : (
          <EmotionCell
            key={key}
            stepId={step.id}
            stepName={step.name}
            column={index + 1}
            lines={lines.get(step.id) ?? noLines}
            surveyed={surveyed[index] ?? null}
            chosen={chosen}
            isVertical={isVertical}
            set={mayEdit ? set : null}
            shift={shift}
            preview={showPreview}
          />
        ),
      )}
    </div>
  );
});
