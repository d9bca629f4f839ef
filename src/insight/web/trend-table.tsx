import { useTranslation } from "react-i18next";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { TrendPoint } from "../api.ts";
import type { Metric } from "../model.ts";
import classes from "./panel.module.css";
import { periodLabel } from "./period.ts";
import { isShown } from "./score-format.ts";
import { useScoreFormat } from "./use-score-format.ts";

/** The trend's table twin. */
export function TrendTable({ points, metric }: { points: readonly TrendPoint[]; metric: Metric | null }) {
  const { t, i18n } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  return (
    <TableScroll label={t("trend")} style={{ maxHeight: "17rem" }}>
      <table className={classes["people"]}>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("score")}</th>
            <th scope="col">{t("intervalShort")}</th>
            <th scope="col">{t("answersShort")}</th>
            <th scope="col">{t("contactsShort")}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => {
            const score = point.scores.find((candidate) => candidate.metric === metric) ?? null;
            return (
              <tr key={point.from}>
                <th scope="row">{periodLabel(point, i18n.language)}</th>
                <td className="num">{isShown(score) ? scores.value(score.metric, score.value) : "—"}</td>
                <td className="num">
                  {isShown(score)
                    ? `${scores.value(score.metric, score.low)} … ${scores.value(score.metric, score.high)}`
                    : "—"}
                </td>
                <td className="num">{format.number(score?.n ?? 0)}</td>
                <td className="num">{format.number(point.contacts)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
