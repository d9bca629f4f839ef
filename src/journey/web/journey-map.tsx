import { Afterwards } from "#ui/afterwards.tsx";
import { Plus } from "lucide-react";
import { useCallback, useDeferredValue, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useClipboard } from "./clipboard/use-clipboard.ts";
import { type ItemRef, readRef } from "./item.ts";
import { useLaneName } from "./use-lane-name.ts";
import { AddLaneButton } from "./lanes/add-lane-button.tsx";
import { HiddenLanes } from "./lanes/hidden-lanes.tsx";
import { useLinkWords } from "./links/use-link-words.ts";
import { useMap } from "./map-context.ts";
import { MapDrag } from "./map-drag.tsx";
import type { MapFigures } from "./map-figures.ts";
import { columnsOf, findCard } from "./map-view.ts";
import classes from "./map.module.css";
import turned from "./orientation/orientation.module.css";
import { useHeardRows } from "./orientation/use-heard-rows.ts";
import { useOrientation } from "./orientation/use-orientation.ts";
import { MapRows } from "./map-rows.tsx";
import { PeerPointers } from "./presence/peer-pointers.tsx";
import { useFollowing } from "./presence/use-following.ts";
import { useTelling } from "./presence/use-telling.ts";
import { Settled } from "./settled.ts";
import { BulkBar } from "./selection/bulk-bar.tsx";
import { useRemoveSelected } from "./selection/use-selected.ts";
import { useStore } from "./store.ts";
import { useZoom } from "./zoom/use-zoom.ts";
import { ZoomButtons } from "./zoom/zoom-buttons.tsx";
import { useGridKeys } from "./use-grid-keys.ts";

interface JourneyMapProps {
  figures: MapFigures;
}

/** The map, which can be dragged about. What is around the grid stays as it is while one writes in it. */
export function JourneyMap({ figures }: JourneyMapProps) {
  const nameOf = useItemName(figures);
  const isSettled = useDeferredValue(true, false);
  return (
    <Settled value={isSettled}>
      <MapDrag nameOf={nameOf}>
        <Grid figures={figures} nameOf={nameOf} />
      </MapDrag>
    </Settled>
  );
}

interface GridProps extends JourneyMapProps {
  nameOf: (item: ItemRef) => string;
}

/** Stages over steps over lanes, as one grid for eyes, keyboard and screen readers alike. */
function Grid({ figures, nameOf }: GridProps) {
  const { t } = useTranslation("journey");
  const tools = useMap();
  const { orientation } = useOrientation();
  const isTurned = orientation === "rows";
  const { editor, edit } = tools;
  const help = useId();
  const grid = useRef<HTMLDivElement>(null);
  const name = useStore(tools.view, (view) => view?.name ?? "");
  const steps = useStore(tools.view, (view) => columnsOf(view?.stages ?? []).length);
  const lastStage = useStore(tools.view, (view) => view?.stages.at(-1)?.id);
  const removeSelected = useRemoveSelected();
  const keys = useGridKeys(grid, tools, { nameOf, removeSelected });
  useHeardRows(grid, isTurned);
  useZoom(grid, tools.zoom);
  useTelling(grid);
  useFollowing(grid);
  const { dialog, ...clipboard } = useClipboard();
  return (
    <>
      <p id={help} className={classes["help"]}>
        {t("mapHelp")}
      </p>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t("map", { name })}
        aria-describedby={help}
        aria-readonly={editor === null}
        aria-multiselectable
        className={isTurned ? `${classes["map"]} ${turned["map"]}` : classes["map"]}
        data-orientation={orientation}
        style={{ "--steps": steps } as React.CSSProperties}
        {...keys}
        {...clipboard}
        onDoubleClick={(event) => {
          const ref = (event.target as HTMLElement).closest<HTMLElement>("[data-ref]")?.dataset["ref"];
          const kind = readRef(ref)?.kind;
          if (kind !== "placement" && kind !== "link") edit(ref ?? null);
        }}
      >
        <MapRows figures={figures} isTurned={isTurned} />
      </div>
      <Afterwards>
        <BulkBar />
        <ZoomButtons />
        <PeerPointers grid={grid} nameOf={nameOf} />
      </Afterwards>
      {dialog}
      {editor !== null && (
        <div className={classes["more"]}>
          <AddLaneButton />
          {lastStage !== undefined && (
            <button type="button" className={classes["addHere"]} onClick={() => edit(editor.addStep(lastStage))}>
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
