import { randomUUID } from "node:crypto";
import type { Config } from "#platform/config.ts";
import { AppError } from "#platform/errors.ts";
import type { Log } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { openStores } from "#platform/stores/stores.ts";
import { ensureDefaultWorkspace, newOwnerToken } from "#workspace/index.ts";
import { bringDemo } from "./demo.ts";
import { firstLocale, ownTimeZone } from "./first-start.ts";
import { migrationsDir } from "./places.ts";
import { assemble } from "./product.ts";

export interface RunningServer {
  /** Where the site answers. */
  url: string;
  /** The one-time link that makes the owner, null when there is one. */
  ownerLink: string | null;
  close(): Promise<void>;
}

/**
 * Opens the stores, brings them up to date, and serves.
 * @throws AppError `data_dir_in_use`, `store_unavailable`, `migration_failed`, `config_invalid` (the port is taken)
 */
export async function startServer(config: Config, { log }: { log: Log }): Promise<RunningServer> {
  const stores = await openStores(config, { log, mode: "serve" });
  try {
    const ran = await migrate({ ...stores, dir: migrationsDir });
    if (ran.length > 0) log.info(`${ran.length} migrations run`);
    const deps = { config, stores, log, now: () => new Date(), newId: () => randomUUID() };
    const product = await assemble(deps);

    await ensureDefaultWorkspace({ db: stores.db, log }, { locale: firstLocale, timeZone: ownTimeZone() });
    if (config.demo) await bringDemo({ ...deps, editor: product.editor });
    const ownerToken = await newOwnerToken({ db: stores.db, log });

    await product.app.listen({ host: config.host, port: config.port }).catch(async (error: NodeJS.ErrnoException) => {
      await product.close();
      throw portError(error, config);
    });
    return {
      url: config.publicUrl,
      ownerLink: ownerToken === null ? null : `${config.publicUrl}/setup?token=${ownerToken}`,
      close: async () => {
        await product.close();
        await stores.close();
      },
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

function portError(error: NodeJS.ErrnoException, { host, port }: Config): unknown {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES" && error.code !== "EADDRNOTAVAIL") return error;
  return new AppError("config_invalid", `${host}:${port} cannot be listened on (${error.code}).`, {
    remedy: "Set PORT or HOST to one that is free.",
    cause: error,
  });
}
