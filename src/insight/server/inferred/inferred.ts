import { inferShare } from "../../inferred/infer.ts";
import type { InferredSatisfaction, InferredTouchpoint } from "../../inferred/model.ts";
import type { Foreteller } from "../../inferred/training.ts";
import { type Interval, wilson } from "../../intervals.ts";
import { histogramsOf } from "../../measure.ts";
import { type Metric, sidesOf } from "../../model.ts";
import { round } from "../../scores.ts";
import { countTallies } from "../counts.ts";
import { type Asked, type InsightDeps, scopeOf, subjectOf } from "../queries.ts";
import type { Scope } from "../scope.ts";
import type { InferredTables } from "./tables.ts";
import { type Silent, silentAt } from "./visits.ts";

export interface InferredDeps extends InsightDeps {
  /** Says that somebody waits for what was not learnt yet. */
  onUnlearnt: () => void;
}

/** Fewer people than this are not spoken of (M7). */
const fewest = 5;

/**
 * The share of satisfied at each touchpoint that was answered at: measured of who answered and inferred of who did not, side by side
 * and never together.
 * @throws AppError `not_found`, `invalid_input` for a period that ends before it begins, `too_large`
 */
export async function inferSatisfaction(
  deps: InferredDeps,
  journeyId: string,
  asked: Asked,
): Promise<InferredSatisfaction> {
  const subject = await subjectOf(deps, journeyId);
  const scope = scopeOf(subject, asked);
  const [models, tallies] = await Promise.all([
    modelsOf(deps, scope),
    countTallies(deps.clickhouse, { scope, since: null }),
  ]);
  const believed = scope.touchpoints.filter((key) => models.get(key)?.foreteller != null);
  const silent =
    believed.length === 0
      ? new Map<string, Silent>()
      : await silentAt(deps.clickhouse, { ...scope, touchpoints: believed });
  const answersAt = Map.groupBy(
    tallies.filter(({ kind }) => kind === "answer"),
    ({ touchpoint }) => touchpoint,
  );
  const isLearning = answersAt.keys().some((key) => !models.has(key));
  if (isLearning) deps.onUnlearnt();
  const touchpoints = scope.touchpoints.flatMap((key): InferredTouchpoint[] => {
    const model = models.get(key);
    const answered = answersAt.get(key);
    if (model === undefined && answered === undefined) return [];
    const metric = model?.learnt.metric;
    return [
      {
        key,
        name: subject.library.find((touchpoint) => touchpoint.key === key)?.name ?? key,
        learnt: model?.learnt ?? null,
        measured: metric === undefined ? null : measuredShare(histogramsOf(answered ?? [], "now"), metric),
        inferred: inferredShare(model?.foreteller ?? null, silent.get(key)),
      },
    ];
  });
  return { isLearning, touchpoints };
}

async function modelsOf({ db }: InsightDeps, { workspaceId, touchpoints }: Scope) {
  if (touchpoints.length === 0) return new Map<string, never>();
  const rows = await db
    .withTables<InferredTables>()
    .selectFrom("inferred_model")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("touchpoint_key", "in", touchpoints)
    .execute();
  return new Map(
    rows.map(({ touchpoint_key: key, version, trained_at, learnt, foreteller }) => [
      key,
      { learnt: { ...learnt, version, trainedAt: trained_at.toISOString() }, foreteller },
    ]),
  );
}

function measuredShare(
  histograms: ReadonlyMap<Metric, ReadonlyMap<number, number>>,
  metric: Metric,
): InferredTouchpoint["measured"] {
  const counts = [...(histograms.get(metric) ?? [])];
  const n = counts.reduce((sum, [, count]) => sum + count, 0);
  const hits = counts.reduce((sum, [score, count]) => sum + (score >= sidesOf[metric].high ? count : 0), 0);
  return n < fewest ? null : { ...percent({ value: hits / n, ...wilson({ hits, n }) }), n };
}

function inferredShare(foreteller: Foreteller | null, silent: Silent | undefined): InferredTouchpoint["inferred"] {
  if (foreteller === null || silent === undefined || silent.visits.length < fewest) return null;
  return { ...percent(inferShare(foreteller, silent.visits, silent.people)), people: silent.people };
}

function percent({ value, low, high }: Interval & { value: number }): Interval & { value: number } {
  return { value: round(100 * value), low: round(100 * low), high: round(100 * high) };
}
