import { Tooltip } from "@mantine/core";
import { Lock, LockOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { setLocked } from "../edit.ts";
import type { JourneyAction } from "./journey-menu.tsx";
import { useMap } from "./map-context.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";

/** Says in the header that the map is locked; who may edit unlocks it there. */
export function LockChip() {
  const { t } = useTranslation("journey");
  const { editor, view } = useMap();
  const isLocked = useStore(view, (current) => current?.isLocked === true);
  if (!isLocked) return null;
  const said = (
    <>
      <Lock size={13} aria-hidden /> <span className={classes["chipWord"]}>{t("mapLocked")}</span>
    </>
  );
  return (
    <Tooltip label={t("mapLockedWhat")}>
      {editor === null ? (
        <span className={classes["chip"]}>{said}</span>
      ) : (
        <button
          type="button"
          className={classes["chip"]}
          aria-label={`${t("mapLocked")}. ${t("unlockMap")}`}
          onClick={() => editor.change((doc) => setLocked(doc, false))}
        >
          {said}
        </button>
      )}
    </Tooltip>
  );
}

/** Locks or unlocks the map; none for those who may not edit. */
export function useLockAction(): JourneyAction[] {
  const { t } = useTranslation("journey");
  const { editor, view } = useMap();
  const isLocked = useStore(view, (current) => current?.isLocked === true);
  if (editor === null) return [];
  return [
    {
      key: "lock",
      label: t(isLocked ? "unlockMap" : "lockMap"),
      icon: isLocked ? <LockOpen size={15} aria-hidden /> : <Lock size={15} aria-hidden />,
      onClick: () => editor.change((doc) => setLocked(doc, !isLocked)),
    },
  ];
}
