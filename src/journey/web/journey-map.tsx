import { Plus } from "lucide-react";
import { useCallback, useDeferredValue, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CardRow } from "./card-row.tsx";
import { useClipboard } from "./clipboard/use-clipboard.ts";
import { type ItemRef, readRef } from "./item.ts";
import { isBlueprintLine } from "../blueprint.ts";
import type { LaneKind } from "../model.ts";
import { hurts } from "../card-weight.ts";
import { EmotionRow } from "./emotion/emotion-row.tsx";
import { useLaneName } from "./use-lane-name.ts";
import { AddLaneButton } from "./lanes/add-lane-button.tsx";
import { CollapsedRow } from "./lanes/collapsed-row.tsx";
import { HiddenLanes } from "./lanes/hidden-lanes.tsx";
import { LineRow } from "./lanes/line-row.tsx";
import { useLinkWords } from "./links/use-link-words.ts";
import { LinkRow } from "./links/link-row.tsx";
import { useMap } from "./map-context.ts";
import { MapDrag } from "./map-drag.tsx";
import type { MapFigures } from "./map-figures.ts";
import { columnsOf, findCard, isLarge, noCardsByStep } from "./map-view.ts";
import classes from "./map.module.css";
import turned from "./orientation/orientation.module.css";
import { useHeardRows } from "./orientation/use-heard-rows.ts";
import { useOrientation } from "./orientation/use-orientation.ts";
import { MeasureRows } from "./measure-rows.tsx";
import { useAddress } from "./screen-context.ts";
import { PeerPointers } from "./presence/peer-pointers.tsx";
import { useFollowing } from "./presence/use-following.ts";
import { useTelling } from "./presence/use-telling.ts";
import { BulkBar } from "./selection/bulk-bar.tsx";
import { useRemoveSelected } from "./selection/use-selected.ts";
import { StageRow } from "./stage-row.tsx";
import { StepRow } from "./step-row.tsx";
import { useStore } from "./store.ts";
import { TouchpointRow } from "./touchpoint-row.tsx";
import { useZoom } from "./zoom/use-zoom.ts";
import { ZoomButtons } from "./zoom/zoom-buttons.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { firstWindow } from "./use-near-cells.ts";

interface JourneyMapProps {
  figures: MapFigures;
}

/** The map, which can be dragged about. What is around the grid stays as it is while one writes in it. */
export function JourneyMap({ figures }: JourneyMapProps) {
  const nameOf = useItemName(figures);
  return (
    <MapDrag nameOf={nameOf}>
      <Grid figures={figures} nameOf={nameOf} />
    </MapDrag>
  );
}

interface GridProps extends JourneyMapProps {
  nameOf: (item: ItemRef) => string;
}

