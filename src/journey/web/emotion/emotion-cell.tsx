import { type KeyboardEvent, type RefObject, memo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { emotionOfKey, emotionScale } from "../../emotion.ts";
import { EmotionDrawing } from "./emotion-drawing.tsx";
import classes from "./emotion.module.css";
import { type CellLine, type CurveId, isSameCurve, placeOf } from "./lines.ts";
import type { SurveyedPart } from "./surveyed.ts";
import { useEmotionWords } from "./use-emotion-words.ts";
import { useDragValue } from "./use-drag-value.ts";

interface EmotionCellProps {
  stepId: string;
  stepName: string;
  column: number;
  lines: readonly CellLine[];
  surveyed: SurveyedPart | null;
  chosen: CurveId;
  isVertical: boolean;
  /** Null when it cannot be edited. */
  set: ((stepId: string, value: number | null) => void) | null;
  /** Moves the point by one grain from where it is by then: keys come faster than drawings. */
  shift: (stepId: string, direction: 1 | -1) => void;
  /** Shows a value while it is being dragged; null: none is. */
  preview: (stepId: string, value: number | null) => void;
}

/** All curves at one step. Its point is set by dragging it or by keys; whoever does not see it hears every value. */
export const EmotionCell = memo(function EmotionCell(props: EmotionCellProps) {
  const { stepId, stepName, column, lines, surveyed, chosen, isVertical, set, shift } = props;
  const words = useEmotionWords();
  const cell = useRef<HTMLDivElement>(null);
  const value = lines.find((line) => isSameCurve(line, chosen))?.at ?? null;
  return (
    <div
      ref={cell}
      role="gridcell"
      className={classes["cell"]}
      data-column={column}
      data-item
      tabIndex={-1}
      aria-label={words.step(stepName, lines, surveyed)}
      {...(set === null
        ? {}
        : {
            onKeyDown: (event) =>
              onKey(event, isVertical, {
                value,
                set: (next) => set(stepId, next),
                shift: (direction) => shift(stepId, direction),
              }),
          })}
    >
      <EmotionDrawing lines={lines} surveyed={surveyed} chosen={chosen} isVertical={isVertical} />
      {set !== null && <Handle {...props} cell={cell} value={value} set={set} />}
    </div>
  );
});

interface HandleProps extends EmotionCellProps {
  cell: RefObject<HTMLDivElement | null>;
  value: number | null;
  set: (stepId: string, value: number | null) => void;
}

/** The point that can be taken hold of; where nothing is known, the place where one would begin. */
function Handle({ cell, value, stepId, stepName, chosen, lines, isVertical, set, preview }: HandleProps) {
  const { t } = useTranslation("emotion");
  const words = useEmotionWords();
  const drag = useDragValue(cell, isVertical, {
    onMove: (next) => preview(stepId, next),
    onEnd: (next) => {
      preview(stepId, null);
      if (next !== null) set(stepId, next);
    },
    // A click where nothing is known says «neutral»; on a point it does nothing by itself.
    onClick: () => value === null && set(stepId, 0),
  });
  const where = `${placeOf(value ?? 0, isVertical)}%`;
  const curve = words.curve(lines.find((line) => isSameCurve(line, chosen)) ?? { ...chosen, persona: undefined });
  const said =
    value === null
      ? { role: "button", "aria-label": t("begin", { step: stepName, curve }) }
      : {
          role: "slider",
          "aria-label": t("slider", { step: stepName, curve }),
          "aria-orientation": isVertical ? ("horizontal" as const) : ("vertical" as const),
          "aria-valuemin": emotionScale.low,
          "aria-valuemax": emotionScale.high,
          "aria-valuenow": value,
          "aria-valuetext": words.value(value),
        };
  // One element for both, so that the point keeps the focus that the press on its place has given.
  return (
    <span
      className={classes["handle"]}
      data-known={value !== null}
      tabIndex={-1}
      style={isVertical ? { top: "50%", left: where } : { left: "50%", top: where }}
      {...drag}
      {...said}
    />
  );
}

interface PointDeeds {
  value: number | null;
  set: (value: number | null) => void;
  shift: (direction: 1 | -1) => void;
}

/**
 * On the cell the arrows lead on through the map, and Alt with an arrow moves the point as it moves any item; Enter takes
 * hold of the point, whose own arrows move it until Enter or Escape lets go.
 */
function onKey(event: KeyboardEvent<HTMLDivElement>, isVertical: boolean, { value, set, shift }: PointDeeds): void {
  const { key, currentTarget } = event;
  if (event.ctrlKey || event.metaKey) return;
  const isHeld = (event.target as HTMLElement).role === "slider";
  const [up, down] = isVertical ? ["ArrowRight", "ArrowLeft"] : ["ArrowUp", "ArrowDown"];
  const takes = event.altKey || isHeld;
  const typed = emotionOfKey(key);
  if (takes && (key === up || key === down)) shift(key === up ? 1 : -1);
  else if (key === "+" || key === "-") shift(key === "+" ? 1 : -1);
  else if (typed !== null && !event.altKey) set(typed);
  else if ((key === "Delete" || key === "Backspace") && value !== null) set(null);
  else if (isHeld && (key === "Enter" || key === "Escape")) currentTarget.focus();
  else if (!isHeld && (key === "Enter" || key === "F2")) hold(currentTarget, value, set);
  else if (!isHeld || key === "Tab") return;
  event.preventDefault();
  event.stopPropagation();
  if (key === "Delete" || key === "Backspace") currentTarget.focus();
}

function hold(cell: HTMLElement, value: number | null, set: (value: number | null) => void): void {
  const grasp = () => cell.querySelector<HTMLElement>("[role=slider]")?.focus();
  if (value !== null) return grasp();
  set(0);
  // The point is there once it is drawn.
  requestAnimationFrame(grasp);
}
