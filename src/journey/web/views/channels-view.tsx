import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { bandOf, defaultExpectation, isShown, mainScore, useMetricName, useScoreFormat } from "#insight/web/index.ts";
import { ChannelGlyph } from "#touchpoint/web/index.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMapView, useScreen } from "../screen-context.ts";
import { StationMark } from "../station-mark.tsx";
import { type GridEntry, channelGrid, contactsOf } from "./channel-grid.ts";
import channels from "./channels.module.css";
import classes from "./views.module.css";

/** Steps × channels: where customers are met, how often, and how they fare there. */
export function ChannelsView() {
  const { t } = useTranslation("views");
  const format = useFormat();
  const { figures } = useScreen();
  const view = useMapView();
  const rows = useMemo(() => channelGrid(view.steps, view.placements, figures), [view.steps, view.placements, figures]);
  const stages = view.stages.filter(({ steps }) => steps.length > 0);
  const most = Math.max(
    0,
    ...rows.flatMap(({ cells }) => [...cells.values()].map((entries) => contactsOf(entries) ?? 0)),
  );
  if (rows.length === 0)
    return (
      <section className={classes["page"]}>
        <EmptyState title={t("noTouchpoints")}>{t("noTouchpointsText")}</EmptyState>
      </section>
    );
  return (
    <section className={classes["page"]}>
      <p className={classes["lead"]}>
        {t("channelsWhat")} {figures.period !== "" && t("period", { period: figures.period })}
      </p>
      <TableScroll label={t("channels")}>
        <table className={channels["grid"]}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t("channel")}
              </th>
              {stages.map((stage) => (
                <th key={stage.id} scope="colgroup" colSpan={stage.steps.length}>
                  {stage.name}
                </th>
              ))}
              <th scope="col" rowSpan={2} className={channels["total"]}>
                {t("total")}
              </th>
            </tr>
            <tr>
              {view.steps.map((step) => (
                <th key={step.id} scope="col">
                  {step.name === "" ? t("unnamed") : step.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ channel, cells, contacts }) => (
              <tr key={channel?.id ?? ""}>
                <th scope="row">
                  {channel !== null && <ChannelGlyph kind={channel.kind} />} {channel?.name ?? t("noChannel")}
                </th>
                {view.steps.map((step) => (
                  <GridCell key={step.id} entries={cells.get(step.id) ?? []} most={most} />
                ))}
                <td className={channels["total"]}>{contacts === null ? "—" : format.number(contacts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function GridCell({ entries, most }: { entries: readonly GridEntry[]; most: number }) {
  const { t } = useTranslation("views");
  const format = useFormat();
  const contacts = contactsOf(entries);
  return (
    <td>
      {entries.map((entry) => (
        <GridItem key={entry.placement.id} entry={entry} />
      ))}
      {contacts !== null && (
        <span className={channels["volume"]}>
          <span
            className={channels["bar"]}
            style={{ width: `${most === 0 ? 0 : (100 * contacts) / most}%` }}
            aria-hidden
          />
          <span>{t("contacts", { count: contacts, of: format.number(contacts) })}</span>
        </span>
      )}
    </td>
  );
}

function GridItem({ entry: { placement, name, measure } }: { entry: GridEntry }) {
  const { t } = useTranslation("views");
  const { show } = useScreen();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const score = mainScore(measure?.scores ?? []);
  const expectation = placement.expectation ?? (score === null ? 0 : defaultExpectation[score.metric]);
  return (
    <button
      type="button"
      className={channels["meeting"]}
      onClick={() => show({ touchpoint: placement.id, panel: undefined })}
    >
      <StationMark band={bandOf(score, expectation)} isTruth={placement.momentOfTruth} size={14} />
      <span>
        {name === "" ? t("unnamed") : name}
        {isShown(score) && (
          <small>
            {metricName(score.metric)} {scores.value(score.metric, score.value)} ±
            {scores.half(score.metric, score.low, score.high)} · <span className={channels["whole"]}>n {score.n}</span>
          </small>
        )}
      </span>
    </button>
  );
}
