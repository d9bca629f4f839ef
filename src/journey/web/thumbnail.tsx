import type { bandOf } from "#insight/web/index.ts";
import classes from "./thumbnail.module.css";
import { thumbnailStations } from "./track.ts";

export interface ThumbnailStation {
  key: string;
  isTruth: boolean;
  band: ReturnType<typeof bandOf>;
  /** Against its expectation, −1 … 1; null: not known. */
  at: number | null;
}

/** A journey as a small line, its relief how customers fare along it; stations below expectation are filled, so that colour is not alone to say it. */
export function Thumbnail({ stations, width }: { stations: readonly ThumbnailStation[]; width: number }) {
  const height = 88;
  const points = thumbnailStations(
    stations.map(({ at }) => at),
    width,
    height,
  );
  const path = points.map(({ x, y }, index) => {
    const before = points[index - 1];
    return before === undefined
      ? `M${x} ${y}`
      : `C${(before.x + x) / 2} ${before.y} ${(before.x + x) / 2} ${y} ${x} ${y}`;
  });
  const r = Math.max(2.5, Math.min(6, width / stations.length / 4));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={classes["line"]} aria-hidden>
      <path d={path.join("")} />
      {stations.map(({ key, band, isTruth }, index) => {
        const { x = 0, y = 0 } = points[index] ?? {};
        const shape = { "data-band": band ?? "unknown", "data-filled": band !== null && band < 0 };
        return isTruth ? (
          <path
            key={key}
            {...shape}
            className={classes["station"]}
            d={`M${x} ${y - r * 1.4}l${r * 1.4} ${r * 1.4}l${-r * 1.4} ${r * 1.4}l${-r * 1.4} ${-r * 1.4}Z`}
          />
        ) : (
          <circle key={key} {...shape} className={classes["station"]} cx={x} cy={y} r={r} />
        );
      })}
    </svg>
  );
}
