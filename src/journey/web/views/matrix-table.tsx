import { useTranslation } from "react-i18next";
import { useMetricName, useScoreFormat } from "#insight/web/index.ts";
import table from "#ui/data-table.module.css";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { type MatrixPoint, important } from "./matrix.ts";
import { usePlacementName } from "./use-placement-name.ts";

export function MatrixTable({ points }: { points: readonly MatrixPoint[] }) {
  const { t } = useTranslation("views");
  const sorted = points.toSorted((a, b) => b.importance - a.importance || a.at - b.at);
  return (
    <TableScroll label={t("matrix")}>
      <table className={table["table"]} data-read>
        <thead>
          <tr>
            <th>{t("touchpoint")}</th>
            <th className={table["number"]}>{t("importance")}</th>
            <th>{t("metric")}</th>
            <th className={table["number"]}>{t("score")}</th>
            <th className={table["number"]}>{t("interval")}</th>
            <th className={table["number"]}>n</th>
            <th className={table["number"]}>{t("expectation")}</th>
            <th>{t("quarterHead")}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((point) => (
            <MatrixRow key={point.placement.id} point={point} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function MatrixRow({ point }: { point: MatrixPoint }) {
  const { t } = useTranslation("views");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const name = usePlacementName()(point.placement);
  const { score, expectation, importance, at } = point;
  const { metric } = score;
  const quarter = importance >= important ? (at < 0 ? "act" : "keep") : at < 0 ? "watch" : "ease";
  return (
    <tr>
      <td>{name}</td>
      <td className={table["number"]}>{importance}/5</td>
      <td>{metricName(metric)}</td>
      <td className={table["number"]}>{scores.value(metric, score.value)}</td>
      <td className={table["number"]}>
        {scores.value(metric, score.low)} … {scores.value(metric, score.high)}
      </td>
      <td className={table["number"]}>{format.number(score.n)}</td>
      <td className={table["number"]}>{scores.value(metric, expectation)}</td>
      <td>{t(`quarter.${quarter}`)}</td>
    </tr>
  );
}
