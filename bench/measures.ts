import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrationsDir } from "#app/places.ts";
import { measureJourney } from "#insight/index.ts";
import { createLogEditor, ensureJourney, findJourney } from "#journey/index.ts";
import { readConfig } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { openStores } from "#platform/stores/stores.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import { createWorkspace } from "#workspace/index.ts";
import { documentOf } from "../tools/demo/document.ts";
import { kitchenJourney } from "../tools/demo/kitchen-journey.ts";
import { touchpoints } from "../tools/demo/library.ts";
import { libraryDraft, loadDemo } from "../tools/demo/load.ts";
import { labelsOf } from "../tools/demo/mapping.ts";
import { compare } from "./report.ts";

/**
 * How long a map waits for its figures: on the demo beside PostgreSQL asked the same over an index, and on many events
 * beside the least that ClickHouse can do with all of them: one bare count, or one count of people, for each touchpoint.
 *   node bench/measures.ts [events = 5000000] [turns = 5]
 */
const events = Number(process.argv[2] ?? 5_000_000);
const turns = Number(process.argv[3] ?? 5);
const today = "2026-11-22";
const month = { from: "2026-10-01", to: "2026-10-31" };

const dataDir = mkdtempSync(join(tmpdir(), "parcours-bench-"));
chmodSync(dataDir, 0o755);
const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
const stores = await openStores(readConfig({ DATA_DIR: dataDir }), { log, mode: "serve" });
const { db, pool, clickhouse } = stores;
const editor = createLogEditor({ db, processId: randomUUID() });
const newId = () => randomUUID();

try {
  await migrate({ ...stores, dir: migrationsDir });
  await measureDemo();
  await measureMany();
} finally {
  await stores.close();
  rmSync(dataDir, { recursive: true });
}

