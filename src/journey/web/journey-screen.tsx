import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { SplitPicker } from "#insight/web/index.ts";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Afterwards } from "#ui/afterwards.tsx";
import { Page } from "#ui/page.tsx";
import { useMay, useSession, useWorkspace } from "#workspace/web/index.ts";
import type { JourneySummary } from "../model.ts";
import { DetailDialog } from "./atlas/step-detail.tsx";
import { useArrival } from "./atlas/use-arrival.ts";
import { AddMenu } from "./add-menu.tsx";
import { TalkKeys } from "./comments/talk-keys.ts";
import { TalkProvider } from "./comments/talk-provider.tsx";
import type { SyncState } from "./connection.ts";
import { elementOf } from "./grid-focus.ts";
import { refOf } from "./item.ts";
import { JourneyMap } from "./journey-map.tsx";
import { JourneyMenu } from "./journey-menu.tsx";
import { JourneyPanel } from "./journey-panel.tsx";
import { JourneyTitle } from "./journey-title.tsx";
import { JourneyView } from "./journey-view.tsx";
import { Legend } from "./legend.tsx";
import { LinkDialog } from "./links/link-dialog.tsx";
import { LockChip } from "./lock-chip.tsx";
import { MapContext, type MapTools } from "./map-context.ts";
import { MapStart } from "./map-start.tsx";
import { MapToolbar } from "./map-toolbar.tsx";
import type { MapView } from "./map-view.ts";
import { PersonaPicker } from "./personas/persona-picker.tsx";
import { Palette } from "./palette/palette.tsx";
import { PhoneMap } from "./phone-map.tsx";
import { PlaceDialog } from "./place-dialog.tsx";
import { PresenceStack } from "./presence-stack.tsx";
import { summaryQuery } from "./queries.ts";
import classes from "./screen.module.css";
import { ScreenContext, type ScreenSearch } from "./screen-context.ts";
import { ShareButton } from "./sharing/share-button.tsx";
import { SidePanel } from "./side-panel.tsx";
import { StateChip } from "./state-chip.tsx";
import { type Store, useStore } from "./store.ts";
import { SyncBadge } from "./sync-badge.tsx";
import { UndoButtons } from "./undo-buttons.tsx";
import { useFigures } from "./use-figures.ts";
import { useJourneysCrumb } from "./use-journeys-crumb.tsx";
import { type OpenJourney, useJourneyDocument } from "./use-journey-document.ts";
import { useMapTools } from "./use-map-tools.tsx";

/** How long a map may take before a page says that it is on its way, in milliseconds. */
const patience = 300;

/** The map of one journey with its measures. */
export function JourneyScreen() {
  const { t } = useTranslation("journey");
  const { journeyId = "" } = useParams({ strict: false });
  const { user } = useSession();
  const workspace = useWorkspace();
  const isEditor = useMay("journey:edit");
  const journey = useQuery(summaryQuery(journeyId));
  const open = useJourneyDocument(journeyId, user, isEditor);
  if (journey.isError)
    return (
      <Page title={t("title")}>
        <ErrorState error={journey.error} retry={() => void journey.refetch()} />
      </Page>
    );
  if (journey.isPending || open === null) return <Opening title={t("title")} />;
  const { workspaceId } = journey.data;
  // Under another workspace's address, that one's library, members and rights would surround it.
  if (workspaceId !== workspace.id)
    return <Navigate to="/w/$workspaceId/journeys/$journeyId" params={{ workspaceId, journeyId }} search replace />;
  return <OpenScreen key={journeyId} journey={journey.data} open={open} isEditor={isEditor} />;
}

interface OpenScreenProps {
  journey: JourneySummary;
  open: OpenJourney;
  isEditor: boolean;
}

/** What is around the map is drawn with it: drawn before, all of it would be drawn twice. */
function OpenScreen(props: OpenScreenProps) {
  const { connection } = props.open;
  const { view, sync } = connection;
  const isThere = useStore(view, (map) => map !== null);
  if (isThere)
    return (
      <TalkProvider journeyId={props.journey.id} connection={connection}>
        <MapScreen {...props} />
      </TalkProvider>
    );
  return (
    <Opening title={props.journey.name} aside={<SyncBadge sync={sync} isEditor={props.isEditor} />}>
      <RefusedNote sync={sync} />
    </Opening>
  );
}

/** Before a map is there: nothing for a moment, for mostly it comes at once, and its page would be drawn twice. */
function Opening({ title, aside, children }: { title: string; aside?: ReactNode; children?: ReactNode }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    isLate && (
      <Page title={title} aside={aside}>
        {children}
        <Loading rows={8} />
      </Page>
    )
  );
}

