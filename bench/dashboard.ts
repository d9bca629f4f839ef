import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrationsDir } from "#app/places.ts";
import { measuredDays, openDashboard } from "#insight/index.ts";
import { createJourney } from "#journey/index.ts";
import { readConfig } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { openStores } from "#platform/stores/stores.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import { createWorkspace } from "#workspace/index.ts";
import { compare } from "./report.ts";

/**
 * How long the server takes to open the dashboard of a large journey, beside PostgreSQL counting the same rows by plain SQL over
 * an index.
 *   node bench/dashboard.ts [answers = 1000000] [touchpoints = 100] [turns = 7]
 */
const answers = Number(process.argv[2] ?? 1_000_000);
const touchpoints = Number(process.argv[3] ?? 100);
const turns = Number(process.argv[4] ?? 7);
/** Half of the events are answers, the other half contacts. */
const events = 2 * answers;
const [stages, channels] = [8, 6];
const quarter = { from: "2026-08-01", to: "2026-10-31" };

/** A row of either store is the same arithmetic of its number. */
const row = {
  touchpoint: `number % ${touchpoints}`,
  seconds: "(number * 7919) % 47000009",
  person: `(number * 104729) % ${Math.ceil(events / 8)}`,
  region: "(number / 7) % 4",
  /** The metric is the touchpoint's own, as it is asked there. */
  metric: `number % ${touchpoints} % 4`,
  draw: "(number * 15485863) % 1009",
};

const dataDir = mkdtempSync(join(tmpdir(), "parcours-bench-"));
chmodSync(dataDir, 0o755);
const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
const stores = await openStores(readConfig({ DATA_DIR: dataDir }), { log, mode: "serve" });
const { db, pool, clickhouse } = stores;

try {
  await migrate({ ...stores, dir: migrationsDir });
  const { workspaceId, journeyId } = await makeJourney();
  await fillClickhouse(workspaceId);
  await fillPostgres();
  const size = `${touchpoints} touchpoints, ${answers.toLocaleString("en")} answers and as many contacts`;
  for (const [title, asked] of [
    ["a quarter, compared with the quarter before", quarter],
    ["the same, split by a property", { ...quarter, splitBy: "region" }],
  ] as const) {
    await compare(
      { title: `${title}: ${size}`, unit: "ms", better: "less" },
      turns,
      { name: "the dashboard opens", run: () => time(() => open(workspaceId, journeyId, asked)) },
      { name: "the same counts in PostgreSQL", run: () => time(() => countInPostgres("splitBy" in asked)) },
    );
  }
} finally {
  await stores.close();
  rmSync(dataDir, { recursive: true });
}

/** What the server does for a screen that is opened without a period: the days with data, the figures, their JSON. */
async function open(workspaceId: string, journeyId: string, asked: Parameters<typeof openDashboard>[2]): Promise<void> {
  await measuredDays(stores, workspaceId);
  JSON.stringify(await openDashboard(stores, journeyId, asked));
}

async function makeJourney(): Promise<{ workspaceId: string; journeyId: string }> {
  const { id: workspaceId } = await createWorkspace({ db, log }, null, {
    name: "Many",
    locale: "en",
    timeZone: "Europe/Paris",
  });
  const library = await ensureLibrary(db, workspaceId, {
    channels: count(channels, (i) => ({ key: `channel-${i}`, name: `Channel ${i}`, kind: "other" as const })),
    teams: [],
    touchpoints: count(touchpoints, (i) => ({
      key: `touchpoint-${i}`,
      name: `Touchpoint ${i}`,
      channelKey: `channel-${i % channels}`,
      teamKey: null,
      initiator: "customer" as const,
    })),
  });
  const { id: journeyId } = await createJourney({ db, newId: () => randomUUID() }, workspaceId, {
    name: "Many",
    document: {
      name: "Many",
      stages: count(stages, (i) => ({ id: `stage-${i}`, name: `Stage ${i}` })),
      steps: count(stages, (i) => ({ id: `step-${i}`, stageId: `stage-${i}`, name: `I do ${i}` })),
      lanes: [],
      cards: [],
      placements: library.touchpoints.map(({ id }, i) => ({
        id: `placement-${i}`,
        stepId: `step-${i % stages}`,
        touchpointId: id,
        importance: 1 + (i % 5),
        momentOfTruth: false,
        expectation: null,
      })),
    },
  });
  return { workspaceId, journeyId };
}

