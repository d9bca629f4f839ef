import type { bandOf } from "#insight/web/index.ts";
import classes from "./map.module.css";

/** A ring, or a lozenge for a moment of truth; dashed while nothing can be said of it. */
export function StationMark({
  band,
  isTruth,
  size = 32,
}: {
  band: ReturnType<typeof bandOf>;
  isTruth: boolean;
  size?: number;
}) {
  return (
    <svg
      className={classes["mark"]}
      viewBox="-17 -17 34 34"
      width={size}
      height={size}
      data-band={band ?? "unknown"}
      aria-hidden
    >
      {isTruth ? <path d="M0 -14L14 0L0 14L-14 0Z" /> : <circle r="11" />}
    </svg>
  );
}
