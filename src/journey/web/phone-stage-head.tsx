import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Stage } from "../model.ts";
import { TalkBadge } from "./comments/talk-badge.tsx";
import { ItemMenu, type MenuEntry } from "./item-menu.tsx";
import { ItemText } from "./item-text.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import classes from "./phone-map.module.css";

export function PhoneStageHead({ stage }: { stage: Stage }) {
  const { t } = useTranslation("journey");
  const { editor, mayAddCards, edit, remove } = useMap();
  const item = { kind: "stage", id: stage.id } as const;
  const name = stage.name === "" ? t("stagePlaceholder") : stage.name;
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          { label: t("rename"), icon: <Pencil size={14} />, onClick: () => edit(refOf("stage", stage.id)) },
          { label: t("addStepIn"), icon: <Plus size={14} />, onClick: () => edit(editor.addStep(stage.id)) },
          { label: t("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, name) },
        ];
  return (
    <div className={classes["head"]} data-ref={refOf("stage", stage.id)}>
      <h2>
        <ItemText item={item} text={stage.name} />
      </h2>
      <TalkBadge subject={refOf("stage", stage.id)} isInline />
      {mayAddCards && <ItemMenu name={name} entries={entries} />}
    </div>
  );
}
