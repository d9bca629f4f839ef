import { ArrowDownUp, ChevronsDownUp, ChevronsUpDown, EyeOff, Lock, LockOpen, Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { notifications } from "@mantine/notifications";
import { holdsCards } from "../../document.ts";
import { setDetails } from "../../edit.ts";
import type { Lane } from "../../model.ts";
import type { MenuEntry } from "../item-menu.tsx";
import { refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { useShiftEntries } from "../shift-entries.tsx";
import { putInPlace } from "./put-in-place.ts";

const acrossLanes = ["up", "down"] as const;

/** What can be done with a lane, as its menu and its keys offer it. */
export function useLaneEntries(lane: Lane, name: string, isOutOfPlace: boolean): () => MenuEntry[] {
  const { t } = useTranslation("lanes");
  const { t: journey } = useTranslation("journey");
  const { editor, edit, remove, view } = useMap();
  const { id, isCollapsed, isLocked } = lane;
  const item = { kind: "lane", id } as const;
  const shift = useShiftEntries(item, acrossLanes);
  if (editor === null) return () => [];
  const set = (details: Partial<Pick<Lane, "isHidden" | "isCollapsed" | "isLocked">>) =>
    editor.change((doc) => setDetails(doc, "lanes", id, details));
  const hide = () => {
    if (set({ isHidden: true })) notifications.show({ role: "status", message: t("hiddenToast", { name }) });
  };
  return () => [
    { label: journey("rename"), icon: <Pencil size={14} />, shortcut: "F2", onClick: () => edit(refOf("lane", id)) },
    ...shift(),
    ...(isOutOfPlace
      ? [{ label: t("putInPlace"), icon: <ArrowDownUp size={14} />, onClick: () => putInPlace(editor, view.get(), id) }]
      : []),
    isCollapsed
      ? { label: t("expand"), icon: <ChevronsUpDown size={14} />, onClick: () => set({ isCollapsed: false }) }
      : { label: t("collapse"), icon: <ChevronsDownUp size={14} />, onClick: () => set({ isCollapsed: true }) },
    { label: t("hide"), icon: <EyeOff size={14} />, onClick: hide },
    ...(holdsCards(lane.kind) || lane.kind === "emotion"
      ? [
          isLocked
            ? { label: t("unlock"), icon: <LockOpen size={14} />, onClick: () => set({ isLocked: false }) }
            : { label: t("lock"), icon: <Lock size={14} />, onClick: () => set({ isLocked: true }) },
        ]
      : []),
    { label: journey("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, name) },
  ];
}
