import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { Metric } from "../model.ts";

/** A raw answer as it was given: a number, or the word of a yes/no. */
export function useRawWords(): (metric: Metric, raw: number) => string {
  const { t } = useTranslation("insight");
  const format = useFormat();
  return (metric, raw) => (metric === "yesNo" ? t(raw === 1 ? "raw.yes" : "raw.no") : format.number(raw));
}
