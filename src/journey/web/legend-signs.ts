import { isShown, mainScore } from "#insight/web/index.ts";
import type { MapFigures } from "./map-figures.ts";
import type { MapView } from "./map-view.ts";

export type Sign = "bands" | "unknown" | "truth" | "break" | "curve" | "assumed" | "target";

/** What a map shows that its legend explains. */
export function signsOf(
  { lanes, placements, links, emotions }: Pick<MapView, "lanes" | "placements" | "links" | "emotions">,
  measures: MapFigures["measures"],
): ReadonlySet<Sign> {
  const stations = [...placements.values()].flat();
  const isMeasured = ({ id }: { id: string }) => isShown(mainScore(measures.get(id)?.scores ?? []));
  const hasEmotion = lanes.some(({ kind, isHidden }) => kind === "emotion" && !isHidden);
  const hasScores = stations.some(isMeasured);
  const signs: [Sign, boolean][] = [
    ["bands", hasScores],
    ["unknown", !stations.every(isMeasured)],
    ["truth", stations.some(({ momentOfTruth }) => momentOfTruth)],
    ["break", links.some(({ kind }) => kind === "break")],
    ["curve", hasScores],
    ["assumed", hasEmotion && emotions.some(({ state }) => state === "lived")],
    ["target", hasEmotion && emotions.some(({ state }) => state === "target")],
  ];
  return new Set(signs.flatMap(([sign, isThere]) => (isThere ? [sign] : [])));
}
