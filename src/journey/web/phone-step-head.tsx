import { Pencil, Plus, Trash2 } from "lucide-react";
import type { Step } from "../model.ts";
import { StepDetailLinks, useStepDetails } from "./atlas/step-detail.tsx";
import { TalkBadge } from "./comments/talk-badge.tsx";
import { ItemMenu, type MenuEntry } from "./item-menu.tsx";
import { ItemText } from "./item-text.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import classes from "./phone-map.module.css";

export function PhoneStepHead({ step }: { step: Step }) {
  const details = useStepDetails().get(step.id);
  const { t, editor, mayAddCards, edit, placing, remove, linking, detailing } = useMap();
  const item = { kind: "step", id: step.id } as const;
  const name = step.name === "" ? t("stepPlaceholder") : step.name;
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          { label: t("rename"), icon: <Pencil size={14} />, onClick: () => edit(refOf("step", step.id)) },
          { label: t("placeTitle"), icon: <Plus size={14} />, onClick: () => placing.set(step.id) },
          {
            label: t("links:linkWith"),
            onClick: () => linking.set({ linkId: null, stepId: step.id, placementId: null }),
          },
          { label: t("atlas:detailStep"), onClick: () => detailing.set(step.id) },
          { label: t("moveUp"), onClick: () => editor.shift(item, "left") },
          { label: t("moveDown"), onClick: () => editor.shift(item, "right") },
          { label: t("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, name) },
        ];
  return (
    <div className={classes["head"]} data-ref={refOf("step", step.id)}>
      <h3>
        <ItemText item={item} text={step.name} />
      </h3>
      <TalkBadge subject={refOf("step", step.id)} isInline />
      {mayAddCards && <ItemMenu name={name} entries={entries} />}
      {details !== undefined && <StepDetailLinks journeys={details} />}
    </div>
  );
}
