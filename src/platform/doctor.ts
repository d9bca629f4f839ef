import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { AppError } from "./errors.ts";
import { pendingMigrations } from "./migrate.ts";
import { dataDirLayout, prepareDataDir } from "./stores/data-dir.ts";
import { clickhouseLibrary } from "./stores/embedded-clickhouse.ts";
import { postgresBinaries } from "./stores/embedded-postgres.ts";
import { acquireOwnerLock } from "./stores/owner-lock.ts";
import { readRunFile } from "./stores/run-file.ts";
import { commandAs, serviceAccount } from "./stores/service-account.ts";
import { openStores, type Stores } from "./stores/stores.ts";

/** One thing looked at in this installation, in the order in which one thing rests on another. */
export interface Check {
  id: string;
  ok: boolean;
  message: string;
  remedy?: string;
}

export interface DoctorOptions {
  config: Config;
  /** Folder of the migrations. */
  migrationsDir: string;
  /** Folder of the built web app. */
  webDir: string;
}

const gib = 1024 ** 3;

/** Looks at everything the product rests on; never throws. Starts the stores for it when nothing else runs them. */
export async function examine({ config, migrationsDir, webDir }: DoctorOptions): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (id: string, look: () => Promise<string> | string): Promise<void> => {
    try {
      checks.push({ id, ok: true, message: await look() });
    } catch (error) {
      checks.push({ id, ok: false, ...explain(error) });
    }
  };
  const layout = dataDirLayout(config.dataDir);
  let owner: number | null = null;

  await check("node", checkNode);
  await check("data-dir", () => checkDataDir(config));
  await check("disk", () => checkDisk(config));
  await check("owner", () => {
    owner = ownerPid(config);
    return owner === null
      ? "Nothing serves from the data directory."
      : `Process ${owner} serves from the data directory.`;
  });
  if (config.databaseUrl === undefined) await check("postgres-program", () => postgresVersion(config));
  if (config.clickhouseUrl === undefined) await check("clickhouse-library", checkLibrary);
  await check("port", () => checkPort(config, owner !== null));

  let stores: Stores | null = null;
  await check("stores", async () => {
    const log = { info: () => undefined, warn: () => undefined };
    stores = await openStores(config, { log, mode: "attach" });
    return stores.owner ? `Both stores start and answer (data in ${layout.root}).` : "Both stores answer.";
  });
  if (stores !== null) {
    const open: Stores = stores;
    await check("migrations", async () => {
      const pending = await pendingMigrations({ ...open, dir: migrationsDir });
      return pending.length === 0
        ? "The schema is up to date."
        : `${pending.length} migrations will run at the next start.`;
    });
    await open.close();
  }
  await check("web", () => checkWeb(webDir));
  return checks;
}

function checkNode(): string {
  if (Number(process.versions.node.split(".")[0]) >= 24) return `Node ${process.versions.node}`;
  throw broken(`Node ${process.versions.node} is too old.`, "Start through npm start, which brings Node 24.");
}

function checkDataDir({ dataDir }: Config): string {
  const account = serviceAccount();
  prepareDataDir(dataDirLayout(dataDir), account);
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  commandAs(account, process.execPath, [], [dataDirLayout(dataDir).settings]);
  return `${dataDir} can be written.`;
}

function checkDisk({ dataDir }: Config): string {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = (bavail * bsize) / gib;
  if (free >= 1) return `${free.toFixed(0)} GiB free`;
  throw broken(
    `Only ${free.toFixed(2)} GiB free at ${dataDir}.`,
    "Free some space, or move DATA_DIR to a larger disk.",
  );
}

function ownerPid({ dataDir }: Config): number | null {
  const layout = dataDirLayout(dataDir);
  const lock = acquireOwnerLock(layout.lock);
  lock?.release();
  return lock === null ? (readRunFile(layout.run)?.pid ?? 0) : null;
}

function postgresVersion({ dataDir }: Config): string {
  const program = join(postgresBinaries(), "postgres");
  const { file, args, ...owner } = commandAs(
    serviceAccount(),
    program,
    ["--version"],
    [dataDirLayout(dataDir).settings],
  );
  return execFileSync(file, args, { ...owner, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

function checkLibrary(): string {
  const library = clickhouseLibrary();
  accessSync(library, constants.R_OK);
  return library;
}

async function checkPort({ host, port }: Config, served: boolean): Promise<string> {
  const server = createServer();
  const code = await new Promise<string | null>((done) => {
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => done(null));
  });
  await new Promise((done) => server.close(done));
  if (code === null) return `${host}:${port} is free.`;
  if (code === "EADDRINUSE" && served) return `${host}:${port} is in use, by the running server it seems.`;
  throw broken(`${host}:${port} cannot be used (${code}).`, "Set PORT or HOST to one that is free.");
}

function checkWeb(webDir: string): string {
  if (existsSync(join(webDir, "index.html"))) return "The web app is built.";
  throw broken("The web app is not built.", "Run npm start, which builds it.");
}

function broken(message: string, remedy: string): AppError {
  return new AppError("internal", message, { remedy });
}

function explain(error: unknown): { message: string; remedy?: string } {
  if (error instanceof AppError) {
    return { message: error.message, ...(error.remedy === undefined ? {} : { remedy: error.remedy }) };
  }
  return { message: error instanceof Error ? error.message : String(error) };
}
