import { realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import type pg from "pg";
import type { Config } from "../config.ts";
import { createDatabase, createPool, type Database } from "../database.ts";
import { AppError } from "../errors.ts";
import { type DataDirLayout, dataDirLayout, prepareDataDir } from "./data-dir.ts";
import { startClickhouse } from "./embedded-clickhouse.ts";
import { postgresConnection, startPostgres } from "./embedded-postgres.ts";
import { acquireOwnerLock, type OwnerLock } from "./owner-lock.ts";
import { isRunning } from "./processes.ts";
import {
  type ClickhouseAddress,
  type PostgresAddress,
  readRunFile,
  removeRunFile,
  type RunFile,
  writeRunFile,
} from "./run-file.ts";
import { serviceAccount } from "./service-account.ts";

/** Where the stores say what they are doing. */
export interface StoreLog {
  info(message: string): void;
  warn(message: string): void;
}

/** Both stores, open. */
export interface Stores {
  pool: pg.Pool;
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  /** Whether this process holds the data directory, and so runs the embedded servers. */
  owner: boolean;
  /** Asks both stores for a sign of life; null means well, a sentence says what is wrong. */
  probe(): Promise<{ postgres: string | null; clickhouse: string | null }>;
  /** Lets go of both stores and stops the servers that this process started. */
  close(): Promise<void>;
}

export interface OpenOptions {
  log: StoreLog;
  /** `serve` must own the data directory; `attach` uses the servers of a living owner, or becomes the owner itself. */
  mode: "serve" | "attach";
}

interface Addresses {
  postgres: PostgresAddress | null;
  clickhouse: ClickhouseAddress | null;
}

type Undo = () => Promise<void> | void;

/** How long to wait for an owner that is itself still starting, in milliseconds. */
const ownerPatience = 60_000;
/** `uuidv7()` is new in PostgreSQL 18. */
const oldestPostgres = 18;

/**
 * Opens PostgreSQL and ClickHouse: servers given by URL, embedded ones otherwise, both at once.
 * @throws AppError `data_dir_in_use` when another process serves from the data directory; `data_dir_unusable` when it
 *   cannot be written; `store_unavailable` when a store does not answer.
 */
export async function openStores(config: Config, { log, mode }: OpenOptions): Promise<Stores> {
  const account = serviceAccount();
  prepareDataDir(dataDirLayout(config.dataDir), account);
  const layout = dataDirLayout(realpathSync(config.dataDir));
  const claim = await claimOrFind(layout, mode);
  const undo: Undo[] = [];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of undo.splice(0).toReversed()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "The stores did not close cleanly.");
  };
  try {
    if (claim.lock === null) {
      checkSameStores(config, claim.addresses);
      return await connect(config, claim.addresses, { owner: false, log, undo, close });
    }
    const lock = claim.lock;
    undo.push(
      () => lock.release(),
      () => removeRunFile(layout.run),
    );
    writeRunFile(layout.run, { pid: process.pid });
    const [postgres, clickhouse] = await bothOrNone(
      timed("PostgreSQL", log, async () => (config.databaseUrl ? null : startPostgres(layout, account))),
      timed("ClickHouse", log, async () => (config.clickhouseUrl ? null : startClickhouse(layout, account, config))),
    );
    undo.push(async () => {
      await Promise.all([postgres?.stop(), clickhouse?.stop()]);
    });
    const addresses = { postgres: postgres?.address ?? null, clickhouse: clickhouse?.address ?? null };
    const stores = await connect(config, addresses, { owner: true, log, undo, close });
    writeRunFile(layout.run, { pid: process.pid, stores: addresses });
    return stores;
  } catch (error) {
    await close();
    throw error;
  }
}

type Claim = { lock: OwnerLock } | { lock: null; addresses: Addresses };

async function claimOrFind(layout: DataDirLayout, mode: OpenOptions["mode"]): Promise<Claim> {
  const deadline = performance.now() + ownerPatience;
  for (;;) {
    const lock = acquireOwnerLock(layout.lock);
    if (lock !== null) return { lock };
    const owner = readRunFile(layout.run);
    if (mode === "serve") throw inUse(layout, owner);
    // The next owner has not replaced what a killed one said when that one no longer runs.
    if (owner?.stores !== undefined && isRunning(owner.pid)) return { lock: null, addresses: owner.stores };
    if (performance.now() > deadline) throw inUse(layout, owner);
    await sleep(50);
  }
}

function inUse(layout: DataDirLayout, owner: RunFile | null): AppError {
  const who = owner === null ? "another process" : `another process (pid ${owner.pid})`;
  return new AppError("data_dir_in_use", `The data directory ${layout.root} is in use by ${who}.`, {
    remedy: "Stop that process, or set DATA_DIR to another folder.",
  });
}

