import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, inject, test, vi } from "vitest";
import { readConfig } from "../config.ts";
import { dataDirLayout } from "./data-dir.ts";
import { isRunning } from "./processes.ts";
import { readRunFile } from "./run-file.ts";
import { openStores, type Stores } from "./stores.ts";

// Many starts of real servers, on a disk that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const log = { info: () => undefined, warn: () => undefined };
const ownerProgram = fileURLToPath(new URL("../../testing/store-owner.ts", import.meta.url));
const isRoot = process.getuid?.() === 0;

const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

function newDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "parcours-test-"));
  chmodSync(dir, 0o755);
  undo.push(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, "data");
}

async function open(dataDir: string, mode: "serve" | "attach", env: NodeJS.ProcessEnv = {}): Promise<Stores> {
  const stores = await openStores(readConfig({ DATA_DIR: dataDir, ...env }), { log, mode });
  undo.push(() => stores.close());
  return stores;
}

function serverPids(dataDir: string): number[] {
  const stores = readRunFile(dataDirLayout(dataDir).run)?.stores;
  return [stores?.postgres?.pid, stores?.clickhouse?.pid].filter((pid) => pid !== undefined);
}

/** Starts a process that owns the data directory; resolves when it has written `count` more numbers, with the last. */
async function startWriter(dataDir: string, count: number): Promise<{ writer: ChildProcess; last: number }> {
  const writer = spawn(process.execPath, [ownerProgram], {
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  undo.push(() => void writer.kill("SIGKILL"));
  let said = "";
  for await (const chunk of writer.stdout ?? []) {
    said += String(chunk);
    const numbers = said.split("\n").slice(0, -1);
    if (numbers.length >= count) return { writer, last: Number(numbers.at(-1)) };
  }
  throw new Error(`the writer ended with ${writer.exitCode} after: ${said}`);
}

async function kill(writer: ChildProcess): Promise<void> {
  const ended = new Promise((done) => writer.once("exit", done));
  writer.kill("SIGKILL");
  await ended;
}

async function written(stores: Stores): Promise<{ postgres: number; clickhouse: number }> {
  const { rows } = await stores.pool.query<{ n: number }>("SELECT count(*) AS n FROM written");
  const result = await stores.clickhouse.query({
    query: "SELECT uniqExact(n) AS n FROM written",
    format: "JSONEachRow",
  });
  const [row] = await result.json<{ n: number }>();
  return { postgres: rows[0]?.n ?? 0, clickhouse: Number(row?.n) };
}

test("[P2] an empty data directory becomes two answering stores, and closing leaves no process", async () => {
  const dataDir = newDataDir();
  const stores = await open(dataDir, "serve");
  expect(await stores.probe()).toEqual({ postgres: null, clickhouse: null });
  expect(stores.owner).toBe(true);
  const pids = serverPids(dataDir);
  expect(pids.map(isRunning)).toEqual([true, true]);
  await stores.close();
  expect(pids.map(isRunning)).toEqual([false, false]);
  expect(readRunFile(dataDirLayout(dataDir).run)).toBeNull();
});

test("[P3] secrets in the data directory are for its owner, and PostgreSQL opens no port", async () => {
  const dataDir = newDataDir();
  const { pool } = await open(dataDir, "serve");
  expect(statSync(join(dataDir, "run.json")).mode & 0o077).toBe(0);
  expect(statSync(join(dataDir, "settings")).mode & 0o007).toBe(0);
  const { rows } = await pool.query(
    "SELECT current_setting('listen_addresses') AS listens, current_setting('fsync') AS fsync",
  );
  expect(rows).toEqual([{ listens: "", fsync: "on" }]);
  const { rows: roles } = await pool.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
  expect(roles).toEqual([{ rolsuper: false }]);
});

test("[P4] a second server on the same data directory is refused with the process to stop", async () => {
  const dataDir = newDataDir();
  const first = await open(dataDir, "serve");
  await expect(open(dataDir, "serve")).rejects.toMatchObject({
    code: "data_dir_in_use",
    message: expect.stringContaining(`pid ${process.pid}`),
    remedy: expect.stringContaining("DATA_DIR"),
  });
  expect(await first.probe()).toEqual({ postgres: null, clickhouse: null });
});

test("[P5] attaching uses the stores of a living owner, and starts them where there is none", async () => {
  const dataDir = newDataDir();
  const alone = await open(dataDir, "attach");
  expect(alone.owner).toBe(true);
  const guest = await open(dataDir, "attach");
  expect(guest.owner).toBe(false);
  await guest.close();
  expect(await alone.probe()).toEqual({ postgres: null, clickhouse: null });
});

test("[P5] attaching to an owner that is still starting waits for it", async () => {
  const dataDir = newDataDir();
  const [first, second] = await Promise.all([open(dataDir, "attach"), open(dataDir, "attach")]);
  expect([first, second].filter((stores) => stores.owner)).toHaveLength(1);
});

test("[P6] after kill -9 of the owner, again and again, everything acknowledged is there", async () => {
  const dataDir = newDataDir();
  for (let round = 0; round < 3; round += 1) {
    const { writer, last } = await startWriter(dataDir, 20);
    await kill(writer);
    const stores = await open(dataDir, "serve");
    const { postgres, clickhouse } = await written(stores);
    expect(postgres).toBeGreaterThanOrEqual(last);
    expect(clickhouse).toBeGreaterThanOrEqual(postgres);
    await stores.close();
  }
});

test("[P6] after kill -9 of the owner and of both servers the next start works", async () => {
  const dataDir = newDataDir();
  const { writer, last } = await startWriter(dataDir, 20);
  const pids = serverPids(dataDir);
  await kill(writer);
  for (const pid of pids.filter(isRunning)) process.kill(pid, "SIGKILL");
  const stores = await open(dataDir, "serve");
  expect((await written(stores)).postgres).toBeGreaterThanOrEqual(last);
});

test("[P6] ClickHouse ends with an owner that was killed", async () => {
  const dataDir = newDataDir();
  const { writer } = await startWriter(dataDir, 1);
  const [postgres, clickhouse] = serverPids(dataDir);
  await kill(writer);
  await vi.waitUntil(() => clickhouse !== undefined && !isRunning(clickhouse), { timeout: 10_000 });
  // PostgreSQL goes on alone until the next owner ends it.
  await (await open(dataDir, "serve")).close();
  expect(postgres !== undefined && isRunning(postgres)).toBe(false);
});

test("[P6] after kill -9 at any moment of the first start the next one works", async () => {
  for (const moment of [150, 350, 550, 750]) {
    const dataDir = newDataDir();
    const writer = spawn(process.execPath, [ownerProgram], { env: { PATH: process.env["PATH"], DATA_DIR: dataDir } });
    await sleep(moment);
    await kill(writer);
    const stores = await open(dataDir, "serve");
    expect(await stores.probe(), `killed after ${moment} ms`).toEqual({ postgres: null, clickhouse: null });
    await stores.close();
  }
});

test("[P7] a process id in postmaster.pid that another program has by now does not stop the start", async () => {
  const dataDir = newDataDir();
  await (await open(dataDir, "serve")).close();
  writeFileSync(join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n${join(dataDir, "postgres")}\n`);
  expect(await (await open(dataDir, "serve")).probe()).toEqual({ postgres: null, clickhouse: null });
});

test.runIf(isRoot)("[P8] root may keep the data directory where no other account can pass", async () => {
  const parent = newDataDir();
  mkdirSync(parent, { mode: 0o700 });
  const dataDir = join(parent, "data");
  const stores = await open(dataDir, "serve");
  expect(await stores.probe()).toEqual({ postgres: null, clickhouse: null });
  const status = serverPids(dataDir).map((pid) => readFileSync(`/proc/${pid}/status`, "utf8"));
  const field = (text: string, name: string): string | undefined =>
    new RegExp(`^${name}:\\s*(\\S+)`, "m").exec(text)?.[1];
  // Bit 2 is CAP_DAC_READ_SEARCH: reading past folders is all that is left of root.
  expect(status.map((text) => field(text, "CapEff"))).toEqual(["0000000000000004", "0000000000000004"]);
  expect(status.map((text) => field(text, "Uid"))).not.toContain("0");
});

test("[P9] a data directory whose path is too long for a socket gets a short folder for it", async () => {
  const dataDir = join(newDataDir(), "a-rather-long-name-of-a-folder".repeat(4));
  const stores = await open(dataDir, "serve");
  expect(await stores.probe()).toEqual({ postgres: null, clickhouse: null });
  const socketDir = readRunFile(dataDirLayout(dataDir).run)?.stores?.postgres?.socketDir ?? "";
  undo.push(() => rmSync(socketDir, { recursive: true, force: true }));
  expect(socketDir.startsWith(tmpdir())).toBe(true);
  expect(statSync(socketDir).mode & 0o777).toBe(0o700);
});

test("[P10] servers given by URL replace the embedded ones", async () => {
  const { postgres, clickhouse } = inject("stores");
  const own = {
    DATABASE_URL: `postgres:///parcours?host=${postgres.socketDir}&user=parcours`,
    CLICKHOUSE_URL: clickhouse.url.replace("//", `//${clickhouse.user}:${clickhouse.password}@`).concat("/parcours"),
  };
  const dataDir = newDataDir();
  const stores = await open(dataDir, "serve", own);
  expect(await stores.probe()).toEqual({ postgres: null, clickhouse: null });
  expect(readdirSync(dataDir)).not.toContain("postgres");
  expect(existsSync(join(dataDir, "clickhouse"))).toBe(false);
  await expect(open(dataDir, "attach")).rejects.toMatchObject({
    code: "config_invalid",
    message: expect.stringContaining("DATABASE_URL and CLICKHOUSE_URL"),
  });
});

test("[P10] a server that does not answer is named, with the variable to check", async () => {
  const own = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", CLICKHOUSE_URL: "http://127.0.0.1:1" };
  await expect(open(newDataDir(), "serve", own)).rejects.toMatchObject({
    code: "store_unavailable",
    remedy: expect.stringContaining("DATABASE_URL"),
  });
});
