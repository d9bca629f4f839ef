import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestStores, testStores } from "./stores.ts";

let stores: TestStores;
beforeAll(async () => {
  stores = await testStores();
});
afterAll(() => stores.close());

test("every test file gets migrated and empty stores of its own", async () => {
  const other = await testStores();
  try {
    await other.pool.query("INSERT INTO workspace (name, locale, time_zone) VALUES ('A', 'fr', 'Europe/Paris')");
    const { rows } = await stores.pool.query("SELECT count(*) AS n FROM workspace");
    expect(rows).toEqual([{ n: 0 }]);
    const result = await stores.clickhouse.query({ query: "SELECT count() AS n FROM event", format: "JSONEachRow" });
    expect(await result.json()).toEqual([{ n: 0 }]);
  } finally {
    await other.close();
  }
});
