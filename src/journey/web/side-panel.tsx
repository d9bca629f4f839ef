import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PriorityList, TouchpointPanel } from "#insight/web/index.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { TouchpointReviews, TouchpointSurveys } from "#voice/web/index.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { useMap } from "./map-context.ts";
import { PlacementSettings } from "./placement-settings.tsx";
import { useScreen } from "./screen-context.ts";
import classes from "./screen.module.css";
import { useStore } from "./store.ts";
import type { ShownMeasures } from "./use-figures.ts";

interface SidePanelProps {
  journeyId: string;
  measures: ShownMeasures;
  splitPicker: ReactNode;
  /** The placement whose touchpoint is open, if any. */
  placementId: string | undefined;
  /** Whether the open touchpoint hides the rest. */
  isCovered: boolean;
  onOpen: (placementId: string) => void;
  onClose: () => void;
}

/** Beside the map: where to act first and, over it, the touchpoint that was opened. */
export function SidePanel({
  journeyId,
  measures,
  splitPicker,
  placementId,
  isCovered,
  onOpen,
  onClose,
}: SidePanelProps) {
  const { view } = useMap();
  const { show } = useScreen();
  const { figures, facets, error, retry } = measures;
  const hasData = facets === undefined || facets.lastDay !== null;
  const placement = useStore(view, (now) =>
    [...(now?.placements.values() ?? [])].flat().find(({ id }) => id === placementId),
  );
  const touchpoint = placement === undefined ? undefined : figures.touchpoint(placement.touchpointId);
  const measure = figures.measures.get(placementId ?? "");
  const channel = figures.channelOf(placement?.touchpointId ?? "");
  const step = useStore(view, (now) => now?.steps.find(({ id }) => id === placement?.stepId));
  const phase = useStore(view, (now) => now?.stages.find(({ id }) => id === step?.stageId)?.phase ?? null);
  return (
    <>
      <aside className={classes["aside"]} inert={isCovered}>
        {error !== null && figures.all === undefined && <ErrorState error={error} retry={retry} />}
        {!hasData && <NoData />}
        {hasData && figures.isLoading && <Loading rows={5} />}
        {hasData && figures.all !== undefined && (
          <PriorityList measures={figures.all} current={placementId} onOpen={onOpen} />
        )}
      </aside>
      {placement !== undefined && touchpoint !== undefined && (
        <div className={classes["panel"]}>
          <TouchpointPanel
            key={placement.id}
            journeyId={journeyId}
            touchpoint={{
              key: touchpoint.key,
              name: touchpoint.name,
              subtitle: [channel?.name, step?.name].filter(Boolean).join(" · "),
            }}
            measure={measure}
            expectation={placement.expectation}
            view={measures.view}
            dataFrom={facets?.firstDay ?? ""}
            before={figures.before}
            splitPicker={splitPicker}
            settings={
              <PlacementSettings placement={placement} measure={measure} touchpoint={touchpoint} onRemoved={onClose} />
            }
            surveys={
              <>
                <TouchpointSurveys
                  touchpoint={touchpoint}
                  phase={phase}
                  shownUntil={measures.view?.to ?? null}
                  onShow={show}
                />
                <TouchpointReviews touchpointId={touchpoint.id} />
              </>
            }
            onClose={onClose}
          />
        </div>
      )}
    </>
  );
}

function NoData() {
  const { t } = useTranslation("journey");
  const mayImport = useMay("import:run");
  const { id: workspaceId } = useWorkspace();
  const action = mayImport ? (
    <Button component={Link} to={`/w/${workspaceId}/imports/new`}>
      {t("importFile")}
    </Button>
  ) : undefined;
  return (
    <EmptyState title={t("noDataTitle")} action={action}>
      {t("noDataText")}
    </EmptyState>
  );
}
