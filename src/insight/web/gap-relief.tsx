import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import classes from "./gap-relief.module.css";
import { type ReliefPoint, reliefReach } from "./relief.ts";
import { type Point, ribbon, runs, smooth } from "./smooth.ts";
import { useScoreFormat } from "./use-score-format.ts";

const height = 88;
const margin = 10;

/** The relief under the line: each step's gap to its expectation, with its 95 % band. One column a step, as wide as the map's. */
export function GapRelief({
  steps,
  points,
}: {
  steps: readonly { id: string; name: string }[];
  points: readonly (ReliefPoint | null)[];
}) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  const reach = reliefReach(points);
  const y = (at: number) => height / 2 - (at / reach) * (height / 2 - margin);
  return (
    <div className={classes["relief"]} role="group" aria-label={t("reliefSaid")}>
      <svg viewBox={`0 0 ${points.length * 100} ${height}`} preserveAspectRatio="none" aria-hidden>
        <path className={classes["expected"]} d={`M0 ${height / 2}H${points.length * 100}`} />
        {runs(points).map(({ start, values }) => {
          const along = (of: (point: ReliefPoint) => number) =>
            values.map((point, index): Point => [(start + index) * 100 + 50, y(of(point))]);
          return (
            <g key={start}>
              <path
                className={classes["band"]}
                d={ribbon(
                  along((point) => point.high),
                  along((point) => point.low),
                )}
              />
              <path className={classes["curve"]} d={smooth(along((point) => point.at))} />
            </g>
          );
        })}
      </svg>
      {points.map((point, index) => {
        const step = steps[index];
        if (point === null || step === undefined) return null;
        const { metric, value, n } = point.score;
        const words = t("reliefPoint", {
          step: step.name,
          metric: t(`metric.${metric}`),
          value: scores.value(metric, value),
          expectation: scores.value(metric, point.expectation),
          n: format.number(n),
        });
        return (
          <Tooltip key={step.id} label={words}>
            <span
              className={classes["point"]}
              role="img"
              aria-label={words}
              style={{ left: `${((index + 0.5) * 100) / points.length}%`, top: y(point.at) }}
            />
          </Tooltip>
        );
      })}
    </div>
  );
}