async function fillClickhouse(workspaceId: string): Promise<void> {
  const batch = 500_000;
  const whole = (text: string) => text.replaceAll(/\((\w+) \/ (\d+)\)/g, "intDiv($1, $2)");
  for (let from = 0; from < events; from += batch) {
    await clickhouse.command({
      query: `INSERT INTO event (workspace_id, touchpoint_key, occurred_at, event_id, kind, person_id, metric, score, properties)
        SELECT '${workspaceId}', concat('touchpoint-', toString(${row.touchpoint})),
          toDateTime64('2026-11-21 20:00:00', 3, 'UTC') - toIntervalSecond(${row.seconds}),
          generateUUIDv4(), if(number < ${answers}, 'answer', 'contact'), reinterpretAsUUID(toUInt128(${row.person})),
          if(number < ${answers}, ['nps', 'csat', 'ces', 'stars'][1 + ${row.metric}], ''),
          if(number < ${answers}, multiIf(${row.metric} = 0, ${row.draw} % 11, ${row.metric} = 2, 1 + ${row.draw} % 7, 1 + ${row.draw} % 5), 0),
          map('region', concat('region ', toString(${whole(row.region)})), 'way', 'link')
        FROM numbers(${from}, ${Math.min(batch, events - from)})`,
    });
  }
}

async function fillPostgres(): Promise<void> {
  await pool.query(
    "CREATE TABLE bench_event (touchpoint_key text, occurred_at timestamptz, kind text, metric text, score real, properties jsonb)",
  );
  await pool.query(
    `INSERT INTO bench_event
     SELECT 'touchpoint-' || ${row.touchpoint}, timestamptz '2026-11-21 20:00:00+00' - make_interval(secs => ${row.seconds}),
       CASE WHEN number < ${answers} THEN 'answer' ELSE 'contact' END,
       CASE WHEN number < ${answers} THEN (ARRAY['nps', 'csat', 'ces', 'stars'])[1 + ${row.metric}] ELSE '' END,
       CASE WHEN number >= ${answers} THEN 0 WHEN ${row.metric} = 0 THEN ${row.draw} % 11 WHEN ${row.metric} = 2 THEN 1 + ${row.draw} % 7 ELSE 1 + ${row.draw} % 5 END,
       jsonb_build_object('region', 'region ' || ${row.region}, 'way', 'link')
     FROM generate_series(0::bigint, ${events - 1}) AS number`,
  );
  await pool.query("CREATE INDEX ON bench_event (touchpoint_key, occurred_at)");
  await pool.query("ANALYZE bench_event");
}

async function countInPostgres(isSplit: boolean): Promise<void> {
  const [since, start, end] = ["'2026-05-01 00:00+02'", "'2026-08-01 00:00+02'", "'2026-11-01 00:00+01'"];
  const now = `occurred_at >= ${start}`;
  const split = isSplit ? "properties->>'region'" : "''";
  await Promise.all([
    pool.query("SELECT count(*), min(occurred_at), max(occurred_at) FROM bench_event"),
    pool.query(
      `SELECT touchpoint_key, ${split}, kind, metric, score, count(*) FILTER (WHERE ${now}), count(*) FILTER (WHERE NOT ${now})
       FROM bench_event WHERE occurred_at >= ${since} AND occurred_at < ${end} AND NOT properties ? 'relational' GROUP BY 1, 2, 3, 4, 5`,
    ),
    pool.query(
      `SELECT touchpoint_key, date_trunc('week', occurred_at AT TIME ZONE 'Europe/Paris'), metric, score, count(*)
       FROM bench_event WHERE kind = 'answer' AND occurred_at >= '2025-11-01 00:00+01' AND occurred_at < ${end} AND NOT properties ? 'relational' GROUP BY 1, 2, 3, 4`,
    ),
  ]);
}

function count<Item>(n: number, item: (i: number) => Item): Item[] {
  return Array.from({ length: n }, (_, i) => item(i));
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
