import { startTransition, useEffect, useMemo, useState } from "react";
import { isBlueprintLine } from "../blueprint.ts";
import { hurts } from "../card-weight.ts";
import type { LaneKind } from "../model.ts";
import { CardRow } from "./card-row.tsx";
import { EmotionRow } from "./emotion/emotion-row.tsx";
import { CollapsedRow } from "./lanes/collapsed-row.tsx";
import { LineRow } from "./lanes/line-row.tsx";
import { LinkRow } from "./links/link-row.tsx";
import type { MapFigures } from "./map-figures.ts";
import { columnsOf, isLarge, noCardsByStep } from "./map-view.ts";
import classes from "./map.module.css";
import { MeasureRows } from "./measure-rows.tsx";
import { useMapView, useScreen } from "./screen-context.ts";
import { StageRow } from "./stage-row.tsx";
import { StepRow } from "./step-row.tsx";
import { TouchpointRow } from "./touchpoint-row.tsx";
import { firstWindow, useNearCells } from "./use-near-cells.ts";

/** Stages over steps over lanes: all that is drawn again when a key changes a word of the map. */
export function MapRows({ figures, isTurned }: { figures: MapFigures; isTurned: boolean }) {
  const { search } = useScreen();
  const view = useMapView();
  const allColumns = useMemo(() => columnsOf(view.stages), [view.stages]);
  const isBig = isLarge(view);
  const drawn = useDrawnLanes(isBig ? view.lanes.length : 0);
  const isBegun = drawn > firstWindow.lanes;
  const columns = useMemo(() => (isBegun ? allColumns : allColumns.slice(0, firstWindow.steps)), [isBegun, allColumns]);
  const lanes = useMemo(() => view.lanes.slice(0, drawn), [view.lanes, drawn]);
  const { near, onFocus, heads, rows } = useNearCells({ lanes, columns }, isBig);
  const isDrawn = (kind: LaneKind) =>
    view.lanes.some((lane) => lane.kind === kind && !lane.isHidden && !lane.isCollapsed);
  const hasEmotion = isDrawn("emotion");
  const hasLine = isDrawn("touchpoint");
  return (
    <>
      <div ref={heads} className={classes["heads"]} role="rowgroup">
        <StageRow stages={view.stages} />
        <LinkRow columns={columns} links={view.links} isCycle={view.isCycle} hasLine={hasLine} />
        <StepRow columns={columns} />
      </div>
      <div ref={rows} role="rowgroup">
        {lanes.map((lane) => {
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
              onFocus={onFocus}
              near={isBig ? (near.get(lane.id) ?? noneNear) : null}
            />
          );
        })}
      </div>
    </>
  );
}

const noneNear: ReadonlySet<string> = new Set();

/** How many lanes a slice has. */
const slice = 1;

/**
 * A large map first shows about a window of it, then the rest, some lanes at a time: put on screen at one blow, they would
 * keep typing and scrolling waiting.
 */
function useDrawnLanes(lanes: number): number {
  const [drawn, setDrawn] = useState<number>(firstWindow.lanes);
  useEffect(() => {
    if (drawn >= lanes) return undefined;
    // What is there is shown first.
    const frame = requestAnimationFrame(() => setTimeout(() => startTransition(() => setDrawn(drawn + slice))));
    return () => cancelAnimationFrame(frame);
  }, [drawn, lanes]);
  return drawn < lanes ? drawn : Number.POSITIVE_INFINITY;
}
