import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { readConfig } from "#platform/config.ts";
import { createPool } from "#platform/database.ts";
import { migrate } from "#platform/migrate.ts";
import { applicationRole, postgresConnection } from "#platform/stores/embedded-postgres.ts";
import { openStores, type Stores } from "#platform/stores/stores.ts";
import { dataDirLayout } from "#platform/stores/data-dir.ts";
import { type ClickhouseAddress, type PostgresAddress, readRunFile } from "#platform/stores/run-file.ts";
import { migrationsDir, templateDatabase } from "./names.ts";

declare module "vitest" {
  interface ProvidedContext {
    stores: StoreAddresses;
  }
}

interface StoreAddresses {
  postgres: PostgresAddress;
  clickhouse: ClickhouseAddress;
}

/** Starts one pair of embedded stores for the whole run, with a migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "parcours-test-"));
  chmodSync(dataDir, 0o755);
  const log = { info: () => undefined, warn: () => undefined };
  const stores = await openStores(readConfig({ DATA_DIR: dataDir }), { log, mode: "serve" });
  const teardown = async (): Promise<void> => {
    await stores.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    project.provide("stores", await makeTemplate(dataDir, stores));
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function makeTemplate(dataDir: string, { clickhouse }: Stores): Promise<StoreAddresses> {
  const addresses = readRunFile(dataDirLayout(dataDir).run)?.stores;
  if (addresses?.postgres == null || addresses.clickhouse == null)
    throw new Error("the embedded stores gave no address");
  const admin = new pg.Client(postgresConnection(addresses.postgres, "superuser"));
  await admin.connect();
  await admin.query(`CREATE DATABASE ${templateDatabase} OWNER ${applicationRole}`).finally(() => admin.end());
  const pool = createPool({ ...postgresConnection(addresses.postgres, "application"), database: templateDatabase });
  // A database with a connection cannot be copied.
  await migrate({ pool, clickhouse, dir: migrationsDir }).finally(() => pool.end());
  return { postgres: addresses.postgres, clickhouse: addresses.clickhouse };
}
