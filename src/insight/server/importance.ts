import { AppError } from "#platform/errors.ts";
import { ask } from "#platform/ask.ts";
import type { RouteQuery } from "#platform/http/route.ts";
import type { getDerivedImportance } from "../api.ts";
import { mainScore } from "../band.ts";
import { type Answered, chooseDrivers, type DerivedImportance } from "../dashboard/drivers.ts";
import { histogramsOf } from "../measure.ts";
import type { Metric } from "../model.ts";
import { round, scoresOf } from "../scores.ts";
import { countTallies } from "./counts.ts";
import type { DriverAnalysis } from "./driver-analysis.ts";
import { type InsightDeps, scopeOf, subjectOf } from "./queries.ts";
import { conditionOf, type Scope } from "./scope.ts";

/** More people than this change no interval that anybody would see. */
const mostPeople = 3000;

type Asked = RouteQuery<typeof getDerivedImportance>;

/**
 * How much each touchpoint's main score accounts for another's, over the people who gave them.
 * @throws AppError `not_found` for a journey or a target that is not there
 */
export async function deriveImportance(
  deps: InsightDeps,
  analysis: DriverAnalysis,
  journeyId: string,
  asked: Asked,
): Promise<DerivedImportance> {
  const scope = scopeOf(await subjectOf(deps, journeyId), asked);
  const mains = await mainMetrics(deps, scope);
  const metric = mains.get(asked.target);
  if (metric === undefined) throw new AppError("not_found", `«${asked.target}» has no score on this map.`);
  const answered = await answersByPerson(deps, scope, mains, asked.target);
  const chosen = chooseDrivers(answered);
  const keys = chosen.map((column) => answered.touchpoints[column] ?? "");
  const said = {
    target: { key: asked.target, metric },
    leftOut: answered.touchpoints.filter((key) => !keys.includes(key)),
  };
  const nothing = { ...said, drivers: [], method: null, r2: null, n: answered.rows.length, refusedKey: null };
  if (chosen.length === 0) return { ...nothing, refused: "fewAnswers" };
  const found = await analysis.of({
    predictors: answered.rows.map((row) => chosen.map((column) => row[column] ?? Number.NaN)),
    target: answered.target,
  });
  if ("refused" in found)
    return {
      ...nothing,
      refused: found.refused,
      refusedKey: "driver" in found ? (keys[found.driver] ?? null) : null,
    };
  const { method, r2, n, drivers } = found;
  return {
    ...said,
    drivers: drivers.map(({ share, low, high, sign }, i) => ({
      key: keys[i] ?? "",
      share: round(share),
      low: round(low),
      high: round(high),
      sign,
    })),
    method,
    r2: round(r2),
    n,
    refused: null,
    refusedKey: null,
  };
}

/** The metric that most answers of each touchpoint speak for. */
async function mainMetrics({ clickhouse }: InsightDeps, scope: Scope): Promise<Map<string, Metric>> {
  const tallies = await countTallies(clickhouse, { scope, since: null });
  const answers = tallies.filter(({ kind }) => kind === "answer");
  return new Map(
    [...Map.groupBy(answers, ({ touchpoint }) => touchpoint)].flatMap(([key, own]) => {
      const main = mainScore(scoresOf(histogramsOf(own, "now")));
      return main === null ? [] : [[key, main.metric] as const];
    }),
  );
}

/** The mean answer of each person at each touchpoint, of those who answered the target: always the same people. */
async function answersByPerson(
  { clickhouse }: InsightDeps,
  scope: Scope,
  mains: ReadonlyMap<string, Metric>,
  target: string,
): Promise<Answered> {
  const { where, params } = conditionOf(scope);
  const pairs = [...mains].map(([key, metric]) => `${key} ${metric}`);
  const given = `SELECT person_id, touchpoint_key AS touchpoint, avg(score) AS mean FROM event
     WHERE ${where} AND kind = 'answer' AND concat(touchpoint_key, ' ', metric) IN {pairs:Array(String)} GROUP BY person_id, touchpoint`;
  const people = await ask<{ given: [string, number][] }>(
    clickhouse,
    `SELECT groupArray((touchpoint, mean)) AS given FROM (${given})
     GROUP BY person_id HAVING has(groupArray(touchpoint), {target:String}) AND count() > 1
     ORDER BY cityHash64(person_id), person_id LIMIT ${mostPeople}`,
    { ...params, pairs, target },
  );
  const touchpoints = [...mains.keys()].filter((key) => key !== target).toSorted();
  const said = people.map((person) => new Map(person.given));
  return {
    touchpoints,
    target: said.map((means) => means.get(target) ?? Number.NaN),
    rows: said.map((means) => touchpoints.map((key) => means.get(key) ?? Number.NaN)),
  };
}
