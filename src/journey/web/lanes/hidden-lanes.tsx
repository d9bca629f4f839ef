import { Menu } from "@mantine/core";
import { Eye } from "lucide-react";
import { useTranslation } from "react-i18next";
import { setDetails } from "../../edit.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import mapClasses from "../map.module.css";
import { useStore } from "../store.ts";

/** The lanes that are hidden, to be shown again; they are hidden for everybody. */
export function HiddenLanes() {
  const { t } = useTranslation("lanes");
  const { editor, view } = useMap();
  const nameOf = useLaneName();
  const lanes = useStore(view, (current) => current?.lanes) ?? [];
  const hidden = lanes.filter((lane) => lane.isHidden);
  if (editor === null || hidden.length === 0) return null;
  const show = (ids: readonly string[]) =>
    editor.change((doc) => {
      for (const id of ids) setDetails(doc, "lanes", id, { isHidden: false });
    });
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <button type="button" className={mapClasses["addHere"]}>
          <Eye aria-hidden /> {t("hidden", { count: hidden.length })}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {hidden.map((lane) => (
          <Menu.Item key={lane.id} onClick={() => show([lane.id])}>
            {nameOf(lane)}
          </Menu.Item>
        ))}
        {hidden.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => show(hidden.map(({ id }) => id))}>{t("showAll")}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
