import { Skeleton } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { listJourneys } from "#journey/api.ts";
import { call } from "#ui/call.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Page } from "#ui/page.tsx";
import { DashboardReviews, PlanButton, RecoveryFigures } from "#voice/web/index.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Dashboard } from "../../dashboard/model.ts";
import { beforeLabel, type Span, usualPeriod, utcDay } from "../period.ts";
import { dashboardQuery, facetsQuery, measuredDaysQuery, type MeasureView } from "../queries.ts";
import { SplitPicker } from "../split-picker.tsx";
import { Beside } from "./beside.tsx";
import { Courses } from "./courses.tsx";
import classes from "./dashboard.module.css";
import { HeatMap } from "./heat-map.tsx";
import { Headline } from "./headline.tsx";
import { Importance } from "./importance.tsx";
import { Inferred } from "./inferred.tsx";
import { type About, aboutText, readAbout, useDashboardSearch } from "./search.ts";
import { Segments } from "./segments.tsx";
import { StageBoard } from "./stage-board.tsx";
import { Tools } from "./tools.tsx";

/** The list that the journeys' own screens keep. */
const journeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["journeys", workspaceId],
    queryFn: ({ signal }) => call(listJourneys, { params: { workspaceId }, signal }),
  });

/** The measures of one journey in a period: how it goes, where, for whom. */
export function MeasuresScreen() {
  const { t } = useTranslation("dashboard");
  const { id: workspaceId } = useWorkspace();
  const [search] = useDashboardSearch();
  const journeys = useQuery(journeysQuery(workspaceId));
  const days = useQuery(measuredDaysQuery(workspaceId));
  const [today] = useState(() => utcDay(new Date()));
  const { firstDay = null, lastDay = null } = days.data ?? {};
  const shown = journeys.data?.find(({ id }) => id === search.journey) ?? firstMeasurable(journeys.data ?? []);
  const usual = firstDay === null || lastDay === null ? null : usualPeriod(firstDay, lastDay, today);
  const error = journeys.error ?? days.error;
  const retry = () => void (journeys.isError ? journeys.refetch() : days.refetch());
  return (
    <Page title={t("title")} actions={shown !== undefined && <PlanButton journeyId={shown.id} />}>
      {error !== null && <ErrorState error={error} retry={retry} />}
      {(journeys.isPending || days.isPending) && error === null && <Waiting />}
      {journeys.isSuccess && shown === undefined && (
        <EmptyState
          title={t("noJourney")}
          action={
            <Link to="/w/$workspaceId/journeys/new" params={{ workspaceId }}>
              {t("newJourney")}
            </Link>
          }
        >
          {t("noJourneyText")}
        </EmptyState>
      )}
      {shown !== undefined && days.isSuccess && usual === null && (
        <EmptyState
          title={t("noData")}
          action={
            <Link to="/w/$workspaceId/imports/new" params={{ workspaceId }}>
              {t("import")}
            </Link>
          }
        >
          {t("noDataText")}
        </EmptyState>
      )}
      {shown !== undefined && usual !== null && firstDay !== null && lastDay !== null && (
        <Measures
          journeys={journeys.data ?? []}
          journeyId={shown.id}
          view={{
            from: search.from ?? usual.from,
            to: search.to ?? usual.to,
            splitBy: search.splitBy,
            filter: search.filter,
          }}
          data={{ from: firstDay, to: lastDay }}
        />
      )}
    </Page>
  );
}

interface MeasuresProps {
  journeys: readonly { id: string; name: string }[];
  journeyId: string;
  view: MeasureView;
  /** First and last day with data. */
  data: Span;
}

