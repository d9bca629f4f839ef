import { Plus } from "lucide-react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type BreakMark, breakMarks } from "../links.ts";
import type { Lane, Link, Placement, Step } from "../model.ts";
import { LaneHead } from "./lane-head.tsx";
import { BreakPoint } from "./links/break-point.tsx";
import { columnsByStep } from "./links/link-row.tsx";
import { useMap } from "./map-context.ts";
import type { MapFigures } from "./map-figures.ts";
import { type Column, noPlacements } from "./map-view.ts";
import classes from "./map.module.css";
import { Station } from "./station.tsx";
import { branchPath, lineThrough, mainPath, trackHeight } from "./track.ts";

interface TouchpointRowProps {
  lane: Lane;
  columns: readonly Column[];
  links: readonly Link[];
  placements: ReadonlyMap<string, readonly Placement[]>;
  figures: MapFigures;
}

/** The metro line: a station for each touchpoint that the customer meets. */
export const TouchpointRow = memo(function TouchpointRow(props: TouchpointRowProps) {
  const { lane, columns, links, placements, figures } = props;
  const { t } = useTranslation("journey");
  const breaks = useMemo(
    () => Map.groupBy(breakMarks(links, columnsByStep(columns)), ({ column }) => column),
    [links, columns],
  );
  const perColumn = columns.map(({ step }) => placements.get(step?.id ?? "") ?? noPlacements);
  const through = lineThrough(perColumn.map((placed) => placed.length));
  const channels = new Set(
    perColumn.flat().map(({ touchpointId }) => figures.touchpoint(touchpointId)?.channelId ?? null),
  );
  channels.delete(null);
  return (
    <div role="row" className={classes["row"]} data-kind="touchpoints">
      <LaneHead lane={lane} note={channels.size > 0 ? t("channels", { count: channels.size }) : undefined} />
      {columns.map(({ key, step }, index) => (
        <TouchpointCell
          key={key}
          step={step}
          column={index + 1}
          placed={perColumn[index] ?? noPlacements}
          arrives={through[index]?.arrives ?? false}
          leaves={through[index]?.leaves ?? false}
          figures={figures}
          breaks={breaks.get(index) ?? noBreaks}
        />
      ))}
    </div>
  );
});

interface TouchpointCellProps {
  step: Step | null;
  column: number;
  placed: readonly Placement[];
  arrives: boolean;
  leaves: boolean;
  figures: MapFigures;
  breaks: readonly BreakMark[];
}

const noBreaks: readonly BreakMark[] = [];

const TouchpointCell = memo(function TouchpointCell({
  step,
  column,
  placed,
  arrives,
  leaves,
  figures,
  breaks,
}: TouchpointCellProps) {
  const { t } = useTranslation("journey");
  const { editor, placing } = useMap();
  const height = Math.max(1, placed.length) * trackHeight;
  const isFocusable = editor === null && placed.length === 0;
  return (
    <div
      role="gridcell"
      className={classes["track"]}
      data-column={column}
      {...(step === null ? {} : { "data-drop": "placement", "data-step": step.id })}
      {...(isFocusable ? { "data-item": true, tabIndex: -1, "aria-label": t("noTouchpoint") } : {})}
    >
      <svg viewBox={`0 0 100 ${height}`} height={height} preserveAspectRatio="none" aria-hidden>
        <path className={classes["branch"]} d={branchPath(placed.length, arrives, leaves)} />
        <path d={mainPath(arrives, leaves)} />
      </svg>
      {breaks.map((mark) => (
        <BreakPoint key={mark.link.id} mark={mark} />
      ))}
      {placed.map((placement) => (
        <Station
          key={placement.id}
          placement={placement}
          touchpoint={figures.touchpoint(placement.touchpointId)}
          channel={figures.channelOf(placement.touchpointId)}
          measure={figures.measures.get(placement.id)}
        />
      ))}
      {editor !== null && step !== null && (
        <button
          type="button"
          className={classes["place"]}
          data-item
          data-first={placed.length === 0}
          tabIndex={-1}
          aria-label={t("placeAt", { step: step.name })}
          onClick={() => placing.set(step.id)}
        >
          <Plus aria-hidden />
        </button>
      )}
    </div>
  );
});
