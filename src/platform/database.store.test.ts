import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestStores, testStores } from "../testing/stores.ts";

let stores: TestStores;
beforeAll(async () => {
  stores = await testStores();
});
afterAll(() => stores.close());

test("[P19] counts are numbers, dates are text without a time zone, instants are Date", async () => {
  const query =
    "SELECT count(*) AS n, date '2026-03-29' AS day, timestamptz '2026-03-29T01:30Z' AS at FROM pg_class WHERE false";
  const { rows } = await stores.pool.query(query);
  expect(rows).toEqual([{ n: 0, day: "2026-03-29", at: new Date("2026-03-29T01:30:00Z") }]);
});

test("[P19] a whole number too large to be exact is an error, never a wrong number", async () => {
  await expect(stores.pool.query("SELECT 9007199254740993::int8 AS n")).rejects.toThrow("does not fit");
});

test("[P19] a room reads its tables through its own type of the database", async () => {
  const db = stores.db.withTables<{ workspace: { id: string; name: string } }>();
  expect(await db.selectFrom("workspace").select(["id", "name"]).execute()).toEqual([]);
});
