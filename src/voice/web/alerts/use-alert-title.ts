import { useTranslation } from "react-i18next";
import type { Alert } from "../../alerts/model.ts";

/** What an alert is called: as its rule, or what happened to a case. */
export function useAlertTitle(): (alert: Pick<Alert, "cause" | "ruleName">) => string {
  const { t } = useTranslation("alerts");
  return ({ cause, ruleName }) => (cause.kind === "reopened" ? t("cause.reopened", { case: ruleName }) : ruleName);
}
