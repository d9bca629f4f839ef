import { Gauge, Pencil, Plus, Spline, Trash2, Waypoints } from "lucide-react";
import { memo } from "react";
import { setDetails } from "../edit.ts";
import type { JourneySummary, Step } from "../model.ts";
import { StepDetailLinks, useStepDetails } from "./atlas/step-detail.tsx";
import { HeadName } from "./head-name.tsx";
import classes from "./heads.module.css";
import type { MenuEntry } from "./item-menu.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import type { Column } from "./map-view.ts";
import mapClasses from "./map.module.css";
import { useShiftEntries } from "./shift-entries.tsx";

/** The steps, one a column, in the customer's words. */
export const StepRow = memo(function StepRow({ columns }: { columns: readonly Column[] }) {
  const { t } = useMap();
  const details = useStepDetails();
  return (
    <div role="row" className={mapClasses["row"]} data-kind="steps">
      <div role="rowheader" className={classes["corner"]}>
        {t("stepsHead")}
      </div>
      {columns.map(({ key, stageId, step }, index) =>
        step === null ? (
          <EmptyStage key={key} stageId={stageId} column={index + 1} />
        ) : (
          <StepHead
            key={key}
            step={step}
            column={index + 1}
            index={indexInStage(columns, index)}
            details={details.get(step.id)}
          />
        ),
      )}
    </div>
  );
});

function indexInStage(columns: readonly Column[], index: number): number {
  return index - columns.findIndex(({ stageId }) => stageId === columns[index]?.stageId);
}

/** How able a company may say it is to satisfy; null: not said. */
const selfScores = [null, 1, 2, 3, 4, 5] as const;

interface StepHeadProps {
  step: Step;
  column: number;
  index: number;
  /** The journeys that tell it in detail. */
  details: readonly JourneySummary[] | undefined;
}

const StepHead = memo(function StepHead({ step, column, index, details }: StepHeadProps) {
  const { t, editor, edit, remove, placing, linking, detailing } = useMap();
  const item = { kind: "step", id: step.id } as const;
  const shift = useShiftEntries(item);
  const name = step.name === "" ? t("stepPlaceholder") : step.name;
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          {
            label: t("rename"),
            icon: <Pencil size={14} />,
            shortcut: "F2",
            onClick: () => edit(refOf("step", step.id)),
          },
          { label: t("placeTitle"), icon: <Plus size={14} />, onClick: () => placing.set(step.id) },
          {
            label: t("addAfter"),
            icon: <Plus size={14} />,
            onClick: () => edit(editor.addStep(step.stageId, index + 1)),
          },
          {
            label: t("selfScore"),
            icon: <Gauge size={14} />,
            choices: selfScores.map((selfScore) => ({
              label: selfScore === null ? t("selfScoreNone") : t("selfScoreSaid", { n: selfScore }),
              isChosen: step.selfScore === selfScore,
              onClick: () => editor.change((doc) => setDetails(doc, "steps", step.id, { selfScore })),
            })),
          },
          {
            label: t("links:linkWith"),
            icon: <Spline size={14} />,
            onClick: () => linking.set({ linkId: null, stepId: step.id, placementId: null }),
          },
          { label: t("atlas:detailStep"), icon: <Waypoints size={14} />, onClick: () => detailing.set(step.id) },
          ...shift(),
          { label: t("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, name) },
        ];
  return (
    <div
      role="columnheader"
      aria-label={name}
      className={classes["step"]}
      data-column={column}
      data-drop="step"
      data-stage={step.stageId}
      data-index={index}
    >
      <HeadName item={item} text={step.name} name={name} entries={entries} className={classes["stepName"]} />
      {details !== undefined && <StepDetailLinks journeys={details} />}
    </div>
  );
});

function EmptyStage({ stageId, column }: { stageId: string; column: number }) {
  const { t, editor, edit } = useMap();
  return (
    <div
      role="columnheader"
      className={classes["step"]}
      data-column={column}
      data-drop="step"
      data-stage={stageId}
      data-index={0}
    >
      {editor === null ? (
        <span className="soft">{t("emptyStage")}</span>
      ) : (
        <button
          type="button"
          data-item
          tabIndex={-1}
          className={mapClasses["addHere"]}
          onClick={() => edit(editor.addStep(stageId))}
        >
          <Plus aria-hidden /> {t("addStep")}
        </button>
      )}
    </div>
  );
}
