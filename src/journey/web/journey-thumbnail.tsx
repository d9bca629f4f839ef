import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { bandOf, defaultExpectation, facetsQuery, mainScore, measuresQuery, presetsOf } from "#insight/web/index.ts";
import type { JourneySummary } from "../model.ts";
import classes from "./list.module.css";
import { journeyQuery } from "./queries.ts";
import { thumbnailStations } from "./track.ts";

interface ThumbnailStation {
  key: string;
  band: ReturnType<typeof bandOf>;
  isTruth: boolean;
}

/** A journey as a small line whose stations have the colours of the last complete month. */
export function JourneyThumbnail({ journey }: { journey: JourneySummary }) {
  const { t } = useTranslation("journey");
  const { data } = useQuery(journeyQuery(journey.id));
  const facets = useQuery({ ...facetsQuery(journey.id), refetchInterval: false });
  const { firstDay = null, lastDay = null } = facets.data ?? {};
  const period = firstDay === null || lastDay === null ? null : presetsOf(firstDay, lastDay).lastMonth;
  const measures = useQuery({ ...measuresQuery(journey.id, period), refetchInterval: false });
  const scores = new Map(measures.data?.touchpoints.map((measure) => [measure.placementId, mainScore(measure.scores)]));
  const stations = (data?.document.placements ?? []).map(({ id, expectation, momentOfTruth }): ThumbnailStation => {
    const score = scores.get(id) ?? null;
    return { key: id, band: score === null ? null : bandOf(score, expectation ?? defaultExpectation[score.metric]), isTruth: momentOfTruth };
  });
  const below = stations.filter(({ band }) => band !== null && band < 0).length;
  return (
    <div className={classes["thumbnail"]}>
      {stations.length === 0 ? <p className="soft">{data === undefined ? "" : t("notDrawn")}</p> : <Thumbnail stations={stations} width={320} />}
      {below > 0 && <span className={classes["below"]}>▼ {t("thumbnailBelow", { count: below })}</span>}
    </div>
  );
}

/** The line itself; stations below expectation are filled, so that colour is not alone to say it. */
export function Thumbnail({ stations, width }: { stations: readonly ThumbnailStation[]; width: number }) {
  const height = 88;
  const points = thumbnailStations(stations.length, width, height);
  const path = points.map(({ x, y }, index) => {
    const before = points[index - 1];
    return before === undefined ? `M${x} ${y}` : `C${(before.x + x) / 2} ${before.y} ${(before.x + x) / 2} ${y} ${x} ${y}`;
  });
  const r = Math.max(2.5, Math.min(6, width / stations.length / 4));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={classes["line"]} aria-hidden>
      <path d={path.join("")} />
      {stations.map(({ key, band, isTruth }, index) => {
        const { x = 0, y = 0 } = points[index] ?? {};
        const shape = { "data-band": band ?? "unknown", "data-filled": band !== null && band < 0 };
        return isTruth ? <path key={key} {...shape} className={classes["station"]} d={`M${x} ${y - r * 1.4}l${r * 1.4} ${r * 1.4}l${-r * 1.4} ${r * 1.4}l${-r * 1.4} ${-r * 1.4}Z`} /> : <circle key={key} {...shape} className={classes["station"]} cx={x} cy={y} r={r} />;
      })}
    </svg>
  );
}
