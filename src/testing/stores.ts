import { randomBytes } from "node:crypto";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import pg from "pg";
import { inject } from "vitest";
import { createDatabase, createPool, type Database } from "#platform/database.ts";
import { migrate } from "#platform/migrate.ts";
import { applicationRole, postgresConnection } from "#platform/stores/embedded-postgres.ts";
import { migrationsDir, templateDatabase } from "./names.ts";

/** Both stores, migrated and empty, for one test file. */
export interface TestStores {
  pool: pg.Pool;
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  /** Drops both databases. */
  close(): Promise<void>;
}

/** Makes a database of its own in each of the stores of this test run; only in files named `*.store.test.ts`. */
export async function testStores(): Promise<TestStores> {
  const addresses = inject("stores");
  const name = `parcours_test_${randomBytes(6).toString("hex")}`;
  const admin = async (query: string): Promise<void> => {
    const client = new pg.Client(postgresConnection(addresses.postgres, "superuser"));
    await client.connect();
    await client.query(query).finally(() => client.end());
  };
  const { url, user, password } = addresses.clickhouse;
  const access = { url, username: user, password, log: { level: ClickHouseLogLevel.OFF } };

  const setup = createClient(access);
  await Promise.all([
    admin(`CREATE DATABASE ${name} TEMPLATE ${templateDatabase} OWNER ${applicationRole}`),
    setup.command({ query: `CREATE DATABASE ${name}` }),
  ]).finally(() => setup.close());

  const pool = createPool({ ...postgresConnection(addresses.postgres, "application"), database: name, max: 5 });
  const clickhouse = createClient({ ...access, database: name });
  await migrate({ pool, clickhouse, dir: migrationsDir });
  return {
    pool,
    db: createDatabase(pool),
    clickhouse,
    close: async () => {
      await pool.end();
      await clickhouse.command({ query: `DROP DATABASE ${name} SYNC` });
      await clickhouse.close();
      await admin(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
