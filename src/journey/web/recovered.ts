import type { Recovery } from "#voice/cases/model.ts";
import type { Placement } from "../model.ts";
import type { MapFigures } from "./map-figures.ts";
import { type Column, noPlacements } from "./map-view.ts";

/** What customers of cases at one touchpoint say. */
export interface Recovered {
  placementId: string;
  /** Null where no other touchpoint is at the step. */
  name: string | null;
  recovery: Recovery;
}

/** The touchpoints of each column at which anybody was asked whether their case is solved. */
export function recoveredAt(
  columns: readonly Column[],
  placements: ReadonlyMap<string, readonly Placement[]>,
  { touchpoint, recovered }: Pick<MapFigures, "touchpoint" | "recovered">,
): Recovered[][] {
  return columns.map(({ step }) => {
    const placed = placements.get(step?.id ?? "") ?? noPlacements;
    return placed.flatMap(({ id, touchpointId }) => {
      const here = touchpoint(touchpointId);
      const recovery = here === undefined ? undefined : recovered.get(here.key);
      if (here === undefined || recovery === undefined || recovery.asked === 0) return [];
      return [{ placementId: id, name: placed.length > 1 ? here.name : null, recovery }];
    });
  });
}
