import { useTranslation } from "react-i18next";
import type { Metric } from "../model.ts";

/** What a score is called on screen. */
export function useMetricName(): (metric: Metric) => string {
  const { t } = useTranslation("insight");
  return (metric) => t(`metric.${metric}`);
}
