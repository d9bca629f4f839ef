import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

/** No tables here: each room adds its own with `db.withTables<ItsTables>()`. */
// eslint-disable-next-line typescript/no-empty-object-type
export interface Database {}

/** int8 and date, https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const int8 = 20;
const date = 1082;

/**
 * A pool whose rows hold what they seem to hold: `bigint` (and so every count) as a number, `date` as `yyyy-mm-dd`,
 * which has no time zone to be wrong in.
 */
export function createPool(config: pg.PoolConfig): pg.Pool {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (id, format) => {
      if (id === int8 && format !== "binary") return toSafeNumber;
      if (id === date && format !== "binary") return (text: string) => text;
      return pg.types.getTypeParser(id, format);
    },
  };
  const pool = new pg.Pool({ ...config, types });
  // A connection lost in use fails the statement under way, which says so; unheard, its event would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Queries over a pool; closing the pool closes it. */
export function createDatabase(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Works in the transaction that `db` is, else in one of its own. */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (transaction: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`);
  return value;
}
