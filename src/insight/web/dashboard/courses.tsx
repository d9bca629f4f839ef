import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { CoursePoint, Dashboard } from "../../dashboard/model.ts";
import { type Metric, type Score, metrics } from "../../model.ts";
import { periodLabel, type Span } from "../period.ts";
import { TrendPlot } from "../trend-plot.tsx";
import type { TrendMark } from "../trend-layout.ts";
import { useMetricName } from "../use-metric-name.ts";
import { useScoreFormat } from "../use-score-format.ts";
import classes from "./dashboard.module.css";
import { FigureCard } from "./figure-card.tsx";
import { useScoreCells, useScoreColumns } from "./sheets.ts";

/** What a journey is watched by comes first (M46), then the others. */
const order: readonly Metric[] = ["ces", "ces5", "nps", ...metrics];

type Kind = "scores" | "relational";

/** Every score over time with its 95 % band and, under it, how many answered; about contacts and about the relation apart. */
export function Courses({ board: { course }, period }: { board: Dashboard; period: Span }) {
  const { t, i18n } = useTranslation("dashboard");
  const columns = useScoreColumns();
  const cells = useScoreCells();
  const plots = (["scores", "relational"] as const).flatMap((kind) =>
    [...new Set(order)].filter((metric) => answered(course.points, kind, metric)).map((metric) => ({ kind, metric })),
  );
  const sheet = {
    columns: [t("when"), t("about"), ...columns],
    rows: course.points.flatMap((point) =>
      plots.map(({ kind, metric }) => [
        periodLabel(point, i18n.language),
        t(kind === "scores" ? "aboutContacts" : "aboutRelation"),
        ...cells(scoreAt(point, kind, metric)),
      ]),
    ),
  };
  return (
    <FigureCard id="course" title={t("course")} note={t(`courseNote.${course.bucket}`)} sheet={sheet} isDrawn>
      <div className={classes["courses"]}>
        {plots.map(({ kind, metric }) => (
          <Course key={`${kind} ${metric}`} course={course} kind={kind} metric={metric} period={period} />
        ))}
      </div>
    </FigureCard>
  );
}

interface CourseProps {
  course: Dashboard["course"];
  kind: Kind;
  metric: Metric;
  period: Span;
}

function Course({ course: { bucket, points }, kind, metric, period }: CourseProps) {
  const { t } = useTranslation("dashboard");
  const metricName = useMetricName();
  const says = useCourseWords(metric);
  const trend = points.map((point) => {
    const score = scoreAt(point, kind, metric);
    return { from: point.from, to: point.to, scores: score === null ? [] : [score], volume: score?.n ?? 0 };
  });
  return (
    <div className={classes["course"]}>
      <h3>
        {metricName(metric)} <span>{t(kind === "scores" ? "contact" : "relation")}</span>
      </h3>
      <TrendPlot
        bucket={bucket}
        points={trend}
        metric={metric}
        expectation={null}
        period={period}
        label={t("courseSaid", { metric: metricName(metric) })}
        says={says}
      />
    </div>
  );
}

function useCourseWords(metric: Metric): (mark: TrendMark) => string {
  const { t, i18n } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  return ({ point, score }) => {
    const when = periodLabel(point, i18n.language);
    if (score === null) return t("pointHidden", { when, n: format.number(point.volume) });
    return t("point", {
      when,
      value: scores.value(metric, score.value),
      low: scores.value(metric, score.low),
      high: scores.value(metric, score.high),
      n: format.number(point.volume),
    });
  };
}

function scoreAt(point: CoursePoint, kind: Kind, metric: Metric): Score | null {
  return point[kind].find((score) => score.metric === metric) ?? null;
}

function answered(points: readonly CoursePoint[], kind: Kind, metric: Metric): boolean {
  return points.some((point) => scoreAt(point, kind, metric) !== null);
}
