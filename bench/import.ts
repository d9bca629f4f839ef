import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, chmodSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { Worker } from "node:worker_threads";
import { parse } from "csv-parse";
import { type ActivityDeps, runImportFromFiles } from "#activity/index.ts";
import type { MappingInput } from "#activity/model.ts";
import { migrationsDir } from "#app/places.ts";
import { readConfig } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { openStores } from "#platform/stores/stores.ts";
import { createWorkspace } from "#workspace/index.ts";
import { printReport } from "./report.ts";

/**
 * Rows a second and memory of an import, beside two peers on the same file in the same run: csv-parse, which only cuts
 * the file into cells, and ClickHouse's own CSV reader, which stores it without people, keys or quarantine.
 *   node bench/import.ts [rows = 1000000] [runs = 3]
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const runs = Number(process.argv[3] ?? 3);

const mapping: MappingInput = {
  version: 1,
  name: "Bench",
  timeZone: "Europe/Paris",
  files: { answers: { file: "answers.csv" } },
  people: [{ kind: "customer", column: "customer" }],
  properties: {
    shop: "shop",
    delay: { days: ["ordered", "answered"], bands: [{ upTo: 7, label: "a week" }, { label: "more" }] },
  },
  records: [
    {
      shape: "answer",
      file: "answers",
      touchpoint: { column: "touchpoint" },
      when: "answered",
      metric: "nps",
      score: "score",
      comment: "comment",
      case: "order",
    },
  ],
};

const dataDir = mkdtempSync(join(tmpdir(), "parcours-bench-"));
chmodSync(dataDir, 0o755);
const file = join(dataDir, "answers.csv");
await writeRows(file, rows);

const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
const stores = await openStores(readConfig({ DATA_DIR: dataDir }), { log, mode: "serve" });
try {
  await migrate({ pool: stores.pool, clickhouse: stores.clickhouse, dir: migrationsDir });
  const deps: ActivityDeps = {
    ...stores,
    dataDir,
    now: () => new Date(),
    newId: () => randomUUID(),
    ensureJourney: async () => undefined,
  };
  const ours: number[] = [];
  const again: number[] = [];
  const cut: number[] = [];
  const stored: number[] = [];
  const answers: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const workspace = await createWorkspace({ db: stores.db, log }, null, {
      name: "Bench",
      locale: "en",
      timeZone: "Europe/Paris",
    });
    const work = () => runImportFromFiles(deps, { workspaceId: workspace.id, mapping, paths: [file] });
    const site = await watchedSite();
    ours.push(await rate(async () => check(await work(), rows)));
    answers.push(...(await site.close()));
    again.push(await rate(async () => check(await work(), 0)));
    cut.push(await rate(cutIntoCells));
    stored.push(await rate(() => storeAsIs(stores.clickhouse)));
  }
  printReport(
    { title: `import of ${rows.toLocaleString("en")} rows`, unit: "rows/s", better: "more" },
    { name: "Parcours", values: ours },
    { name: "the same file again", values: again },
    { name: "csv-parse", values: cut },
    { name: "ClickHouse CSV", values: stored },
  );
  const [half, most, all] = [0.5, 0.99, 1].map((share) => `${quantile(answers, share)} ms`);
  console.log(`largest memory of this process: ${await peakMemory()} MiB`);
  console.log(`its answers meanwhile: half within ${half}, 99 % within ${most}, all within ${all}`);
} finally {
  await stores.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Three contacts a customer, some comments with quotes and new lines. */
async function writeRows(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write("customer,order,touchpoint,ordered,answered,score,shop,comment\n");
  for (let at = 0; at < count; at += 1) {
    const day = new Date(Date.UTC(2024, 0, 1) + (at % 500) * 86_400_000 + (at % 86_400) * 1000)
      .toISOString()
      .slice(0, 19)
      .replace("T", " ");
    const comment = at % 5 === 0 ? `"Livré ""en retard"",\nle ${at}e"` : "";
    const line = `customer-${at % Math.ceil(count / 3)},order-${at},touchpoint ${at % 12},2024-01-01,${day},${at % 11},shop ${at % 40},${comment}\n`;
    if (!out.write(line)) await new Promise<void>((done) => out.once("drain", () => done()));
  }
  out.end();
  await finished(out);
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return rows / ((performance.now() - begin) / 1000);
}

function check(report: Awaited<ReturnType<typeof runImportFromFiles>>, expected: number): void {
  if (report.status !== "done" || report.counts?.newAnswers !== expected)
    throw new Error(`not the import that was asked for: ${JSON.stringify(report)}`);
}

async function cutIntoCells(): Promise<void> {
  let count = 0;
  for await (const _ of createReadStream(file).pipe(parse())) count += 1;
  if (count !== rows + 1) throw new Error(`csv-parse read ${count} rows`);
}

async function storeAsIs(clickhouse: ActivityDeps["clickhouse"]): Promise<void> {
  await clickhouse.command({
    query:
      "CREATE OR REPLACE TABLE bench (customer String, `order` String, touchpoint String, ordered String, answered String, score UInt8, shop String, comment String) ENGINE = MergeTree ORDER BY customer",
  });
  const { stream } = await clickhouse.exec({
    query: "INSERT INTO bench FORMAT CSVWithNames",
    values: createReadStream(file),
  });
  await stream.resume().toArray();
}

/** A server in this process that another thread asks without pause; closing it tells how long each answer took, in milliseconds. */
async function watchedSite(): Promise<{ close(): Promise<number[]> }> {
  const server = createServer((_, response) => response.end("well"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const worker = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     let on = true; const took = [];
     parentPort.on("message", () => { on = false; });
     (async () => {
       while (on) {
         const begin = performance.now();
         await (await fetch("http://127.0.0.1:" + workerData)).text();
         took.push(performance.now() - begin);
         await new Promise((done) => setTimeout(done, 5));
       }
       parentPort.postMessage(took);
       parentPort.close();
     })();`,
    { eval: true, workerData: port },
  );
  return {
    close: async () => {
      const answer = new Promise<number[]>((done) => worker.once("message", done));
      worker.postMessage("stop");
      const took = await answer;
      server.closeAllConnections();
      server.close();
      return took;
    },
  };
}

async function peakMemory(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}
