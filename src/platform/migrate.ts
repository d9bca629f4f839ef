import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClickHouseClient } from "@clickhouse/client";
import type pg from "pg";
import { AppError } from "./errors.ts";
import { splitStatements } from "./sql-statements.ts";

export interface MigrateOptions {
  pool: pg.Pool;
  clickhouse: ClickHouseClient;
  /** Folder that holds `postgres/0001_….sql` and `clickhouse/0001_….sql`. */
  dir: string;
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Runs one migration and records it. */
type Apply = (migration: Migration) => Promise<void>;

/** Any number, the same in every process that migrates the same database. */
const advisoryLock = 7_263_548;

/**
 * Brings both stores to the newest schema; answers the names of what it ran. Every PostgreSQL file is one transaction.
 * ClickHouse has none, so its statements are written to be run again (`IF NOT EXISTS`) and a file is recorded after all of it.
 * @throws AppError `migration_failed` when a file fails, was edited after it ran, or is older than what has run.
 */
export async function migrate({ pool, clickhouse, dir }: MigrateOptions): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await client.query(`
      CREATE TABLE IF NOT EXISTS schema_migration (
        store text NOT NULL,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (store, name)
      )`);
    const ranPostgres = await apply(client, "postgres", readMigrations(dir, "postgres"), async (migration) => {
      await client.query("BEGIN");
      try {
        await client.query(migration.sql);
        await record(client, "postgres", migration);
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      }
    });
    const store = await clickhouseStore(clickhouse);
    const ranClickhouse = await apply(client, store, readMigrations(dir, "clickhouse"), async (migration) => {
      for (const query of splitStatements(migration.sql)) await clickhouse.command({ query });
      await record(client, store, migration);
    });
    return [...ranPostgres, ...ranClickhouse];
  } finally {
    // Ends the session, and with it the lock, whatever state an error left it in.
    client.release(true);
  }
}

/**
 * The names of the migrations that have not run yet, PostgreSQL's first.
 * @throws AppError `migration_failed` when the files do not continue what has run.
 */
export async function pendingMigrations({ pool, clickhouse, dir }: MigrateOptions): Promise<string[]> {
  const known = await pool.query<{ there: boolean }>("SELECT to_regclass('schema_migration') IS NOT NULL AS there");
  const store = await clickhouseStore(clickhouse);
  const pending = async (store: string, kind: "postgres" | "clickhouse") => {
    const migrations = readMigrations(dir, kind);
    const ran = known.rows[0]?.there === true ? await appliedTo(pool, store) : new Map<string, string>();
    checkHistory(store, migrations, ran);
    return migrations.filter((migration) => !ran.has(migration.name)).map((migration) => `${kind}/${migration.name}`);
  };
  return [...(await pending("postgres", "postgres")), ...(await pending(store, "clickhouse"))];
}

async function apply(client: pg.PoolClient, store: string, migrations: Migration[], run: Apply): Promise<string[]> {
  const ran = await appliedTo(client, store);
  checkHistory(store, migrations, ran);
  const names: string[] = [];
  for (const migration of migrations.slice(ran.size)) {
    try {
      await run(migration);
    } catch (cause) {
      throw new AppError(
        "migration_failed",
        `Migration ${migration.name} of ${store} failed: ${(cause as Error).message}`,
        {
          remedy: "Nothing later was run. Correct the cause and start again.",
          cause,
        },
      );
    }
    names.push(`${kindOf(store)}/${migration.name}`);
  }
  return names;
}

/** What has run must be the beginning of what there is, unchanged. */
function checkHistory(store: string, migrations: Migration[], ran: Map<string, string>): void {
  for (const [index, [name, checksum]] of [...ran].entries()) {
    const file = migrations[index];
    if (file?.name !== name) {
      const known = migrations.some((migration) => migration.name === name);
      throw new AppError(
        "migration_failed",
        known
          ? `Migration ${file?.name} of ${store} was added before ${name}, which has already run.`
          : `The database has migration ${name} of ${store}, which this version of the program does not know.`,
        {
          remedy: known
            ? "Give the new migration the highest number."
            : "Use the version of the program that made the database, or a newer one.",
        },
      );
    }
    if (file.checksum !== checksum) {
      throw new AppError("migration_failed", `Migration ${name} of ${store} was edited after it had run.`, {
        remedy: "Restore the file and put the change into a new migration.",
      });
    }
  }
}

async function appliedTo(client: pg.PoolClient | pg.Pool, store: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM schema_migration WHERE store = $1 ORDER BY name COLLATE "C"',
    [store],
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function record(client: pg.PoolClient, store: string, { name, checksum }: Migration): Promise<void> {
  await client.query("INSERT INTO schema_migration (store, name, checksum) VALUES ($1, $2, $3)", [
    store,
    name,
    checksum,
  ]);
}

/** A ClickHouse database is known by its id, so that another one under the same name is migrated from the start. */
async function clickhouseStore(clickhouse: ClickHouseClient): Promise<string> {
  const result = await clickhouse.query({
    query: "SELECT uuid FROM system.databases WHERE name = currentDatabase()",
    format: "JSONEachRow",
  });
  const [row] = await result.json<{ uuid: string }>();
  if (row === undefined)
    throw new AppError("migration_failed", "The ClickHouse database does not exist.", { remedy: "Create it." });
  return `clickhouse:${row.uuid}`;
}

function kindOf(store: string): string {
  return store.replace(/:.*/, "");
}

function readMigrations(dir: string, kind: "postgres" | "clickhouse"): Migration[] {
  const files = readdirSync(join(dir, kind))
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  return files.map((name, index) => {
    if (!name.startsWith(`${String(index + 1).padStart(4, "0")}_`)) {
      throw new AppError("migration_failed", `${join(dir, kind, name)} breaks the row of numbers 0001_, 0002_, …`, {
        remedy: "Number the migrations without gap or repetition.",
      });
    }
    // A checkout may turn line ends into those of another system.
    const sql = readFileSync(join(dir, kind, name), "utf8").replaceAll("\r\n", "\n");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}
