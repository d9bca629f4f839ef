import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { ChannelGlyph } from "#touchpoint/web/index.ts";
import tables from "#ui/data-table.module.css";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { BoardChannel, BoardStage, BoardTouchpoint, Dashboard } from "../../dashboard/model.ts";
import { ScoreLine } from "../score-line.tsx";
import { isShown } from "../score-format.ts";
import { ScoreRuler } from "../score-ruler.tsx";
import { useMetricName } from "../use-metric-name.ts";
import { useScoreFormat } from "../use-score-format.ts";
import { BelievedChange } from "./believed-change.tsx";
import classes from "./dashboard.module.css";
import { FigureCard } from "./figure-card.tsx";
import { useScoreCells, useScoreColumns } from "./sheets.ts";
import { Spark } from "./spark.tsx";
import { useChannelName } from "./use-channel-name.ts";

interface StageBoardProps {
  board: Dashboard;
  /** The period compared with, in words; empty: none. */
  before: string;
  onOpenTouchpoint: (key: string) => void;
  onOpenStage: (id: string) => void;
}

/** Every touchpoint's score at a glance, stage by stage: interval, expectation and gap, change, course (M47, M36). */
export function StageBoard({ board, before, onOpenTouchpoint, onOpenStage }: StageBoardProps) {
  const { t } = useTranslation("dashboard");
  const sheet = useBoardSheet(board);
  const stages = board.stages
    .map((stage) => ({ stage, own: board.touchpoints.filter(({ stageIds }) => stageIds.includes(stage.id)) }))
    .filter(({ own }) => own.length > 0);
  return (
    <FigureCard
      id="touchpoints"
      title={t("stages")}
      note={t(before === "" ? "stagesNote" : "stagesNoteBefore", { before })}
      sheet={sheet}
    >
      <TableScroll label={t("stagesTable")}>
        <table className={`${tables["table"]} ${classes["board"]}`} data-read>
          <thead>
            <tr>
              <th scope="col">{t("touchpoint")}</th>
              <th scope="col" className={tables["number"]}>
                {t("score")}
              </th>
              <th scope="col" className={classes["rulerHead"]}>
                {t("intervalAndExpectation")}
              </th>
              <th scope="col" className={tables["number"]}>
                n
              </th>
              <th scope="col" className={tables["number"]}>
                {t("gap")}
              </th>
              <th scope="col" className={tables["number"]}>
                {t("change")}
              </th>
              <th scope="col">{t("overTime")}</th>
              <th scope="col" className={tables["number"]}>
                {t("responsesShort")}
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, own }) => (
              <Fragment key={stage.id}>
                <StageRow stage={stage} onOpen={() => onOpenStage(stage.id)} />
                {own.map((touchpoint) => (
                  <TouchpointRow
                    key={touchpoint.key}
                    touchpoint={touchpoint}
                    kind={board.channels.find(({ id }) => id === touchpoint.channelId)?.kind ?? null}
                    onOpen={() => onOpenTouchpoint(touchpoint.key)}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </FigureCard>
  );
}

function StageRow({ stage, onOpen }: { stage: BoardStage; onOpen: () => void }) {
  const { t } = useTranslation("dashboard");
  return (
    <tr className={classes["stage"]}>
      <th scope="colgroup" colSpan={8}>
        <span>
          <button type="button" className={classes["name"]} onClick={onOpen}>
            {stage.name === "" ? t("unnamed") : stage.name}
          </button>
          {stage.scores.map((score) => (
            <ScoreLine
              key={score.metric}
              score={score}
              expectation={score.metric === stage.score?.metric ? stage.expectation : null}
            />
          ))}
        </span>
      </th>
    </tr>
  );
}

interface TouchpointRowProps {
  touchpoint: BoardTouchpoint;
  /** Of its channel. */
  kind: BoardChannel["kind"];
  onOpen: () => void;
}

function TouchpointRow({ touchpoint, kind, onOpen }: TouchpointRowProps) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const { score, expectation, gap, change, responses } = touchpoint;
  return (
    <tr>
      <td>
        <button type="button" className={classes["name"]} onClick={onOpen}>
          {kind !== null && <ChannelGlyph kind={kind} />}
          {touchpoint.name}
        </button>
        {touchpoint.momentOfTruth && (
          <span className={classes["truth"]} role="img" aria-label={t("momentOfTruth")} title={t("momentOfTruth")}>
            ◆
          </span>
        )}
      </td>
      <td className={tables["number"]}>
        {isShown(score) ? (
          <>
            <small>{metricName(score.metric)}</small> <b>{scores.value(score.metric, score.value)}</b>
          </>
        ) : (
          <span className="soft">{t(score === null ? "noAnswers" : "tooFew")}</span>
        )}
        {touchpoint.scores
          .filter(({ metric }) => metric !== score?.metric)
          .map((other) => (
            <small key={other.metric} className={classes["others"]}>
              <ScoreLine score={other} expectation={null} />
            </small>
          ))}
      </td>
      <td>
        {isShown(score) && (
          <span className={classes["measured"]}>
            <ScoreRuler score={score} expectation={expectation} />
            <small>±{scores.half(score.metric, score.low, score.high)}</small>
          </span>
        )}
      </td>
      <td className={tables["number"]}>
        {format.number(score?.n ?? 0)}
        {score?.trust === "indicative" && <small className={classes["indicative"]}>{t("indicative")}</small>}
      </td>
      <td className={tables["number"]}>{score !== null && gap !== null && <GapFigure touchpoint={touchpoint} />}</td>
      <td className={tables["number"]}>
        {score !== null && change !== null && <BelievedChange metric={score.metric} difference={change} />}
      </td>
      <td>
        <Spark values={touchpoint.course} />
      </td>
      <td className={tables["number"]}>
        {responses !== null && (
          <span title={t("range", { low: format.percent(responses.low), high: format.percent(responses.high) })}>
            {format.percent(responses.rate)} <small>n {format.number(responses.invited)}</small>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Expectation − score, bold where the interval keeps off 0. */
function GapFigure({ touchpoint: { score, gap, isExpectationSaid } }: { touchpoint: BoardTouchpoint }) {
  const { t } = useTranslation("dashboard");
  const scores = useScoreFormat();
  if (score === null || gap === null) return null;
  const side = gap.low > 0 ? "missed" : gap.high < 0 ? "passed" : "met";
  const words = t(`gap.${side}`, {
    low: scores.difference(score.metric, -gap.high),
    high: scores.difference(score.metric, -gap.low),
  });
  return (
    <span className={classes["gap"]} data-side={side} title={words}>
      {scores.difference(score.metric, -gap.value)}
      {!isExpectationSaid && <small title={t("expectationUsual")}>*</small>}
    </span>
  );
}

function useBoardSheet(board: Dashboard) {
  const { t } = useTranslation("dashboard");
  const columns = useScoreColumns();
  const cells = useScoreCells();
  const channelName = useChannelName(board);
  return {
    columns: [
      t("stage"),
      t("touchpoint"),
      t("channel"),
      ...columns,
      t("expectation"),
      t("gap"),
      t("change"),
      t("changeLow"),
      t("changeHigh"),
      t("changeBelieved"),
      t("importance"),
      t("invited"),
      t("answered"),
    ],
    rows: board.stages.flatMap((stage) =>
      board.touchpoints
        .filter(({ stageIds }) => stageIds.includes(stage.id))
        .flatMap(({ name, channelId, score, scores, expectation, gap, change, importance, responses }) => {
          const place = [stage.name, name, channelName(channelId)];
          return [
            [
              ...place,
              ...cells(score),
              expectation,
              gap === null ? null : -gap.value,
              change?.value ?? null,
              change?.low ?? null,
              change?.high ?? null,
              change === null ? null : t(change.isBelieved ? "yes" : "no"),
              importance,
              responses?.invited ?? null,
              responses?.answered ?? null,
            ],
            ...scores.filter(({ metric }) => metric !== score?.metric).map((other) => [...place, ...cells(other)]),
          ];
        }),
    ),
  };
}
