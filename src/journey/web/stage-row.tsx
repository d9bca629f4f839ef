import { Pencil, Plus, RefreshCw, Signpost, Trash2 } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { setCycle, setDetails } from "../edit.ts";
import { phases } from "../model.ts";
import { HeadName } from "./head-name.tsx";
import classes from "./heads.module.css";
import type { MenuEntry } from "./item-menu.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import type { StageView } from "./map-view.ts";
import mapClasses from "./map.module.css";
import { useShiftEntries } from "./shift-entries.tsx";

/** The stages over their steps: the sections of the line. */
export const StageRow = memo(function StageRow({ stages }: { stages: readonly StageView[] }) {
  const { t } = useTranslation("journey");
  return (
    <div role="row" className={mapClasses["row"]} data-kind="stages">
      <div role="rowheader" className={classes["corner"]}>
        {t("stages")}
      </div>
      {stages.map((stage, index) => (
        <StageHead
          key={stage.id}
          stage={stage}
          index={index}
          column={firstColumn(stages, index)}
          span={spanOf(stage)}
        />
      ))}
    </div>
  );
});

/** Columns that a stage lies over: one a step, and one of its own while it has none. */
function spanOf({ steps }: StageView): number {
  return Math.max(1, steps.length);
}

function firstColumn(stages: readonly StageView[], index: number): number {
  return stages.slice(0, index).reduce((column, stage) => column + spanOf(stage), 1);
}

const StageHead = memo(function StageHead({
  stage,
  index,
  column,
  span,
}: {
  stage: StageView;
  index: number;
  column: number;
  span: number;
}) {
  const { t } = useTranslation("journey");
  const { editor, edit, remove, view } = useMap();
  const isCycle = () => view.get()?.isCycle === true;
  const item = { kind: "stage", id: stage.id } as const;
  const shift = useShiftEntries(item);
  const name = stage.name === "" ? t("stagePlaceholder") : stage.name;
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          {
            label: t("rename"),
            icon: <Pencil size={14} />,
            shortcut: "F2",
            onClick: () => edit(refOf("stage", stage.id)),
          },
          {
            label: t("phase"),
            icon: <Signpost size={14} />,
            choices: [null, ...phases].map((phase) => ({
              label: t(phase === null ? "phase.none" : `phase.${phase}`),
              isChosen: stage.phase === phase,
              onClick: () => editor.change((doc) => setDetails(doc, "stages", stage.id, { phase })),
            })),
          },
          {
            label: t(isCycle() ? "cycleOpen" : "cycleClose"),
            icon: <RefreshCw size={14} />,
            onClick: () => editor.change((doc) => setCycle(doc, !isCycle())),
          },
          { label: t("addStepIn"), icon: <Plus size={14} />, onClick: () => edit(editor.addStep(stage.id)) },
          { label: t("addAfter"), icon: <Plus size={14} />, onClick: () => edit(editor.addStage("", index + 1)) },
          ...shift(),
          { label: t("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, name) },
        ];
  return (
    <div
      role="columnheader"
      aria-label={stage.phase === null ? name : `${name}, ${t(`phase.${stage.phase}`)}`}
      aria-colspan={span}
      className={classes["stage"]}
      data-column={column}
      data-span={span}
      style={{ "--span": span } as React.CSSProperties}
      data-drop="stage"
      data-index={index}
    >
      <HeadName item={item} text={stage.name} name={name} entries={entries} className={classes["stageName"]}>
        {stage.phase !== null && <small className={classes["phase"]}>{t(`phase.${stage.phase}`)}</small>}
      </HeadName>
    </div>
  );
});
