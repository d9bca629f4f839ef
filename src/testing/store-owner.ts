import { readConfig } from "#platform/config.ts";
import { openStores } from "#platform/stores/stores.ts";

// A process that owns a data directory, writes to both stores for ever and says each number once both have it; to be killed.
const log = { info: () => undefined, warn: () => undefined };
const { pool, clickhouse } = await openStores(readConfig(process.env), { log, mode: "serve" });
await pool.query("CREATE TABLE IF NOT EXISTS written (n integer PRIMARY KEY)");
await clickhouse.command({ query: "CREATE TABLE IF NOT EXISTS written (n UInt32) ENGINE = MergeTree ORDER BY n" });
const { rows } = await pool.query<{ next: number }>("SELECT coalesce(max(n), 0) + 1 AS next FROM written");
for (let n = rows[0]?.next ?? 1; ; n += 1) {
  await clickhouse.insert({ table: "written", values: [{ n }], format: "JSONEachRow" });
  await pool.query("INSERT INTO written VALUES ($1)", [n]);
  process.stdout.write(`${n}\n`);
}
