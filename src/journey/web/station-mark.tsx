import type { bandOf } from "#insight/web/index.ts";
import type { PlacementFlag } from "../model.ts";
import classes from "./station-mark.module.css";

interface StationMarkProps {
  band: ReturnType<typeof bandOf>;
  isTruth: boolean;
  flag?: PlacementFlag | null;
  size?: number;
}

/**
 * A ring, or a lozenge for a moment of truth; dotted while nothing can be said of it. A missing touchpoint is a long-dashed
 * ring with nothing inside but a plus, a redundant one a doubled ring.
 */
export function StationMark({ band, isTruth, flag = null, size = 32 }: StationMarkProps) {
  const isMissing = flag === "missing";
  return (
    <svg
      className={classes["mark"]}
      viewBox="-17 -17 34 34"
      width={size}
      height={size}
      data-band={isMissing ? "missing" : (band ?? "unknown")}
      aria-hidden
    >
      {isTruth ? <path d="M0 -14L14 0L0 14L-14 0Z" /> : <circle r="11" />}
      {isMissing && <path className={classes["plus"]} d="M-4 0H4M0 -4V4" />}
      {flag === "redundant" && <circle className={classes["twin"]} r="15.5" />}
    </svg>
  );
}
