import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrationsDir } from "../testing/names.ts";
import { readConfig } from "./config.ts";
import { examine } from "./doctor.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "parcours-test-"));
  mkdirSync(join(dir, "web"));
  writeFileSync(join(dir, "web/index.html"), "");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const look = (env: NodeJS.ProcessEnv, webDir = join(dir, "web")) =>
  examine({ config: readConfig({ DATA_DIR: join(dir, "data"), PORT: "0", ...env }), migrationsDir, webDir });

test("[P22] a sound installation passes every check, from Node to the web app", async () => {
  const checks = await look({});
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(checks.map((check) => check.id)).toEqual([
    "node",
    "data-dir",
    "disk",
    "owner",
    "postgres-program",
    "clickhouse-library",
    "port",
    "stores",
    "migrations",
    "web",
  ]);
});

test("[P22] what is wrong is told with its remedy, and the rest is looked at all the same", async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const own = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", CLICKHOUSE_URL: "http://127.0.0.1:1" };
  const checks = await look({ ...own, PORT: `${port}` }, join(dir, "nowhere")).finally(() => taken.close());
  const wrong = checks.filter((check) => !check.ok);
  expect(wrong.map((check) => check.id)).toEqual(["port", "stores", "web"]);
  expect(wrong.map((check) => check.remedy)).toEqual([
    expect.stringContaining("PORT"),
    expect.stringContaining("DATABASE_URL"),
    expect.stringContaining("npm start"),
  ]);
});