async function measureDemo(): Promise<void> {
  const began = performance.now();
  const deps = {
    db,
    clickhouse,
    dataDir,
    editor,
    log,
    newId,
    now: () => new Date(),
    ensureJourney: async () => undefined,
  };
  const { workspaceId } = await loadDemo(deps, { locale: "en", today });
  console.log(`demo generated and imported in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const journey = await kitchenOf(workspaceId);
  await copyToPostgres(workspaceId);
  await compare(
    { title: "a month of the demo, compared with the month before", unit: "ms", better: "less" },
    turns,
    { name: "measureJourney", run: () => time(() => measureJourney(stores, journey, month)) },
    { name: "the same counts in PostgreSQL", run: () => time(countInPostgres) },
  );
}

async function measureMany(): Promise<void> {
  const { id: workspaceId } = await createWorkspace({ db, log }, null, {
    name: "Many",
    locale: "en",
    timeZone: "Europe/Paris",
  });
  const library = await ensureLibrary(db, workspaceId, libraryDraft("en"));
  const document = documentOf(kitchenJourney, "en", library, []);
  await ensureJourney({ db, newId, editor }, workspaceId, { key: kitchenJourney.key, name: document.name, document });
  const journey = await kitchenOf(workspaceId);
  await fill(workspaceId);
  const peer = (name: string, counted: string) => ({
    name,
    run: () =>
      time(() =>
        askClickHouse(
          `SELECT touchpoint_key, ${counted} FROM event WHERE workspace_id = '${workspaceId}' GROUP BY touchpoint_key`,
        ),
      ),
  });
  const bare = peer("bare count by touchpoint", "count()");
  const distinct = peer("uniqExact of people by touchpoint", "uniqExact(person_id)");
  for (const [title, asked] of [
    ["a month", month],
    ["everything", {}],
    ["everything, split by region", { splitBy: labelsOf.en.region }],
  ] as const) {
    const ours = { name: "measureJourney", run: () => time(() => measureJourney(stores, journey, asked)) };
    await compare(
      { title: `${title} of ${events.toLocaleString("en")} events`, unit: "ms", better: "less" },
      turns,
      ours,
      bare,
      distinct,
    );
  }
}

async function kitchenOf(workspaceId: string): Promise<string> {
  const journey = await findJourney(db, kitchenJourney.key, workspaceId);
  if (journey === null) throw new Error("the journey was made before it is looked for");
  return journey.id;
}

/** Events of eighteen months over the demo's touchpoints, a tenth of them answers, ten for each person. */
async function fill(workspaceId: string): Promise<void> {
  const { region, store } = labelsOf.en;
  const keys = touchpoints.map(({ key }) => `'${key}'`).join(", ");
  const seconds = 47_000_000;
  const batch = 1_000_000;
  for (let from = 0; from < events; from += batch) {
    await clickhouse.command({
      query: `INSERT INTO event (workspace_id, touchpoint_key, occurred_at, event_id, kind, person_id, case_id, metric, score, comment, properties, import_id)
        SELECT '${workspaceId}', [${keys}][1 + number % ${touchpoints.length}],
          toDateTime64('2026-11-21 20:00:00', 3, 'UTC') - toIntervalSecond(cityHash64(number, 1) % ${seconds}),
          generateUUIDv4(), if(number % 10 = 0, 'answer', 'contact'),
          reinterpretAsUUID(toUInt128(cityHash64(cityHash64(number, 2) % ${Math.ceil(events / 10)}))),
          toString(number % ${Math.ceil(events / 8)}), if(number % 10 = 0, 'csat', ''), if(number % 10 = 0, 1 + intDiv(number, 10) % 5, 0), '',
          map('${region}', ['Bretagne', 'Leinster', 'Munster', 'Hauts-de-France'][1 + intDiv(number, 7) % 4], '${store}', toString(intDiv(number, 11) % 12)),
          '${randomUUID()}'
        FROM numbers(${from}, ${Math.min(batch, events - from)})`,
    });
  }
}

async function copyToPostgres(workspaceId: string): Promise<void> {
  await pool.query(
    "CREATE TABLE bench_event (touchpoint_key text, occurred_at timestamptz, kind text, person_id uuid, case_id text, metric text, score real)",
  );
  const rows = await askClickHouse<Record<string, unknown>>(
    `SELECT touchpoint_key, concat(toString(occurred_at), '+00') AS occurred_at, kind, person_id, case_id, metric, score FROM event WHERE workspace_id = '${workspaceId}'`,
  );
  for (let i = 0; i < rows.length; i += 20_000) {
    await pool.query("INSERT INTO bench_event SELECT * FROM json_populate_recordset(null::bench_event, $1)", [
      JSON.stringify(rows.slice(i, i + 20_000)),
    ]);
  }
  await pool.query("CREATE INDEX ON bench_event (touchpoint_key, occurred_at)");
  await pool.query("ANALYZE bench_event");
}

async function countInPostgres(): Promise<void> {
  const when = "occurred_at >= '2026-09-01 00:00+02' AND occurred_at < '2026-11-01 00:00+01'";
  const now = "occurred_at >= '2026-10-01 00:00+02'";
  await Promise.all([
    pool.query(
      `SELECT touchpoint_key, count(*) FILTER (WHERE kind = 'contact' AND ${now}), count(DISTINCT person_id) FILTER (WHERE ${now}), count(DISTINCT case_id) FILTER (WHERE ${now}) FROM bench_event WHERE ${when} GROUP BY ROLLUP (touchpoint_key)`,
    ),
    pool.query(
      `SELECT touchpoint_key, metric, score, count(*) FILTER (WHERE ${now}), count(*) FROM bench_event WHERE ${when} AND kind = 'answer' GROUP BY 1, 2, 3`,
    ),
  ]);
}

async function askClickHouse<Row>(query: string): Promise<Row[]> {
  return (await clickhouse.query({ query, format: "JSONEachRow" })).json<Row>();
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
