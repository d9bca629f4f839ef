import { VisuallyHidden } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { Layers, Plus } from "lucide-react";
import { type ReactNode, memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { channelSides, sideOf } from "#touchpoint/web/index.ts";
import { type BreakMark, breakMarks } from "../links.ts";
import type { Lane, Link, Placement, Step } from "../model.ts";
import headClasses from "./lane-head.module.css";
import { LaneHead } from "./lane-head.tsx";
import { BreakPoint } from "./links/break-point.tsx";
import { columnsByStep } from "./links/link-row.tsx";
import { useMap } from "./map-context.ts";
import type { MapFigures } from "./map-figures.ts";
import { type Column, noPlacements } from "./map-view.ts";
import mapClasses from "./map.module.css";
import { Station } from "./station.tsx";
import { SubHead } from "./sub-head.tsx";
import classes from "./touchpoint-row.module.css";
import { branchPath, lineThrough, mainPath, trackHeight } from "./track.ts";

interface TouchpointRowProps {
  lane: Lane;
  columns: readonly Column[];
  links: readonly Link[];
  placements: ReadonlyMap<string, readonly Placement[]>;
  figures: MapFigures;
}

/** Lines in a map cut by channel: those without one are shown as long as there are any. */
const sides = [...channelSides, null] as const;

/** The metro line: a station for each touchpoint that the customer meets; when asked, one line online and one offline. */
export const TouchpointRow = memo(function TouchpointRow(props: TouchpointRowProps) {
  const { lane, columns, placements, figures } = props;
  const { t } = useTranslation("journey");
  const [isCut, setIsCut] = useLocalStorage({ key: "parcours-by-side", defaultValue: false });
  const lines = useMemo(() => {
    const all = columns.map(({ step }) => placements.get(step?.id ?? "") ?? noPlacements);
    if (!isCut) return [{ side: undefined, perColumn: all }];
    const sideOfPlacement = ({ touchpointId }: Placement) => sideOf(figures.channelOf(touchpointId)?.kind ?? "other");
    return sides
      .map((side) => ({
        side,
        perColumn: all.map((placed) => placed.filter((each) => sideOfPlacement(each) === side)),
      }))
      .filter(({ side, perColumn }) => side !== null || perColumn.some((placed) => placed.length > 0));
  }, [columns, placements, figures, isCut]);
  const channels = new Set(
    [...placements.values()].flat().map(({ touchpointId }) => figures.channelOf(touchpointId)?.id),
  );
  channels.delete(undefined);
  const note = channels.size > 0 ? t("channels", { count: channels.size }) : undefined;
  return lines.map(({ side, perColumn }, index) => (
    <Line
      key={side ?? "all"}
      {...props}
      perColumn={perColumn}
      isFirst={index === 0}
      head={
        index > 0 ? (
          <SubHead name={t(`side.${side ?? "unsaid"}`)} note="" />
        ) : (
          <LaneHead lane={lane} note={side == null ? note : t(`side.${side}`)}>
            <button
              type="button"
              className={headClasses["option"]}
              data-item
              tabIndex={-1}
              aria-pressed={isCut}
              onClick={() => setIsCut(!isCut)}
            >
              {t("bySide")}
            </button>
          </LaneHead>
        )
      }
    />
  ));
});

interface LineProps extends TouchpointRowProps {
  perColumn: readonly (readonly Placement[])[];
  /** Break points are shown once, on the first line. */
  isFirst: boolean;
  head: ReactNode;
}

function Line({ columns, links, figures, perColumn, isFirst, head }: LineProps) {
  const breaks = useMemo(
    () => Map.groupBy(breakMarks(links, columnsByStep(columns)), ({ column }) => column),
    [links, columns],
  );
  const through = lineThrough(perColumn.map((placed) => placed.length));
  return (
    <div role="row" className={mapClasses["row"]} data-kind="touchpoints">
      {head}
      {columns.map(({ key, step }, index) => (
        <TouchpointCell
          key={key}
          step={step}
          column={index + 1}
          placed={perColumn[index] ?? noPlacements}
          arrives={through[index]?.arrives ?? false}
          leaves={through[index]?.leaves ?? false}
          figures={figures}
          breaks={(isFirst ? breaks.get(index) : undefined) ?? noBreaks}
        />
      ))}
    </div>
  );
}

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
  const channels = new Set(placed.flatMap(({ touchpointId }) => figures.channelOf(touchpointId)?.id ?? [])).size;
  const height = Math.max(1, placed.length) * trackHeight;
  const isFocusable = editor === null && placed.length === 0;
  return (
    <div
      role="gridcell"
      className={classes["track"]}
      data-column={column}
      data-arrives={arrives}
      data-leaves={leaves}
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
      {channels > 1 && (
        <span className={classes["channels"]} title={t("severalChannels", { count: channels })}>
          <Layers size={10} aria-hidden /> {channels}
          <VisuallyHidden>{t("severalChannels", { count: channels })}</VisuallyHidden>
        </span>
      )}
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
