import { Tooltip, VisuallyHidden } from "@mantine/core";
import { Lock, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./lanes.module.css";

/** What a lane's head says beside its name: that it is locked, or why it is out of place. */
export function LaneMarks({ isLocked, wrong }: { isLocked: boolean; wrong: string | null }) {
  const { t } = useTranslation("lanes");
  return (
    <>
      {isLocked && (
        <Tooltip label={t("locked")}>
          <span className={classes["lockMark"]}>
            <Lock size={12} aria-hidden />
            <VisuallyHidden>{t("locked")}</VisuallyHidden>
          </span>
        </Tooltip>
      )}
      {wrong !== null && (
        <Tooltip label={wrong}>
          <span className={classes["wrongMark"]}>
            <TriangleAlert size={13} aria-hidden />
            <VisuallyHidden>{wrong}</VisuallyHidden>
          </span>
        </Tooltip>
      )}
    </>
  );
}