/** Stages over steps over lanes, as one grid for eyes, keyboard and screen readers alike. */
function Grid({ figures, nameOf }: GridProps) {
  const { t } = useTranslation("journey");
  const { search } = useAddress();
  const tools = useMap();
  const { orientation } = useOrientation();
  const isTurned = orientation === "rows";
  const { editor, edit, editing } = tools;
  const help = useId();
  const grid = useRef<HTMLDivElement>(null);
  const view = useStore(tools.view);
  const removeSelected = useRemoveSelected();
  const keys = useGridKeys(grid, tools, { nameOf, removeSelected });
  useHeardRows(grid, isTurned);
  useZoom(grid, tools.zoom);
  useTelling(grid);
  useFollowing(grid);
  const { dialog, ...clipboard } = useClipboard();
  const allColumns = useMemo(() => columnsOf(view?.stages ?? []), [view?.stages]);
  // A large map first shows about a window of it, then the rest, drawn in slices that let typing and scrolling through.
  const isWhole = useDeferredValue(true, false);
  if (view === null) return null;
  const isPart = !isWhole && isLarge(view);
  const columns = isPart ? allColumns.slice(0, firstWindow.steps) : allColumns;
  const lanes = isPart ? view.lanes.slice(0, firstWindow.lanes) : view.lanes;
  const lastStage = view.stages.at(-1);
  const isDrawn = (kind: LaneKind) =>
    view.lanes.some((lane) => lane.kind === kind && !lane.isHidden && !lane.isCollapsed);
  const hasEmotion = isDrawn("emotion");
  const hasLine = isDrawn("touchpoint");
  return (
    <>
      <p id={help} className={classes["help"]}>
        {t("mapHelp")}
      </p>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t("map", { name: view.name })}
        aria-describedby={help}
        aria-readonly={editor === null}
        aria-multiselectable
        className={isTurned ? `${classes["map"]} ${turned["map"]}` : classes["map"]}
        data-orientation={orientation}
        style={{ "--steps": allColumns.length } as React.CSSProperties}
        {...keys}
        {...clipboard}
        onDoubleClick={(event) => {
          const ref = (event.target as HTMLElement).closest<HTMLElement>("[data-ref]")?.dataset["ref"];
          const kind = readRef(ref)?.kind;
          if (editor !== null && kind !== "placement" && kind !== "link") editing.set(ref ?? null);
        }}
      >
        <div className={classes["heads"]} role="rowgroup">
          <StageRow stages={view.stages} />
          <LinkRow columns={columns} links={view.links} isCycle={view.isCycle} hasLine={hasLine} />
          <StepRow columns={columns} />
        </div>
        <div role="rowgroup">
          {lanes.map((lane, position) => {
            if (lane.isHidden) return null;
            if (isBlueprintLine(lane.kind)) return <LineRow key={lane.id} lane={lane} line={lane.kind} />;
            if (lane.isCollapsed) return <CollapsedRow key={lane.id} lane={lane} />;
            if (lane.kind === "touchpoint")
              return (
                <TouchpointRow
                  key={lane.id}
                  lane={lane}
                  columns={columns}
                  links={view.links}
                  placements={view.placements}
                  figures={figures}
                />
              );
            if (lane.kind === "emotion")
              return (
                <EmotionRow
                  key={lane.id}
                  lane={lane}
                  columns={columns}
                  emotions={view.emotions}
                  placements={view.placements}
                  figures={figures}
                  personaId={search.persona}
                  isVertical={isTurned}
                />
              );
            if (lane.kind === "measure")
              return (
                <MeasureRows
                  key={lane.id}
                  lane={lane}
                  columns={columns}
                  placements={view.placements}
                  figures={figures}
                  hasEmotion={hasEmotion || isTurned}
                />
              );
            return (
              <CardRow
                key={lane.id}
                lane={lane}
                columns={columns}
                cards={view.cards.get(lane.id) ?? noCardsByStep}
                people={hurts(lane.kind) ? figures.peopleAt : undefined}
                isLarge={isLarge(view)}
                position={position}
              />
            );
          })}
        </div>
      </div>
      <BulkBar />
      <ZoomButtons />
      <PeerPointers grid={grid} />
      {dialog}
      {editor !== null && (
        <div className={classes["more"]}>
          <AddLaneButton />
          {lastStage !== undefined && (
            <button type="button" className={classes["addHere"]} onClick={() => edit(editor.addStep(lastStage.id))}>
              <Plus aria-hidden /> {t("addStepAfter")}
            </button>
          )}
          <HiddenLanes />
        </div>
      )}
    </>
  );
}

/** What an item is called where it is not drawn itself: in a message, under the pointer. */
export function useItemName(figures: MapFigures): (item: ItemRef) => string {
  const { t } = useTranslation("journey");
  const { view: store } = useMap();
  const laneName = useLaneName();
  const { said } = useLinkWords();
  return useCallback(
    ({ kind, id }) => {
      const view = store.get();
      if (view === null) return "";
      const short = (text: string) => (text.length > 48 ? `${text.slice(0, 47)}…` : text);
      if (kind === "stage") return view.stages.find((stage) => stage.id === id)?.name || t("stagePlaceholder");
      if (kind === "step") return view.steps.find((step) => step.id === id)?.name || t("stepPlaceholder");
      if (kind === "lane") {
        const lane = view.lanes.find((candidate) => candidate.id === id);
        return lane === undefined ? t("lane") : laneName(lane);
      }
      if (kind === "card") return short(findCard(view, id)?.text ?? "");
      const link = kind === "link" ? view.links.find((candidate) => candidate.id === id) : undefined;
      if (link !== undefined) return said(link);
      const placement = [...view.placements.values()].flat().find((candidate) => candidate.id === id);
      return figures.touchpoint(placement?.touchpointId ?? "")?.name ?? t("removedTouchpoint");
    },
    [store, figures, laneName, said, t],
  );
}
