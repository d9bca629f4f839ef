import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./state.module.css";

/** A place that is on its way, drawn as `rows` empty rows so that nothing jumps when it comes. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation("ui");
  return (
    <div className={classes["loading"]} role="status">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <i key={index} aria-hidden />
      ))}
    </div>
  );
}
