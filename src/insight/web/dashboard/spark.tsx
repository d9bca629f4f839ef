import { runs } from "../smooth.ts";
import classes from "./dashboard.module.css";

const [width, height, inset] = [120, 24, 3];

/** A score's course in a word's room; what too few answered leaves a gap. Its figures stand elsewhere. */
export function Spark({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => inset + (index * (width - 2 * inset)) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    highest === lowest ? height / 2 : height - inset - ((value - lowest) * (height - 2 * inset)) / (highest - lowest);
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className={classes["spark"]} width={width} height={height} aria-hidden>
      {runs(values).map(({ start, values: run }) => (
        <polyline key={start} points={run.map((value, index) => `${x(start + index)},${y(value)}`).join(" ")} />
      ))}
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2.2} />
    </svg>
  );
}
