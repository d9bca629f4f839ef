import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ask } from "#platform/ask.ts";
import type { Log } from "#platform/log.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import type { Learnt } from "../../inferred/model.ts";
import type { Lesson, Trained } from "../../inferred/training.ts";
import type { Metric } from "../../model.ts";
import type { InsightDeps } from "../queries.ts";
import type { InferredTables } from "./tables.ts";
import { lessonsAt } from "./visits.ts";

export interface LearningDeps extends InsightDeps {
  now: () => Date;
}

const hour = 3_600_000;

/** Learns every hour where answers have changed, and as soon as somebody looks at what was never learnt. */
export function startLearning(deps: LearningDeps, log: Pick<Log, "warn">): Rounds {
  return startRounds(hour, log, "satisfaction cannot be inferred now", (signal) => learnAll(deps, signal));
}

/** Where answers are, their main score, and a mark that changes whenever one comes, goes or is told otherwise. */
interface Source {
  workspaceId: string;
  touchpoint: string;
  metric: Metric;
  mark: string;
}

/** One touchpoint after the other, beside the thread that answers requests. */
export async function learnAll(deps: LearningDeps, signal: AbortSignal): Promise<void> {
  const [sources, known] = await Promise.all([sourcesOf(deps), knownModels(deps)]);
  await forget(
    deps,
    known.filter(({ workspace_id: of, touchpoint_key: at }) => !sources.some(isAt(of, at))),
  );
  for (const source of sources) {
    if (signal.aborted) return;
    const last = known.find(({ workspace_id: of, touchpoint_key: at }) => isAt(of, at)(source));
    if (last?.mark !== source.mark) await learnAt(deps, source, last?.version ?? 0);
  }
}

const isAt = (workspaceId: string, touchpoint: string) => (source: Source) =>
  source.workspaceId === workspaceId && source.touchpoint === touchpoint;

async function sourcesOf({ clickhouse }: LearningDeps): Promise<Source[]> {
  return ask<Source>(
    clickhouse,
    `SELECT workspace_id AS workspaceId, touchpoint_key AS touchpoint, metric,
       concat(toString(count()), ' ', toString(groupBitXor(cityHash64(event_id, properties)))) AS mark
     FROM event WHERE kind = 'answer' AND touchpoint_key != '' AND NOT has(properties.keys, 'relational')
     GROUP BY workspaceId, touchpoint, metric
     ORDER BY workspaceId, touchpoint, count() DESC, metric LIMIT 1 BY workspaceId, touchpoint`,
    {},
  );
}

function knownModels({ db }: LearningDeps) {
  return db
    .withTables<InferredTables>()
    .selectFrom("inferred_model")
    .select(["workspace_id", "touchpoint_key", "version", "mark"])
    .execute();
}

async function learnAt(deps: LearningDeps, source: Source, lastVersion: number): Promise<void> {
  const { workspaceId, touchpoint, metric, mark } = source;
  const lessons = await lessonsAt(deps.clickhouse, source);
  const { foreteller, ...found } = await trainBeside(lessons);
  const learnt = { ...found, metric, answers: lessons.length } satisfies Omit<Learnt, "version" | "trainedAt">;
  const row = {
    version: lastVersion + 1,
    mark,
    learnt: JSON.stringify(learnt),
    foreteller: foreteller === null ? null : JSON.stringify(foreteller),
    trained_at: deps.now(),
  };
  await deps.db
    .withTables<InferredTables>()
    .insertInto("inferred_model")
    .values({ workspace_id: workspaceId, touchpoint_key: touchpoint, ...row })
    .onConflict((conflict) => conflict.columns(["workspace_id", "touchpoint_key"]).doUpdateSet(row))
    .execute();
}

async function trainBeside(lessons: Lesson[]): Promise<Trained> {
  const worker = new Worker(new URL("./train-worker.ts", import.meta.url), { workerData: lessons });
  const [trained] = (await once(worker, "message")) as [Trained];
  return trained;
}

async function forget(
  { db }: LearningDeps,
  models: readonly { workspace_id: string; touchpoint_key: string }[],
): Promise<void> {
  for (const { workspace_id: workspaceId, touchpoint_key: touchpoint } of models)
    await db
      .withTables<InferredTables>()
      .deleteFrom("inferred_model")
      .where("workspace_id", "=", workspaceId)
      .where("touchpoint_key", "=", touchpoint)
      .execute();
}
