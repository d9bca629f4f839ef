import { Tooltip } from "@mantine/core";
import { memo } from "react";
import type { PersonaMark } from "../../persona-marks.ts";
import { cellCurve, cellRibbon } from "./cell-curve.ts";
import classes from "./emotion.module.css";
import { type CellLine, type CurveId, across, isSameCurve, placeOf } from "./lines.ts";
import type { SurveyedPart } from "./surveyed.ts";
import { useEmotionWords } from "./use-emotion-words.ts";

interface EmotionDrawingProps {
  lines: readonly CellLine[];
  surveyed: SurveyedPart | null;
  chosen: CurveId;
  isVertical: boolean;
}

/** What the curves look like in one cell: assumed ones dashed, the surveyed one solid with its band. */
export const EmotionDrawing = memo(function EmotionDrawing({
  lines,
  surveyed,
  chosen,
  isVertical,
}: EmotionDrawingProps) {
  const words = useEmotionWords();
  const y = (value: number) => placeOf(value, isVertical);
  const z = (value: number | null) => (value === null ? null : y(value));
  return (
    <>
      <svg viewBox={isVertical ? `0 0 ${across} 100` : `0 0 100 ${across}`} preserveAspectRatio="none" aria-hidden>
        <g {...(isVertical ? { transform: "matrix(0 1 1 0 0 0)" } : {})}>
          <path className={classes["zero"]} d={`M0 ${y(0)}H100`} />
          {surveyed !== null && <Surveyed part={surveyed} place={y} />}
          {lines.map(
            (line) =>
              line.at !== null && (
                <path
                  key={line.key}
                  className={classes["curve"]}
                  data-series={seriesOf(line)}
                  data-state={line.state}
                  data-chosen={isSameCurve(line, chosen)}
                  d={cellCurve(z(line.before), y(line.at), z(line.after))}
                />
              ),
          )}
        </g>
      </svg>
      {surveyed !== null && (
        <Tooltip label={words.surveyed(surveyed.point)}>
          <span
            className={classes["mark"]}
            data-kind="surveyed"
            style={placeStyle(y(surveyed.at.at), isVertical)}
            aria-hidden
          />
        </Tooltip>
      )}
      {lines.map(
        (line) =>
          line.at !== null && (
            <span
              key={line.key}
              className={classes["mark"]}
              data-kind={line.state}
              data-chosen={isSameCurve(line, chosen)}
              style={placeStyle(y(line.at), isVertical)}
              data-letter={line.persona?.letter}
              aria-hidden
            />
          ),
      )}
    </>
  );
});

/** The place of a persona on the map, from 1; 0 for everybody. */
export function seriesOf({ persona }: { persona: PersonaMark | undefined }): number {
  return persona === undefined ? 0 : persona.index + 1;
}

function placeStyle(at: number, isVertical: boolean) {
  return isVertical ? { top: "50%", left: `${at}%` } : { left: "50%", top: `${at}%` };
}

function Surveyed({ part: { before, at, after }, place }: { part: SurveyedPart; place: (value: number) => number }) {
  const along = (edge: "at" | "low" | "high"): readonly [number | null, number, number | null] => [
    before === null ? null : place(before[edge]),
    place(at[edge]),
    after === null ? null : place(after[edge]),
  ];
  // A step between two unknown ones has no curve, and its interval is a bar of its own.
  const isAlone = before === null && after === null;
  return (
    <>
      {isAlone ? (
        <path className={classes["interval"]} d={`M50 ${place(at.low)}V${place(at.high)}`} />
      ) : (
        <path className={classes["band"]} d={cellRibbon(along("high"), along("low"))} />
      )}
      <path className={classes["surveyed"]} d={cellCurve(...along("at"))} />
    </>
  );
}