function MapScreen({ journey, open, isEditor }: OpenScreenProps) {
  const { t } = useTranslation("journey");
  const { connection, editor } = open;
  const workspace = useWorkspace();
  const crumb = useJourneysCrumb();
  const mayContribute = useMay("journey:contribute");
  const isPhone = useMediaQuery("(max-width: 48em)", window.matchMedia("(max-width: 48em)").matches) ?? false;
  const { search, show } = useViewSearch();
  const isEmpty = useStore(connection.view, (view) => view !== null && isUntouched(view));
  const name = useStore(connection.view, (view) => view?.name ?? journey.name);
  const placements = useStore(connection.view, (view) => view?.placements);
  const measures = useFigures(journey.id, workspace.id, search, placements);
  const { figures, view: measureView } = measures;
  const tools = useMapTools(journey.id, open, mayContribute, show);
  useOpened(tools, search.touchpoint);
  useArrival(search.item);
  // On a phone the panel is all there is to reach while it is open.
  const isCovered = isPhone && search.touchpoint !== undefined;
  const close = () => {
    const ref = refOf("placement", search.touchpoint ?? "");
    show({ touchpoint: undefined });
    requestAnimationFrame(() => elementOf(ref)?.focus());
  };
  const screen = useMemo(
    () => ({ journey, figures, measureView, search, show }),
    [journey, figures, measureView, search, show],
  );
  const splitPicker = (
    <SplitPicker
      properties={measures.facets?.properties ?? []}
      splitBy={search.splitBy}
      onChange={(splitBy) => show({ splitBy })}
    />
  );
  return (
    <MapContext value={tools}>
      <ScreenContext value={screen}>
        <Page
          title={name === "" ? t("unnamedJourney") : name}
          layout="flush"
          crumbs={[crumb]}
          heading={<JourneyTitle name={name} editor={editor} />}
          aside={
            <>
              <StateChip journeyId={journey.id} workspaceId={workspace.id} state={journey.state} isEditor={isEditor} />
              <LockChip />
              <Afterwards>
                <PersonaPicker />
              </Afterwards>
              <SyncBadge sync={connection.sync} isEditor={isEditor} />
            </>
          }
          actions={
            <>
              <PresenceStack />
              <Afterwards>
                <Palette />
              </Afterwards>
              {editor !== null && <UndoButtons editor={editor} />}
              <Afterwards>
                <JourneyMenu />
                <ShareButton />
              </Afterwards>
              <AddMenu />
            </>
          }
        >
          <div className={classes["screen"]}>
            <MapToolbar
              measures={measures}
              search={search}
              show={show}
              splitPicker={splitPicker}
              isCovered={isCovered}
            />
            <RefusedNote sync={connection.sync} />
            <div className={classes["scroller"]} data-beside={search.touchpoint !== undefined} inert={isCovered}>
              {isEmpty ? (
                <MapStart />
              ) : (
                <JourneyView map={isPhone ? <PhoneMap figures={figures} /> : <JourneyMap figures={figures} />} />
              )}
            </div>
            {!isEmpty && search.view === undefined && <Legend />}
            <SidePanel
              journeyId={journey.id}
              measures={measures}
              splitPicker={splitPicker}
              placementId={search.touchpoint}
              isCovered={isCovered}
              onOpen={tools.openTouchpoint}
              onClose={close}
            />
            <JourneyPanel />
          </div>
          <PlaceDialog />
          <TalkKeys />
          <LinkDialog />
          <DetailDialog />
        </Page>
      </ScreenContext>
    </MapContext>
  );
}

/** Shown over a map that the server has shut behind us: what is still seen may be copied, not changed. */
function RefusedNote({ sync }: { sync: Store<SyncState> }) {
  const { t } = useTranslation("journey");
  const isRefused = useStore(sync, (state) => state === "refused");
  return (
    isRefused && (
      <p role="alert" className={classes["refused"]}>
        {t("refusedText")}
      </p>
    )
  );
}

/** Nothing to draw yet but what every new journey begins with. */
function isUntouched({ stages, steps }: MapView): boolean {
  return steps.length === 0 && stages.length <= 1;
}

/** The station whose touchpoint is open is marked, and stays in sight beside the panel. */
function useOpened({ opened }: MapTools, placementId: string | undefined): void {
  useEffect(() => {
    opened.set(placementId ?? null);
    if (placementId === undefined) return;
    elementOf(refOf("placement", placementId))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [opened, placementId]);
}

/** The view of the map in the address, so that a link shows the same figures. */
function useViewSearch() {
  const search: ScreenSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = useCallback(
    (change: ScreenSearch) =>
      void navigate({ to: ".", search: (before: object) => ({ ...before, ...change }), resetScroll: false }),
    [navigate],
  );
  return { search, show };
}
