import type { ClickHouseError } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type TestStores, testStores } from "../../testing/stores.ts";

let stores: TestStores;
beforeAll(async () => {
  stores = await testStores();
});
afterAll(() => stores.close());

const credentials = (user: string, password: string): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
});

async function ask(
  query: string,
  headers: Record<string, string>,
  parameters = "",
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${inject("stores").clickhouse.url}/${parameters}`, {
    method: "POST",
    body: query,
    headers,
  });
  return { status: response.status, text: await response.text() };
}

test("[P11] ClickHouse has no handler for whoever does not have the application's password", async () => {
  const strangers = [{}, credentials("default", ""), credentials("parcours", "guess")];
  const stop = await Promise.all(strangers.map((headers) => ask("SYSTEM STOP LISTEN HTTP", headers)));
  expect(stop.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await ask("SELECT 1", {}, "?user=default")).status).toBe(404);
});

test("[P11] the user of the library's own session can read nothing", async () => {
  const { user, password } = inject("stores").clickhouse;
  const asDefault = (query: string) => ask(query, credentials(user, password), "?user=default");
  expect((await asDefault("SELECT currentUser()")).text.trim()).toBe("default");
  const refused = await Promise.all(
    [
      "SELECT count() FROM parcours.event",
      "SELECT * FROM system.processes",
      "SELECT * FROM file('/etc/passwd', 'LineAsString')",
      "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
      "CREATE TABLE default.mine (a UInt8) ENGINE = Memory",
      "CREATE USER mine",
    ].map(asDefault),
  );
  for (const answer of refused) expect(answer.text).toMatch(/ACCESS_DENIED|UNKNOWN_TABLE/);
});

test("[P12] the application may neither read files, nor reach other servers, nor leave its own databases", async () => {
  const queries = [
    "SELECT * FROM file('/etc/passwd', 'LineAsString')",
    "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
    "SELECT * FROM s3('http://127.0.0.1:1/bucket/key', 'LineAsString')",
    "SELECT * FROM remote('127.0.0.2', system.one)",
    "INSERT INTO FUNCTION file('/tmp/x', 'LineAsString') SELECT 'x'",
    "CREATE DATABASE other",
    "CREATE USER mine",
    "SYSTEM STOP LISTEN HTTP",
  ];
  const reasons = await Promise.all(
    queries.map((query) =>
      stores.clickhouse.command({ query }).then(
        () => query,
        (error: ClickHouseError) => error.type,
      ),
    ),
  );
  expect(reasons).toEqual(queries.map(() => "ACCESS_DENIED"));
});

test("[P13] a query that asks for more memory than it may have fails alone", async () => {
  const query = "SELECT groupArray(repeat('x', 1000) || toString(number)) FROM numbers(10000000)";
  await expect(stores.clickhouse.query({ query }).then((result) => result.text())).rejects.toMatchObject({
    code: "241",
  });
  expect((await stores.clickhouse.ping({ select: true })).success).toBe(true);
});
