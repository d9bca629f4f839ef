import { readConfig } from "#platform/config.ts";
import type { Log } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { openStores, type Stores } from "#platform/stores/stores.ts";
import { migrationsDir } from "./places.ts";
import { standardErrorLog } from "./standard-error-log.ts";

export interface Attached {
  stores: Stores;
  dataDir: string;
  log: Log;
}

/** Does one piece of work with the stores, those of the running server or, when there is none, started for it. */
export async function withStores<T>(work: (attached: Attached) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const log = standardErrorLog(config.logLevel);
  const stores = await openStores(config, { log, mode: "attach" });
  try {
    await migrate({ ...stores, dir: migrationsDir });
    return await work({ stores, dataDir: config.dataDir, log });
  } finally {
    await stores.close();
  }
}
