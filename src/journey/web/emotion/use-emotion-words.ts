import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type ReliefPoint, useMetricName, useScoreFormat } from "#insight/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import type { CellLine } from "./lines.ts";
import type { SurveyedPart } from "./surveyed.ts";

/** The curves in words. */
export function useEmotionWords() {
  const { t } = useTranslation("emotion");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  return useMemo(() => {
    const value = (at: number) => format.signed(at, Number.isInteger(at) ? 0 : 1);
    const curve = ({ persona, state }: Pick<CellLine, "persona" | "state">) =>
      persona === undefined ? t(`curve.${state}`) : t(`curveOf.${state}`, { name: persona.name });
    const surveyed = ({ score: { metric, value: score, low, high, n }, expectation }: ReliefPoint) =>
      t("surveyedSaid", {
        metric: metricName(metric),
        value: scores.value(metric, score),
        low: scores.value(metric, low),
        high: scores.value(metric, high),
        n: format.number(n),
        expectation: scores.value(metric, expectation),
      });
    const step = (name: string, lines: readonly CellLine[], part: SurveyedPart | null) => {
      const known = lines.filter(({ at }) => at !== null).map((line) => `${curve(line)} ${value(line.at ?? 0)}`);
      const said = [...known, ...(part === null ? [] : [surveyed(part.point)])];
      return t("stepSaid", { step: name, said: said.length === 0 ? t("unknown") : said.join(" ; ") });
    };
    return { value, curve, surveyed, step };
  }, [t, format, scores, metricName]);
}
