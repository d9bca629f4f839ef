import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./mapping-form.module.css";

/** Choices that are right as they are for most files, one click away. */
export function More({ open, children }: { open: boolean; children: ReactNode }) {
  const { t } = useTranslation("activity");
  return (
    <details className={classes["details"]} open={open}>
      <summary>{t("more")}</summary>
      <div className={classes["fields"]}>{children}</div>
    </details>
  );
}
