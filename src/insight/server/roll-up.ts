import { withNested } from "#journey/atlas.ts";
import { type MeasuredJourney, touchpointsByJourney } from "#journey/index.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { getMeasuredDays } from "../api.ts";
import { figuresBy, type Group } from "../measure.ts";
import type { Figures, JourneyRollUp } from "../model.ts";
import { periodBefore, spanOf } from "../period.ts";
import { countEvents } from "./counts.ts";
import type { Asked, InsightDeps } from "./queries.ts";
import { boundsOf, type Scope } from "./scope.ts";
import { daysWithEvents } from "./trend.ts";

interface Everything {
  journeys: MeasuredJourney[];
  keyOf: ReadonlyMap<string, string>;
  timeZone: string;
  scope: Scope;
}

/** @throws AppError `not_found` when there is no such workspace */
export async function measuredDays(
  deps: InsightDeps,
  workspaceId: string,
): Promise<RouteResponse<typeof getMeasuredDays>> {
  const { scope, timeZone } = await everythingOf(deps, workspaceId, {});
  const days = await daysWithEvents(deps, scope, timeZone);
  return { firstDay: days?.from ?? null, lastDay: days?.to ?? null };
}

/**
 * The figures of every journey of a workspace. Answers and people are pooled over the distinct touchpoints of a journey, or of
 * it and all nested in it: neither a touchpoint placed twice nor a person met twice counts twice (J188).
 * @throws AppError `not_found` when there is no such workspace; `invalid_input` for a period that ends before it begins
 */
export async function rollUps(
  deps: InsightDeps,
  workspaceId: string,
  asked: Pick<Asked, "from" | "to">,
): Promise<JourneyRollUp[]> {
  const { journeys, keyOf, timeZone, scope } = await everythingOf(deps, workspaceId, asked);
  const { from, to } = asked;
  const before = from === undefined || to === undefined ? null : periodBefore({ from, to });
  const keysOf = (some: readonly MeasuredJourney[]) =>
    new Set(some.flatMap(({ touchpointIds }) => touchpointIds.flatMap((id) => keyOf.get(id) ?? [])));
  const groups = journeys.map((journey) => {
    const nested = withNested(journeys, journey.id);
    const group = (id: string, some: readonly MeasuredJourney[]): Group => ({ id, name: "", keys: keysOf(some) });
    return {
      journeyId: journey.id,
      own: group(`own:${journey.id}`, [journey]),
      withNested: nested.length > 1 ? group(`nested:${journey.id}`, nested) : null,
    };
  });
  const counted = await countEvents(deps.clickhouse, {
    scope,
    since: before === null ? null : spanOf(before, timeZone).start,
    splitBy: null,
    groups: groups.flatMap(({ own, withNested }) => (withNested === null ? [own] : [own, withNested])),
  });
  const measure = figuresBy(counted, { before, splitBy: null });
  const figures = (group: Group): Figures => {
    const { split: _split, ...own } = measure(group);
    return own;
  };
  return groups.map(({ journeyId, own, withNested }) => ({
    journeyId,
    own: figures(own),
    withNested: withNested === null ? null : figures(withNested),
  }));
}

async function everythingOf(
  { db }: InsightDeps,
  workspaceId: string,
  asked: Pick<Asked, "from" | "to">,
): Promise<Everything> {
  const [{ timeZone }, { touchpoints }, journeys] = await Promise.all([
    getWorkspace(db, workspaceId),
    getLibrary(db, workspaceId),
    touchpointsByJourney(db, workspaceId),
  ]);
  const keyOf = new Map(touchpoints.map(({ id, key }) => [id, key]));
  const keys = new Set(journeys.flatMap(({ touchpointIds }) => touchpointIds.flatMap((id) => keyOf.get(id) ?? [])));
  return {
    journeys,
    keyOf,
    timeZone,
    scope: { workspaceId, touchpoints: [...keys], ...boundsOf(asked, timeZone), filter: new Map() },
  };
}
