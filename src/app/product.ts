import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { registerActivityRoutes, startImportRunner, startInbox } from "#activity/index.ts";
import { measureJourney, registerInsightRoutes, startLearning } from "#insight/index.ts";
import {
  announceAt,
  createLive,
  journeysShowing,
  journeysTelling,
  type JourneyEditor,
  type LiveJourneys,
  registerJourneyRoutes,
  startHousekeeping,
} from "#journey/index.ts";
import { registerPersonaRoutes } from "#persona/index.ts";
import { createAuth } from "#platform/auth.ts";
import type { Config } from "#platform/config.ts";
import type { Guard } from "#platform/http/guard.ts";
import type { Routes } from "#platform/http/handler.ts";
import { createHttpServer } from "#platform/http/server.ts";
import { readPageOrNotice } from "#platform/http/web.ts";
import type { Log } from "#platform/log.ts";
import { pendingMigrations } from "#platform/migrate.ts";
import { installationSecret } from "#platform/secrets.ts";
import type { Stores } from "#platform/stores/stores.ts";
import { registerTouchpointRoutes } from "#touchpoint/index.ts";
import { authorise, registerWorkspaceRoutes } from "#workspace/index.ts";
import type { Locale } from "#workspace/model.ts";
import { labelDemo } from "../../tools/demo/label.ts";
import { activityDeps } from "./activity-deps.ts";
import { ahead } from "./ahead.ts";
import { migrationsDir, openApiFile, webDir } from "./places.ts";
import { startVoice } from "./voice.ts";

export interface ProductDeps {
  config: Config;
  stores: Pick<Stores, "pool" | "db" | "clickhouse" | "probe">;
  log: Log;
  now: () => Date;
  newId: () => string;
}

/** What a request may still take when the server stops, in milliseconds. */
const longestRequest = 10_000;

export interface Product {
  app: FastifyInstance;
  /** Edits the journeys as they are open in browsers. */
  editor: JourneyEditor;
  /** Takes no more requests, lets those under way end, and saves what is open. */
  close(): Promise<void>;
}

/** Puts the rooms together into one server that is ready to listen. */
export async function assemble(
  deps: ProductDeps,
  through: (routes: Routes) => Routes = (routes) => routes,
): Promise<Product> {
  const { config, stores, log, now, newId } = deps;
  const { db, pool, clickhouse } = stores;
  const { publicUrl } = config;

  const auth = createAuth({ pool, secret: await installationSecret(db, "sign-in"), publicUrl });
  const guard: Guard = {
    authenticate: auth.authenticate,
    authorise: (userId, workspaceId, permission) => authorise(db, userId, workspaceId, permission),
  };
  const { app, routes: served } = await createHttpServer({
    guard,
    log,
    publicUrl,
    readiness: () => readiness(stores),
    webDir,
    ahead,
  });
  const routes = through(served);
  auth.register(app);
  app.get("/api/v1/openapi.json", async (_request, reply) =>
    reply.type("application/json").send(await readFile(openApiFile)),
  );

  const secret = await installationSecret(db, "live");
  const processId = newId();
  const live = createLive({ db, pool, log, now, secret, processId, publicUrl });
  live.attach(app.server);

  const { editor } = live;
  const translateDemo = (workspaceId: string, locale: Locale) =>
    labelDemo({ db, clickhouse, editor, log }, { workspaceId, locale });

  registerWorkspaceRoutes(routes, { db, auth, log, now, publicUrl, translateDemo });
  registerTouchpointRoutes(routes, { db, clickhouse, journeysShowing: (...place) => journeysShowing(db, ...place) });
  registerPersonaRoutes(routes, { db, journeysTelling: (...place) => journeysTelling(db, ...place) });
  const activity = activityDeps({ ...deps, dataDir: config.dataDir, editor });
  const runner = startImportRunner(activity, log);
  registerActivityRoutes(routes, { ...activity, runner });
  const inbox = startInbox(stores, log, (transaction, moved) => announceAt(transaction, processId, "measures", moved));
  const voice = startVoice({ ...deps, editor, processId, inbox }, routes);
  const learning = startLearning({ db, clickhouse, now }, log);
  registerInsightRoutes(routes, { db, clickhouse, onUnlearnt: () => learning.wake() });
  registerJourneyRoutes(routes, {
    db,
    now,
    newId,
    processId,
    secret,
    editor,
    publicUrl,
    page: readPageOrNotice(webDir),
    measure: (journeyId, asked = {}) => measureJourney({ db, clickhouse }, journeyId, asked),
  });

  const housekeeping = startHousekeeping({ db, log, now, processId });

  const workers = [runner, inbox, ...voice, learning, housekeeping];
  return { app, editor, close: () => close(app, live, workers) };
}

/** Open pages keep their socket for ever, so the server only ends once those are closed. */
async function close(
  app: FastifyInstance,
  live: LiveJourneys,
  workers: readonly { close(): Promise<void> }[],
): Promise<void> {
  const ended = app.close();
  const impatient = setTimeout(() => app.server.closeAllConnections(), longestRequest);
  for (const worker of workers) await worker.close();
  await live.close();
  await ended;
  clearTimeout(impatient);
}

async function readiness(stores: ProductDeps["stores"]): Promise<Record<string, string> | null> {
  const probed = Object.entries(await stores.probe()).filter((entry): entry is [string, string] => entry[1] !== null);
  if (probed.length > 0) return Object.fromEntries(probed);
  const pending = await pendingMigrations({ ...stores, dir: migrationsDir });
  return pending.length === 0 ? null : { migrations: `not run yet: ${pending.join(", ")}` };
}