function Measures({ journeys, journeyId, view, data }: MeasuresProps) {
  const { id: workspaceId } = useWorkspace();
  const { i18n } = useTranslation();
  const [search, show] = useDashboardSearch();
  const board = useQuery(dashboardQuery(journeyId, view));
  const facets = useQuery(facetsQuery(journeyId));
  useScrollToHash(board.isSuccess);
  const properties = facets.data?.properties ?? [];
  const picker = (
    <SplitPicker properties={properties} splitBy={view.splitBy} onChange={(splitBy) => show({ splitBy })} />
  );
  const spanBefore = board.data?.before ?? null;
  const before = spanBefore === null ? "" : beforeLabel(spanBefore, view, i18n.language);
  const about = readAbout(search.open);
  return (
    <div className={classes["dashboard"]} aria-busy={board.isPlaceholderData}>
      <Tools
        journeys={journeys}
        journeyId={journeyId}
        view={view}
        data={data}
        before={spanBefore}
        properties={properties}
      />
      {board.isError && <ErrorState error={board.error} retry={() => void board.refetch()} />}
      {board.isPending && <Waiting />}
      {board.isSuccess && (
        <Figures
          board={board.data}
          view={view}
          before={before}
          picker={picker}
          onOpen={(open) => show({ open: aboutText(open) })}
        />
      )}
      {board.isSuccess && about !== null && (
        <Beside
          workspaceId={workspaceId}
          board={board.data}
          view={view}
          about={about}
          dataFrom={data.from}
          before={before}
          splitPicker={picker}
          onClose={() => show({ open: undefined })}
        />
      )}
    </div>
  );
}

interface FiguresProps {
  board: Dashboard;
  view: MeasureView;
  before: string;
  picker: ReactNode;
  onOpen: (about: About) => void;
}

function Figures({ board, view, before, picker, onOpen }: FiguresProps) {
  const { t } = useTranslation("dashboard");
  const onOpenTouchpoint = (id: string) => onOpen({ kind: "touchpoint", id });
  if (board.touchpoints.length === 0)
    return <EmptyState title={t("noTouchpoints")}>{t("noTouchpointsText")}</EmptyState>;
  if (board.answers === 0 && board.relational.length === 0)
    return <EmptyState title={t("noAnswersYet")}>{t("noAnswersYetText")}</EmptyState>;
  return (
    <>
      <Headline board={board} before={before} onOpen={(kind) => onOpen({ kind })} />
      <RecoveryFigures from={view.from} to={view.to} touchpoints={board.touchpoints.map(({ key }) => key)} />
      <Courses board={board} period={view} />
      <StageBoard
        board={board}
        before={before}
        onOpenTouchpoint={onOpenTouchpoint}
        onOpenStage={(id) => onOpen({ kind: "stage", id })}
      />
      <HeatMap
        board={board}
        onOpenCell={(stageId, channelId) => onOpen({ kind: "cell", stageId, channelId: channelId ?? "" })}
        onOpenChannel={(id) => onOpen({ kind: "channel", id: id ?? "" })}
      />
      <Importance board={board} view={view} onOpenTouchpoint={onOpenTouchpoint} />
      <DashboardReviews keys={board.touchpoints.map(({ key }) => key)} />
      <Segments board={board} picker={picker} onOpenTouchpoint={onOpenTouchpoint} />
      <Inferred board={board} view={view} />
    </>
  );
}

function Waiting() {
  return (
    <div className={classes["dashboard"]}>
      {[120, 260, 420].map((height) => (
        <Skeleton key={height} height={height} radius="md" />
      ))}
    </div>
  );
}

/** The journey with the most touchpoints: the one there is most to see of. */
function firstMeasurable<Listed extends { touchpoints: number }>(journeys: readonly Listed[]): Listed | undefined {
  return journeys.toSorted((a, b) => b.touchpoints - a.touchpoints)[0];
}

/** A link to one figure leads there once the figures are drawn. */
function useScrollToHash(isDrawn: boolean): void {
  useEffect(() => {
    if (isDrawn && window.location.hash !== "")
      document.getElementById(window.location.hash.slice(1))?.scrollIntoView({ block: "start" });
  }, [isDrawn]);
}
