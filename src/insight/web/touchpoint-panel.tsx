import { SegmentedControl, Tabs } from "@mantine/core";
import { useEventListener } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { RecoveryFigures } from "#voice/web/index.ts";
import { mainScore } from "../band.ts";
import type { Metric, TouchpointMeasure } from "../model.ts";
import { CommentList } from "./comment-list.tsx";
import { Distribution } from "./distribution.tsx";
import { PanelHeadline } from "./panel-headline.tsx";
import classes from "./panel.module.css";
import { PeopleBehindList } from "./people-list.tsx";
import { trendSpan } from "./period.ts";
import { type MeasureView, peopleQuery, trendQuery } from "./queries.ts";
import { SplitTable } from "./split-table.tsx";
import { TrendChart } from "./trend-chart.tsx";

interface TouchpointPanelProps {
  journeyId: string;
  touchpoint: { key: string; name: string; subtitle: string };
  measure: TouchpointMeasure | undefined;
  expectation: number | null;
  /** Null while there is no data at all. */
  view: MeasureView | null;
  /** The first day with data. */
  dataFrom: string;
  /** The period compared with, in words. */
  before: string;
  /** Lets the reader choose the property to compare by. */
  splitPicker: ReactNode;
  /** What the map says of this placement: importance, moment of truth, expectation. */
  settings: ReactNode;
  /** What is asked there. */
  surveys: ReactNode;
  onClose: () => void;
}

/** One touchpoint beside the map: its settings there, its figures, its comments, the customers behind. */
export function TouchpointPanel(props: TouchpointPanelProps) {
  const { touchpoint, view, settings, surveys, onClose } = props;
  const { t } = useTranslation("insight");
  const heading = useFocusOnOpen();
  const panel = useEventListener<"keydown", HTMLElement>("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  });
  return (
    <section ref={panel} className={classes["panel"]} aria-labelledby="touchpoint-panel">
      <header className={classes["head"]}>
        <div>
          <h2 id="touchpoint-panel" ref={heading} tabIndex={-1}>
            {touchpoint.name}
          </h2>
          <p>{touchpoint.subtitle}</p>
        </div>
        <button type="button" className={classes["close"]} aria-label={t("close")} onClick={onClose}>
          <X aria-hidden />
        </button>
      </header>
      {settings}
      {surveys}
      {view === null ? (
        <p className={classes["nothing"]}>{t("notMeasuredText", { key: touchpoint.key })}</p>
      ) : (
        <Details {...props} view={view} />
      )}
    </section>
  );
}

/** What has been measured, said, and by whom. */
function Details(props: TouchpointPanelProps & { view: MeasureView }) {
  const { journeyId, touchpoint, measure, view } = props;
  const { t } = useTranslation("insight");
  return (
    <Tabs defaultValue="measures" keepMounted={false} className={classes["tabs"] ?? ""}>
      <Tabs.List grow>
        <Tabs.Tab value="measures">{t("panelMeasures")}</Tabs.Tab>
        <Tabs.Tab value="comments">{t("panelComments")}</Tabs.Tab>
        <Tabs.Tab value="people">{t("panelPeople")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="measures">
        <Measures {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="comments">
        <CommentList
          journeyId={journeyId}
          touchpointKey={touchpoint.key}
          view={view}
          metric={mainScore(measure?.scores ?? [])?.metric ?? null}
        />
      </Tabs.Panel>
      <Tabs.Panel value="people">
        <PeopleBehindList query={peopleQuery(journeyId, touchpoint.key, view)} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Measures({
  journeyId,
  touchpoint,
  measure,
  expectation,
  view,
  dataFrom,
  before,
  splitPicker,
}: TouchpointPanelProps & { view: MeasureView }) {
  const { t } = useTranslation("insight");
  const trend = useQuery(trendQuery(journeyId, touchpoint.key, { ...view, ...trendSpan(view, dataFrom) }));
  const scores = measure?.scores ?? [];
  const [wanted, setWanted] = useState<Metric | null>(null);
  const score = scores.find(({ metric }) => metric === wanted) ?? mainScore(scores);
  const isMain = score === mainScore(scores);
  if (measure === undefined || (measure.contacts === 0 && measure.answers === 0)) {
    return (
      <div className={classes["nothing"]}>
        <p>
          <strong>{t("notMeasured")}</strong>
        </p>
        <p>{t("notMeasuredText", { key: touchpoint.key })}</p>
      </div>
    );
  }
  return (
    <div className={classes["sections"]}>
      {scores.length > 1 && score !== null && (
        <SegmentedControl
          fullWidth
          value={score.metric}
          onChange={(metric) => setWanted(metric)}
          data={scores.map(({ metric }) => ({ value: metric, label: t(`metric.${metric}`) }))}
        />
      )}
      <PanelHeadline
        measure={measure}
        score={score}
        expectation={isMain ? expectation : null}
        view={view}
        before={before}
      />
      {trend.isPending && <Loading rows={3} />}
      {trend.isError && <ErrorState error={trend.error} retry={() => void trend.refetch()} />}
      {trend.isSuccess && (
        <TrendChart
          bucket={trend.data.bucket}
          points={trend.data.points}
          metric={score?.metric ?? null}
          expectation={isMain ? expectation : null}
          period={view}
        />
      )}
      {score !== null && <Distribution score={score} />}
      <RecoveryFigures from={view.from} to={view.to} touchpoints={[touchpoint.key]} />
      <SplitTable split={measure.split} splitBy={view.splitBy} metric={score?.metric ?? null} picker={splitPicker} />
    </div>
  );
}

/** The panel says its name when it opens, and the keyboard goes on from there. */
function useFocusOnOpen() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}
