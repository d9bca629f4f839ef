import classes from "./interval-ruler.module.css";

interface IntervalRulerProps {
  value: number;
  low: number;
  high: number;
  /** Ends of the scale, in the same unit. */
  min: number;
  max: number;
  /** Where a tick stands; null: none. */
  mark?: number | null;
  tone?: "bad" | "even" | "good" | "inferred" | undefined;
  /** What it says, where nothing beside it does. */
  label?: string;
}

/** A figure on its scale: its interval, itself, and perhaps a tick. */
export function IntervalRuler({ value, low, high, min, max, mark = null, tone, label }: IntervalRulerProps) {
  const at = (figure: number) => `${(100 * (figure - min)) / (max - min)}%`;
  const said = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label, title: label };
  return (
    <span className={classes["ruler"]} data-tone={tone} {...said}>
      <i className={classes["spread"]} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      {mark !== null && <i className={classes["mark"]} style={{ left: at(mark) }} />}
      <i className={classes["dot"]} style={{ left: at(value) }} />
    </span>
  );
}
