import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import tables from "#ui/data-table.module.css";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { mainScore } from "../../band.ts";
import type { BoardSegment, Dashboard, Standout } from "../../dashboard/model.ts";
import type { Metric } from "../../model.ts";
import { useValueWords } from "../split-lines.tsx";
import { isShown } from "../score-format.ts";
import { ScoreRuler } from "../score-ruler.tsx";
import { useMetricName } from "../use-metric-name.ts";
import { useScoreFormat } from "../use-score-format.ts";
import { BelievedChange } from "./believed-change.tsx";
import classes from "./dashboard.module.css";
import { FigureCard } from "./figure-card.tsx";
import { useScoreCells, useScoreColumns } from "./sheets.ts";

interface SegmentsProps {
  board: Dashboard;
  /** Lets the reader choose the property. */
  picker: ReactNode;
  onOpenTouchpoint: (key: string) => void;
}

/** What the values of a property think, each against all others, and where on the map they part. */
export function Segments({ board, picker, onOpenTouchpoint }: SegmentsProps) {
  const { t } = useTranslation("dashboard");
  const valueWords = useValueWords();
  const columns = useScoreColumns();
  const cells = useScoreCells();
  const metricName = useMetricName();
  const { segments, scores } = board;
  const [wanted, setWanted] = useState<Metric | null>(null);
  const metric = (scores.find((score) => score.metric === wanted) ?? mainScore(scores))?.metric ?? null;
  const nameOf = (key: string) => board.touchpoints.find((touchpoint) => touchpoint.key === key)?.name ?? key;
  const sheet = {
    columns: [
      t("segment"),
      t("touchpoint"),
      ...columns,
      t("difference"),
      t("changeLow"),
      t("changeHigh"),
      t("changeBelieved"),
    ],
    rows: [
      ...(segments?.values ?? []).flatMap(({ value, scores: own, differences }) =>
        own.map((score) => {
          const difference = differences.find((one) => one.metric === score.metric) ?? null;
          return [valueWords(value), t("allTouchpoints"), ...cells(score), ...sides(difference)];
        }),
      ),
      ...(segments?.standouts ?? []).map(({ value, key, score, difference }) => [
        valueWords(value),
        nameOf(key),
        ...cells(score),
        ...sides(difference),
      ]),
    ],
  };
  function sides(difference: Standout["difference"] | null) {
    if (difference === null) return [null, null, null, null];
    return [difference.value, difference.low, difference.high, t(difference.isBelieved ? "yes" : "no")];
  }
  return (
    <FigureCard
      id="segments"
      title={t("segments")}
      note={
        <span className={classes["picking"]}>
          {picker}
          {segments !== null && metric !== null && scores.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t("metric")}
              value={metric}
              data={scores.map((score) => ({ value: score.metric, label: metricName(score.metric) }))}
              onChange={setWanted}
            />
          )}
          {t(segments === null ? "segmentsPick" : "segmentsNote")}
        </span>
      }
      sheet={sheet}
    >
      {segments !== null && metric !== null && (
        <div className={classes["two"]}>
          <Values segments={segments} metric={metric} />
          <Standouts segments={segments} nameOf={nameOf} onOpenTouchpoint={onOpenTouchpoint} />
        </div>
      )}
    </FigureCard>
  );
}

type Found = NonNullable<Dashboard["segments"]>;

function Values({ segments, metric }: { segments: Found; metric: Metric }) {
  const { t } = useTranslation("dashboard");
  const metricName = useMetricName();
  return (
    <TableScroll label={t("segmentValues")}>
      <table className={`${tables["table"]} ${classes["board"]}`} data-read>
        <thead>
          <tr>
            <th scope="col">{segments.by}</th>
            <th scope="col" className={tables["number"]}>
              {metricName(metric)}
            </th>
            <th scope="col" className={classes["rulerHead"]}>
              {t("interval")}
            </th>
            <th scope="col" className={tables["number"]}>
              n
            </th>
            <th scope="col" className={tables["number"]}>
              {t("againstOthers")}
            </th>
          </tr>
        </thead>
        <tbody>
          {segments.values.map((segment) => (
            <ValueRow key={segment.value} segment={segment} metric={metric} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function ValueRow({ segment, metric }: { segment: BoardSegment; metric: Metric }) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  const valueWords = useValueWords();
  const score = segment.scores.find((one) => one.metric === metric) ?? null;
  const difference = segment.differences.find((one) => one.metric === metric);
  return (
    <tr>
      <td>{valueWords(segment.value)}</td>
      <td className={tables["number"]}>
        {isShown(score) ? <b>{scores.value(metric, score.value)}</b> : <span className="soft">{t("tooFew")}</span>}
      </td>
      <td>{isShown(score) && <ScoreRuler score={score} />}</td>
      <td className={tables["number"]}>{format.number(score?.n ?? 0)}</td>
      <td className={tables["number"]}>
        {difference !== undefined && <BelievedChange metric={metric} difference={difference} />}
      </td>
    </tr>
  );
}

interface StandoutsProps {
  segments: Found;
  nameOf: (key: string) => string;
  onOpenTouchpoint: (key: string) => void;
}

function Standouts({ segments, nameOf, onOpenTouchpoint }: StandoutsProps) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const valueWords = useValueWords();
  return (
    <div className={classes["standouts"]}>
      <h3>{t("standouts")}</h3>
      <p className={classes["note"]}>
        {t("standoutsNote", { count: segments.compared, n: format.number(segments.compared) })}
      </p>
      {segments.standouts.length === 0 && <p>{t("noStandouts")}</p>}
      <ol>
        {segments.standouts.map(({ value, key, score, difference }) => (
          <li key={`${key} ${value}`}>
            <button type="button" className={classes["name"]} onClick={() => onOpenTouchpoint(key)}>
              {nameOf(key)}
            </button>
            <span>
              {valueWords(value)} · {metricName(score.metric)}{" "}
              {score.value === null ? "—" : scores.value(score.metric, score.value)} · n {format.number(score.n)}
            </span>
            <BelievedChange metric={score.metric} difference={difference} />
          </li>
        ))}
      </ol>
    </div>
  );
}
