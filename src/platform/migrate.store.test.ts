import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestStores, testStores } from "../testing/stores.ts";
import { migrate, pendingMigrations } from "./migrate.ts";

let stores: TestStores;
let dir: string;

beforeEach(async () => {
  stores = await testStores();
  // The product's own history is not the matter here.
  await stores.pool.query("DELETE FROM schema_migration");
  dir = mkdtempSync(join(tmpdir(), "parcours-test-"));
  for (const kind of ["postgres", "clickhouse"]) mkdirSync(join(dir, kind));
  put("postgres/0001_a.sql", "CREATE TABLE a (x integer); CREATE INDEX a_x ON a (x);");
  put("clickhouse/0001_c.sql", "CREATE TABLE IF NOT EXISTS c (x Int8) ENGINE = MergeTree ORDER BY x;");
});
afterEach(async () => {
  rmSync(dir, { recursive: true });
  await stores.close();
});

const put = (name: string, sql: string): void => writeFileSync(join(dir, name), sql);
const run = (): Promise<string[]> => migrate({ ...stores, dir });

test("[P16] what has not run is run once, in order, in both stores", async () => {
  expect(await pendingMigrations({ ...stores, dir })).toEqual(["postgres/0001_a.sql", "clickhouse/0001_c.sql"]);
  expect(await run()).toEqual(["postgres/0001_a.sql", "clickhouse/0001_c.sql"]);
  expect(await run()).toEqual([]);
  put("postgres/0002_b.sql", "ALTER TABLE a ADD COLUMN y integer");
  expect(await pendingMigrations({ ...stores, dir })).toEqual(["postgres/0002_b.sql"]);
  expect(await run()).toEqual(["postgres/0002_b.sql"]);
});

test("[P16] two processes that migrate at once run each file once", async () => {
  const ran = await Promise.all([run(), run(), run()]);
  expect(ran.flat().toSorted()).toEqual(["clickhouse/0001_c.sql", "postgres/0001_a.sql"]);
});

test("[P17] a file edited after it ran is refused, but for its line ends", async () => {
  await run();
  put("postgres/0001_a.sql", "CREATE TABLE a (x integer); CREATE INDEX a_x ON a (x); ");
  await expect(run()).rejects.toMatchObject({ code: "migration_failed", message: expect.stringContaining("edited") });
  put("clickhouse/0001_c.sql", "CREATE TABLE IF NOT EXISTS c (x Int8) ENGINE = MergeTree ORDER BY x;");
  put("postgres/0001_a.sql", "CREATE TABLE a (x integer); CREATE INDEX a_x ON a (x);");
  put("postgres/0002_b.sql", "SELECT 1;\nSELECT 2;\n");
  await run();
  put("postgres/0002_b.sql", "SELECT 1;\r\nSELECT 2;\r\n");
  expect(await run()).toEqual([]);
});

test("[P17] a gap, a repeated number and a newer database are refused", async () => {
  put("postgres/0003_d.sql", "SELECT 1");
  await expect(run()).rejects.toThrow("0003_d.sql breaks the row of numbers");
  rmSync(join(dir, "postgres/0003_d.sql"));
  put("postgres/0001_b.sql", "SELECT 1");
  await expect(run()).rejects.toThrow("0001_b.sql breaks the row of numbers");
  rmSync(join(dir, "postgres/0001_b.sql"));
  put("postgres/0002_b.sql", "SELECT 1");
  await run();
  rmSync(join(dir, "postgres/0002_b.sql"));
  await expect(run()).rejects.toThrow("0002_b.sql of postgres, which this version of the program does not know");
});

test("[P18] a PostgreSQL file that fails leaves nothing of itself", async () => {
  put("postgres/0002_b.sql", "CREATE TABLE b (x integer); CREATE TABLE b (x integer);");
  await expect(run()).rejects.toThrow("0002_b.sql of postgres failed: relation");
  const { rows } = await stores.pool.query("SELECT to_regclass('b') AS b, to_regclass('a')::text AS a");
  expect(rows).toEqual([{ b: null, a: "a" }]);
});

test("[P18] a ClickHouse file that ended half-way is run again as a whole", async () => {
  const first = "CREATE TABLE IF NOT EXISTS d (x Int8) ENGINE = MergeTree ORDER BY x;";
  put("clickhouse/0002_d.sql", `${first} CREATE TABLE IF NOT EXISTS e (x Nonsense) ENGINE = MergeTree ORDER BY x;`);
  await expect(run()).rejects.toThrow("0002_d.sql of clickhouse");
  put("clickhouse/0002_d.sql", `${first} CREATE TABLE IF NOT EXISTS e (x Int8) ENGINE = MergeTree ORDER BY x;`);
  expect(await run()).toEqual(["clickhouse/0002_d.sql"]);
});

test("[P18] a ClickHouse database made anew under the same name is migrated from the start", async () => {
  await run();
  const other = await testStores();
  try {
    const again = await migrate({ pool: stores.pool, clickhouse: other.clickhouse, dir });
    expect(again).toEqual(["clickhouse/0001_c.sql"]);
  } finally {
    await other.close();
  }
});

test("[P18] every statement of the product's own ClickHouse migrations can be run again", async () => {
  const product = new URL("../../migrations", import.meta.url);
  cpSync(new URL(`${product.href}/clickhouse`), join(dir, "clickhouse"), { recursive: true });
  rmSync(join(dir, "clickhouse/0001_c.sql"));
  const ran = await run();
  expect(ran.length).toBeGreaterThan(1);
  await stores.pool.query("DELETE FROM schema_migration WHERE store <> 'postgres'");
  expect(await run()).toEqual(ran.filter((name) => name.startsWith("clickhouse/")));
});
