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

export interface StartOptions {
  log: Log;
  /** Gives up a start that is still under way, and throws its reason. */
  signal: AbortSignal;
}

/**
 * Opens the stores, brings them up to date, and serves.
 * @throws AppError `data_dir_in_use`, `store_unavailable`, `migration_failed`, `config_invalid` (the port is taken); the
 *   signal's reason
 */
export async function startServer(config: Config, { log, signal }: StartOptions): Promise<RunningServer> {
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const stores = await openStores(config, { log, mode: "serve" });
    undo.push(() => stores.close());
    const ran = await migrate({ ...stores, dir: migrationsDir });
    if (ran.length > 0) log.info(`${ran.length} migrations run`);
    signal.throwIfAborted();

    const deps = { config, stores, log, now: () => new Date(), newId: () => randomUUID() };
    const product = await assemble(deps);
    undo.push(() => product.close());

    await ensureDefaultWorkspace({ db: stores.db, log }, { locale: firstLocale, timeZone: ownTimeZone() });
    if (config.demo) await bringDemo({ ...deps, editor: product.editor }, signal);
    signal.throwIfAborted();

    const { publicUrl: url, host, port } = config;
    const ownerToken = await newOwnerToken({ db: stores.db, log });
    await product.app.listen({ host, port }).catch((error: unknown) => Promise.reject(portError(error, config)));
    return { url, ownerLink: ownerToken === null ? null : `${url}/setup?token=${ownerToken}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const portTrouble = ["EADDRINUSE", "EACCES", "EADDRNOTAVAIL", "ENOTFOUND"];

function portError(error: unknown, { host, port }: Config): unknown {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (!portTrouble.includes(code)) return error;
  return new AppError("config_invalid", `${host}:${port} cannot be listened on (${code}).`, {
    remedy: "Set PORT or HOST to one that is free.",
    cause: error,
  });
}
