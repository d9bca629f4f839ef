import { useTranslation } from "react-i18next";
import { ChannelGlyph } from "#touchpoint/web/index.ts";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { bandOf } from "../../band.ts";
import type { BoardCell, BoardChannel, Dashboard } from "../../dashboard/model.ts";
import { ScoreLine } from "../score-line.tsx";
import { isShown } from "../score-format.ts";
import { useMetricName } from "../use-metric-name.ts";
import { useScoreFormat } from "../use-score-format.ts";
import classes from "./dashboard.module.css";
import { FigureCard } from "./figure-card.tsx";
import { useScoreCells, useScoreColumns } from "./sheets.ts";
import { useChannelName } from "./use-channel-name.ts";

interface HeatMapProps {
  board: Dashboard;
  onOpenCell: (stageId: string, channelId: string | null) => void;
  onOpenChannel: (id: string | null) => void;
}

/** Stages × channels, each pooled score against its expectation, and the channel that stands lowest (M37). */
export function HeatMap({ board, onOpenCell, onOpenChannel }: HeatMapProps) {
  const { t } = useTranslation("dashboard");
  const channelName = useChannelName(board);
  const columns = useScoreColumns();
  const cells = useScoreCells();
  const stages = board.stages.filter(({ id }) => board.cells.some(({ stageId }) => stageId === id));
  const cellAt = (stageId: string, channelId: string | null) =>
    board.cells.find((cell) => cell.stageId === stageId && cell.channelId === channelId);
  const sheet = {
    columns: [t("stage"), t("channel"), ...columns, t("expectation")],
    rows: [
      ...board.cells.map((cell) => [
        stages.find(({ id }) => id === cell.stageId)?.name ?? "",
        channelName(cell.channelId),
        ...cells(cell.score),
        cell.expectation,
      ]),
      ...board.channels.map((channel) => [
        t("allStages"),
        channelName(channel.id),
        ...cells(channel.score),
        channel.expectation,
      ]),
    ],
  };
  return (
    <FigureCard id="channels" title={t("heat")} note={<WeakestNote board={board} />} sheet={sheet}>
      <TableScroll label={t("heatTable")}>
        <table className={classes["heat"]}>
          <thead>
            <tr>
              <th scope="col">{t("channel")}</th>
              {stages.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name === "" ? t("unnamed") : name}
                </th>
              ))}
              <th scope="col">{t("allStages")}</th>
            </tr>
          </thead>
          <tbody>
            {board.channels.map((channel) => (
              <tr key={channel.id} data-weakest={board.weakest?.channelId === channel.id || undefined}>
                <th scope="row">
                  <ChannelHead
                    channel={channel}
                    name={channelName(channel.id)}
                    onOpen={() => onOpenChannel(channel.id)}
                  />
                </th>
                {stages.map(({ id }) => (
                  <HeatCell key={id} cell={cellAt(id, channel.id)} onOpen={() => onOpenCell(id, channel.id)} />
                ))}
                <td className={classes["whole"]}>
                  <ScoreLine score={channel.score} expectation={channel.expectation} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Scale />
    </FigureCard>
  );
}

function WeakestNote({ board }: { board: Dashboard }) {
  const { t } = useTranslation("dashboard");
  const channelName = useChannelName(board);
  if (board.weakest === null) return t("weakestUnknown");
  const { channelId, isClear } = board.weakest;
  return (
    <>
      {t("weakestIs")} <b>{channelName(channelId)}</b>. {t(isClear ? "weakestClear" : "weakestUnclear")}
    </>
  );
}

function ChannelHead({ channel, name, onOpen }: { channel: BoardChannel; name: string; onOpen: () => void }) {
  return (
    <button type="button" className={classes["name"]} onClick={onOpen}>
      {channel.kind !== null && <ChannelGlyph kind={channel.kind} />}
      {name}
    </button>
  );
}

function HeatCell({ cell, onOpen }: { cell: BoardCell | undefined; onOpen: () => void }) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  if (cell === undefined) return <td className={classes["empty"]} aria-label={t("noTouchpoint")} />;
  const { score, expectation } = cell;
  if (!isShown(score)) return <td className={classes["unknown"]}>{t(score === null ? "noAnswers" : "tooFew")}</td>;
  const band = expectation === null ? 0 : bandOf(score, expectation);
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its button says the figure
    <td>
      <button type="button" className={classes["heatCell"]} data-band={band} onClick={onOpen}>
        <b>
          <small>{metricName(score.metric)}</small> {scores.value(score.metric, score.value)}
        </b>
        <span>
          ±{scores.half(score.metric, score.low, score.high)} · n {format.number(score.n)}
        </span>
      </button>
    </td>
  );
}

/** What the colours stand for. */
function Scale() {
  const { t } = useTranslation("dashboard");
  return (
    <ul className={classes["scale"]}>
      {([-2, -1, 0, 1, 2] as const).map((band) => (
        <li key={band}>
          <i data-band={band} aria-hidden />
          {t(`band.${band}`)}
        </li>
      ))}
    </ul>
  );
}
