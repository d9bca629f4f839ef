import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { ChevronsDownUp, Copy, CopyPlus, EyeOff, Lock, LockOpen, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { setDetails } from "../../edit.ts";
import { useCopy } from "../clipboard/use-clipboard.ts";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import classes from "./bulk-bar.module.css";
import { checkOpen, describeAll } from "./deeds.ts";
import { MoveMenu } from "./move-menu.tsx";
import { nothing } from "./selection.ts";
import { TagButton } from "./tag-button.tsx";
import { type Selected, useDuplicateSelected, useRemoveSelected, useSelected } from "./use-selected.ts";

/** The deeds on all that is selected, at the foot of the map as long as it is more than one thing. */
export function BulkBar() {
  const { t } = useTranslation("selection");
  const { editor, selection } = useMap();
  const cells = useStore(selection, (current) => current.cells.size);
  const selected = useSelected();
  const copy = useCopy();
  const remove = useRemoveSelected();
  const isShown = cells > 1 || (selected?.ids.length ?? 0) > 1 || (selected !== null && cells === 0);
  const what = [cells > 1 ? t("cells", { count: cells }) : null, selected?.what].filter(Boolean).join(" · ");
  return (
    <>
      <p role="status" className={classes["said"]}>
        {isShown && t("selected", { what })}
      </p>
      {isShown && (
        <div role="toolbar" aria-label={t("bar")} className={classes["bar"]}>
          <span className={classes["count"]}>{what}</span>
          {selected !== null && editor !== null && selected.kind === "card" && <CardDeeds selected={selected} />}
          {selected !== null && editor !== null && selected.kind === "lane" && <LaneDeeds ids={selected.ids} />}
          {selected?.kind !== "placement" && selected?.kind !== "link" && (
            <Deed label={t("copy")} shortcut="Ctrl C" icon={<Copy size={16} />} onClick={copy} />
          )}
          {selected !== null && editor !== null && (
            <Deed label={t("delete")} icon={<Trash2 size={16} />} onClick={remove} />
          )}
          <Deed label={t("clear")} icon={<X size={16} />} onClick={() => selection.set(nothing)} />
        </div>
      )}
    </>
  );
}

interface DeedProps {
  label: string;
  shortcut?: string;
  icon: ReactNode;
  onClick: () => void;
}

function Deed({ label, shortcut, icon, onClick }: DeedProps) {
  return (
    <Tooltip label={shortcut === undefined ? label : `${label} (${shortcut})`}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

const levels = [1, 2, 3, 4, 5] as const;

function CardDeeds({ selected: { cards } }: { selected: Selected }) {
  const { t } = useTranslation("selection");
  const { editor, view } = useMap();
  const duplicate = useDuplicateSelected();
  const kinds = useStore(view, (map) => map?.lanes) ?? [];
  const hurts = new Set(kinds.filter(({ kind }) => kind === "irritant" || kind === "riskZone").map(({ id }) => id));
  const hurting = cards.filter(({ laneId }) => hurts.has(laneId));
  const setSeverity = (severity: number | null) => {
    const map = view.get();
    if (map === null) return;
    editor?.change((doc) => {
      checkOpen(map, hurting);
      describeAll(doc, hurting, { severity });
    });
  };
  return (
    <>
      <MoveMenu cards={cards} />
      <TagButton cards={cards} />
      {hurting.length > 0 && (
        <Menu position="top" shadow="md">
          <Menu.Target>
            <Button variant="subtle" color="gray" size="compact-sm">
              {t("severity")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {levels.map((level) => (
              <Menu.Item key={level} onClick={() => setSeverity(level)}>
                {level}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => setSeverity(null)}>{t("severityNone")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Deed label={t("duplicate")} shortcut="Ctrl D" icon={<CopyPlus size={16} />} onClick={duplicate} />
    </>
  );
}

function LaneDeeds({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation("selection");
  const { editor, selection, view } = useMap();
  const lanes = useStore(view, (map) => map?.lanes) ?? [];
  const isLocked = lanes.every((lane) => lane.isLocked || !ids.includes(lane.id));
  const set = (details: { isLocked?: boolean; isHidden?: boolean; isCollapsed?: boolean }) =>
    editor?.change((doc: Y.Doc) => ids.forEach((id) => setDetails(doc, "lanes", id, details)));
  return (
    <>
      <Deed
        label={isLocked ? t("unlock") : t("lock")}
        icon={isLocked ? <LockOpen size={16} /> : <Lock size={16} />}
        onClick={() => set({ isLocked: !isLocked })}
      />
      <Deed label={t("collapse")} icon={<ChevronsDownUp size={16} />} onClick={() => set({ isCollapsed: true })} />
      <Deed
        label={t("hide")}
        icon={<EyeOff size={16} />}
        onClick={() => {
          set({ isHidden: true });
          selection.set(nothing);
        }}
      />
    </>
  );
}
