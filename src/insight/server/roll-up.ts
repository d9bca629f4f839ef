import { withNested } from "#journey/atlas.ts";
import { type MeasuredJourney, touchpointsByJourney } from "#journey/index.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { getMeasuredDays } from "../api.ts";
import { mainScore } from "../band.ts";
import { pooledExpectation } from "../expectation.ts";
import { figuresBy, type Group } from "../measure.ts";
import type { ExpectedFigures, JourneyRollUp } from "../model.ts";
import { periodBefore, spanOf } from "../period.ts";
import { countEvents } from "./counts.ts";
import { daysWithEvents } from "./days.ts";
import type { Asked, InsightDeps } from "./queries.ts";
import { boundsOf, type Scope } from "./scope.ts";

/** The touchpoints of one journey or several, and what these expect of them. */
type Rolled = Group & Pick<MeasuredJourney, "touchpoints">;

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
 * it and all nested in it: neither a touchpoint placed twice nor a person met twice counts twice (J188). The expectation is
 * that of each placement that says its own.
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
    new Set(some.flatMap(({ touchpoints }) => touchpoints.flatMap(({ id }) => keyOf.get(id) ?? [])));
  const groups = journeys.map((journey) => {
    const nested = withNested(journeys, journey.id);
    const group = (id: string, some: readonly MeasuredJourney[]) => ({
      id,
      name: "",
      keys: keysOf(some),
      touchpoints: some.flatMap(({ touchpoints }) => touchpoints),
    });
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
  const scoresOf = new Map(
    [...keyOf].map(([id, key]) => [id, measure({ id: `touchpoint:${key}`, name: "", keys: new Set([key]) }).scores]),
  );
  const figures = ({ touchpoints, ...group }: Rolled): ExpectedFigures => {
    const { split: _split, ...own } = measure(group);
    const metric = mainScore(own.scores)?.metric;
    const expected = touchpoints.map(({ id, expectation }) => ({ scores: scoresOf.get(id) ?? [], expectation }));
    return { ...own, expectation: metric === undefined ? null : pooledExpectation(metric, expected) };
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
  const keys = new Set(journeys.flatMap((journey) => journey.touchpoints.flatMap(({ id }) => keyOf.get(id) ?? [])));
  return {
    journeys,
    keyOf,
    timeZone,
    scope: { workspaceId, touchpoints: [...keys], ...boundsOf(asked, timeZone), filter: new Map() },
  };
}