/** An owner that uses servers by URL does not tell their secrets: whoever attaches must have the same settings. */
function checkSameStores(config: Config, addresses: Addresses): void {
  const missing = [
    ...(addresses.postgres === null && config.databaseUrl === undefined ? ["DATABASE_URL"] : []),
    ...(addresses.clickhouse === null && config.clickhouseUrl === undefined ? ["CLICKHOUSE_URL"] : []),
  ];
  if (missing.length === 0) return;
  throw new AppError("config_invalid", `The running server uses ${missing.join(" and ")}, which is not set here.`, {
    remedy: "Set it as for the server.",
  });
}

async function connect(
  config: Config,
  addresses: Addresses,
  { owner, log, undo, close }: { owner: boolean; log: StoreLog; undo: Undo[]; close: () => Promise<void> },
): Promise<Stores> {
  const pool = createPool(poolConfig(config, addresses.postgres));
  // Without a listener a lost idle connection would end the process; the next query gets a new one.
  const onLost = (error: Error): void => log.warn(`PostgreSQL: an idle connection was lost: ${error.message}`);
  pool.on("error", onLost);
  undo.push(() => {
    // The server may stop before the last connection is quite gone.
    pool.off("error", onLost).on("error", () => undefined);
    return pool.end();
  });
  const clickhouse = createClient(await clickhouseConfig(config, addresses.clickhouse));
  undo.push(() => clickhouse.close());
  const stores: Stores = {
    pool,
    db: createDatabase(pool),
    clickhouse,
    owner,
    probe: () => probe(pool, clickhouse),
    close,
  };
  const version = await postgresVersion(pool);
  if (version < oldestPostgres) {
    throw new AppError("store_unavailable", `DATABASE_URL is PostgreSQL ${version}; ${oldestPostgres} is needed.`, {
      remedy: "Upgrade it, or unset DATABASE_URL to use the embedded one.",
    });
  }
  const { clickhouse: wrong } = await stores.probe();
  if (wrong !== null) throw noAnswer("ClickHouse", "CLICKHOUSE_URL", wrong);
  return stores;
}

function poolConfig(config: Config, address: PostgresAddress | null): pg.PoolConfig {
  const shared = { max: 20, application_name: "parcours" };
  if (config.databaseUrl !== undefined) return { ...shared, connectionString: config.databaseUrl };
  if (address === null) throw new Error("neither DATABASE_URL nor an embedded PostgreSQL");
  return { ...shared, ...postgresConnection(address, "application") };
}

/** The client of the application's database, which is made when it is missing. */
async function clickhouseConfig(
  config: Config,
  address: ClickhouseAddress | null,
): Promise<Parameters<typeof createClient>[0]> {
  // What goes wrong is thrown; saying it twice helps nobody.
  const shared = { application: "parcours", log: { level: ClickHouseLogLevel.OFF } };
  if (config.clickhouseUrl !== undefined) return { ...shared, url: config.clickhouseUrl };
  if (address === null) throw new Error("neither CLICKHOUSE_URL nor an embedded ClickHouse");
  const access = { url: address.url, username: address.user, password: address.password };
  const setup = createClient(access);
  await setup.command({ query: "CREATE DATABASE IF NOT EXISTS parcours" }).finally(() => setup.close());
  return { ...shared, ...access, database: "parcours" };
}

async function postgresVersion(pool: pg.Pool): Promise<number> {
  const query = "SELECT current_setting('server_version_num')::int / 10000 AS version";
  const result = await pool.query<{ version: number }>(query).catch((error: unknown) => {
    throw noAnswer("PostgreSQL", "DATABASE_URL", sentence(error));
  });
  return result.rows[0]?.version ?? 0;
}

function noAnswer(store: string, variable: string, reason: string): AppError {
  return new AppError("store_unavailable", `${store} does not answer: ${reason}`, {
    remedy: `Check ${variable}; when it is not set, run npx parcours doctor.`,
  });
}

async function probe(
  pool: pg.Pool,
  clickhouse: ClickHouseClient,
): Promise<{ postgres: string | null; clickhouse: string | null }> {
  const [postgres, pinged] = await Promise.all([
    pool.query("SELECT 1").then(() => null, sentence),
    clickhouse.ping({ select: true }),
  ]);
  return { postgres, clickhouse: pinged.success ? null : sentence(pinged.error) };
}

/** Waits for both; when one fails, the other is stopped before the failure is told. */
async function bothOrNone<A extends Stoppable | null, B extends Stoppable | null>(
  postgres: Promise<A>,
  clickhouse: Promise<B>,
): Promise<[A, B]> {
  try {
    return await Promise.all([postgres, clickhouse]);
  } catch (error) {
    for (const start of await Promise.allSettled([postgres, clickhouse])) {
      if (start.status === "fulfilled") await start.value?.stop();
    }
    throw error;
  }
}

interface Stoppable {
  stop(): Promise<void>;
}

async function timed<T>(name: string, log: StoreLog, start: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const started = await start();
  if (started !== null) log.info(`${name} ready in ${Math.round(performance.now() - begin)} ms`);
  return started;
}

/** Connection errors of Node carry an empty message and several causes. */
function sentence(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(sentence).join(", ");
  return error instanceof Error ? error.message : String(error);
}
