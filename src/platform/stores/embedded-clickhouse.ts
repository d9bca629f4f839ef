import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";
import { serverXml, usersXml } from "./clickhouse-settings.ts";
import { type DataDirLayout, makeServiceDir, writeSettings } from "./data-dir.ts";
import { isRunningAs, stopProcess } from "./processes.ts";
import type { ClickhouseAddress } from "./run-file.ts";
import { commandAs, type ServiceAccount } from "./service-account.ts";
import { lastLines, openLog, serviceEnv } from "./service-process.ts";

/** The user of the application; the databases it may use begin with this name. */
const applicationUser = "parcours";
const program = fileURLToPath(new URL("clickhouse-child.ts", import.meta.url));

/** Opens the port, then never ends: the server lives as long as its last query. */
const serve = `SYSTEM START LISTEN HTTP;
WITH RECURSIVE tick AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM tick WHERE sleep(1) = 0) SELECT count() FROM tick
SETTINGS max_recursive_cte_evaluation_depth = 1000000000, function_sleep_max_microseconds_per_block = 0`;

export interface EmbeddedClickhouse {
  address: ClickhouseAddress;
  /** Ends the server; every acknowledged insert is on disk. */
  stop(): Promise<void>;
}

/**
 * Starts the ClickHouse inside the chdb library on a free loopback port.
 * @throws AppError `store_unavailable` with the end of its log.
 */
export async function startClickhouse(
  layout: DataDirLayout,
  account: ServiceAccount | null,
  { clickhouseMemoryMib: memoryMib }: Pick<Config, "clickhouseMemoryMib">,
): Promise<EmbeddedClickhouse> {
  const library = clickhouseLibrary();
  const config = join(layout.settings, "clickhouse.xml");
  const usersFile = join(layout.settings, "clickhouse-users.xml");
  const log = join(layout.logs, "clickhouse.log");
  const settings = { usersFile, user: applicationUser, password: randomBytes(24).toString("base64url"), memoryMib };

  makeServiceDir(layout.clickhouse, account);
  writeSettings(config, serverXml(settings), account);
  writeSettings(usersFile, usersXml(settings), account);

  // A port found free may be taken before it is used.
  for (let attempt = 1; ; attempt += 1) {
    await stopOrphan(layout.clickhouse);
    const port = await freePort();
    const args = [
      "--path",
      layout.clickhouse,
      "--config-file",
      config,
      "--listen_host",
      "127.0.0.1",
      "--http_port",
      `${port}`,
    ];
    const flags = [program, library, "clickhouse", ...args, "--query", serve];
    const {
      file,
      args: command,
      ...owner
    } = commandAs(account, process.execPath, flags, [library, program, layout.settings]);
    const output = openLog(log);
    const child = spawn(file, command, {
      ...owner,
      env: serviceEnv(layout.clickhouse),
      cwd: layout.clickhouse,
      // A session of its own: Ctrl-C in a terminal must reach us first, and it only through us.
      detached: true,
      stdio: ["ignore", output.fd, output.fd, "ipc"],
    });
    output.close();
    child.unref();
    child.channel?.unref();
    const address = {
      url: `http://127.0.0.1:${port}`,
      user: settings.user,
      password: settings.password,
      pid: child.pid ?? 0,
    };
    if (await becomesReady(child, address)) return { address, stop: () => stopServer(child) };
    await stopServer(child);
    if (attempt === 3) {
      throw new AppError("store_unavailable", `ClickHouse did not start. The end of ${log}:\n${lastLines(log)}`, {
        remedy: "Run `npx parcours doctor`, or set CLICKHOUSE_URL.",
      });
    }
  }
}

/** The path of the library. */
export function clickhouseLibrary(): string {
  const name = `@chdb/lib-linux-${process.arch}-gnu`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "libchdb.so");
  } catch (cause) {
    throw new AppError("store_unavailable", `The package ${name} is not installed.`, {
      remedy: "Run npm ci on Linux x64 with glibc, or set CLICKHOUSE_URL.",
      cause,
    });
  }
}

/** The server goes with its owner; one that could not is ended here. */
async function stopOrphan(dir: string): Promise<void> {
  let status: string;
  try {
    status = readFileSync(join(dir, "status"), "utf8");
  } catch {
    return;
  }
  const pid = Number(/^PID: (\d+)$/m.exec(status)?.[1]);
  if (!isRunningAs(pid, [program, dir])) return;
  if (!(await stopProcess(pid, "SIGKILL", 10_000))) {
    throw new AppError("data_dir_in_use", `A ClickHouse left from before (pid ${pid}) does not stop.`, {
      remedy: `Run kill -9 ${pid}.`,
    });
  }
}

/** Only our own server knows the password, so another program on the port cannot pass for it. */
async function becomesReady(child: ChildProcess, address: ClickhouseAddress): Promise<boolean> {
  const client = createClient({
    url: address.url,
    username: address.user,
    password: address.password,
    request_timeout: 10_000,
    // It refuses until it is ready: no news.
    log: { level: ClickHouseLogLevel.OFF },
  });
  const deadline = performance.now() + 60_000;
  let failed = false;
  child.once("error", () => (failed = true));
  try {
    while (!failed && child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
      if ((await client.ping({ select: true })).success) return true;
      await sleep(15);
    }
    return false;
  } finally {
    await client.close();
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.ref();
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("a TCP server without a port");
  return address.port;
}
