import { useMemo } from "react";
import { type ReliefPoint, reliefOf } from "#insight/web/index.ts";
import type { Placement } from "../model.ts";
import type { MapFigures } from "./map-figures.ts";
import type { Column } from "./map-view.ts";

/** The score of each column's step against what is expected of it; null where none may be shown. */
export function useRelief(
  columns: readonly Column[],
  placements: ReadonlyMap<string, readonly Placement[]>,
  { all }: MapFigures,
): readonly (ReliefPoint | null)[] {
  return useMemo(() => {
    if (all === undefined) return [];
    const expectations = new Map(
      [...placements.values()].flat().map((placement) => [placement.id, placement.expectation]),
    );
    return reliefOf(
      columns.map(({ key, step }) => ({ id: step?.id ?? key })),
      all,
      (placementId) => expectations.get(placementId) ?? null,
    );
  }, [all, columns, placements]);
}
