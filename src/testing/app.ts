import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble, type ProductDeps } from "#app/product.ts";
import { readConfig } from "#platform/config.ts";
import type { Route, RouteResponse } from "#platform/http/route.ts";
import { createLog, type Log } from "#platform/log.ts";
import type { CallInput } from "#ui/call.ts";
import { acceptInvitation, createOwner, inviteMember } from "#workspace/api.ts";
import { ensureDefaultWorkspace, newOwnerToken } from "#workspace/index.ts";
import { type Role, roles } from "#workspace/model.ts";
import { type Door, doorTo, enter } from "./door.ts";
import { freePort } from "./free-port.ts";
import { type TestStores, testStores } from "./stores.ts";

/** Somebody at the door: with a role in the workspace, with a workspace elsewhere, or unknown. */
export type Visitor = Role | "outsider" | "anonymous";
export const visitors: readonly Visitor[] = [...roles, "outsider", "anonymous"];

export interface TestApp {
  url: string;
  workspaceId: string;
  /** What the server was put together from. */
  deps: ProductDeps;
  stores: TestStores;
  as(visitor: Visitor): Door;
  /** `as(visitor).call(…)`, the owner's by default. */
  call<R extends Route>(contract: R, input?: CallInput<R>, visitor?: Visitor): Promise<RouteResponse<R>>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  now?: () => Date;
  log?: Log;
  /** Settings beside where its data and its port are. */
  env?: NodeJS.ProcessEnv;
}

export const testPassword = "correct horse battery";

/** The whole server on fresh stores and a free port, with one workspace and its owner. */
export async function testApp({
  now = () => new Date(),
  log = silent,
  env = {},
}: TestAppOptions = {}): Promise<TestApp> {
  const stores = await testStores();
  const dataDir = mkdtempSync(join(tmpdir(), "parcours-app-"));
  chmodSync(dataDir, 0o755);
  const config = readConfig({ ...env, DATA_DIR: dataDir, PORT: String(await freePort()) });
  const probe = async () => ({ postgres: null, clickhouse: null });
  const deps: ProductDeps = { config, stores: { ...stores, probe }, log, now, newId: () => randomUUID() };
  const product = await assemble(deps);
  const workspace = await ensureDefaultWorkspace({ db: stores.db, log }, { locale: "fr", timeZone: "Europe/Paris" });
  await product.app.listen({ host: config.host, port: config.port });

  const url = `http://${config.host}:${config.port}`;
  const sessions = new Map<Visitor, Promise<string>>();
  const ownerToken = (await newOwnerToken({ db: stores.db, log })) ?? "";
  const ownerCookie = await enter(url, createOwner, {
    body: { ...person("owner"), email: emailOf("owner"), token: ownerToken },
  });
  sessions.set("owner", Promise.resolve(ownerCookie));
  const owner = doorTo(url, () => sessionOf("owner"));

  // Joins at the first visit: most tests need one or two of them.
  function sessionOf(visitor: Visitor): Promise<string> {
    const session = sessions.get(visitor) ?? enterAs(visitor);
    sessions.set(visitor, session);
    return session;
  }
  async function enterAs(visitor: Visitor): Promise<string> {
    const role = visitor === "outsider" ? "viewer" : (visitor as Role);
    const { link } = await owner.call(inviteMember, {
      params: { workspaceId: workspace.id },
      body: { email: emailOf(visitor), role },
    });
    const token = new URL(link).searchParams.get("token") ?? "";
    const cookie = await enter(url, acceptInvitation, { body: { ...person(visitor), token } });
    if (visitor === "outsider")
      await stores.pool.query(`DELETE FROM member WHERE user_id = (SELECT id FROM "user" WHERE email = $1)`, [
        emailOf(visitor),
      ]);
    return cookie;
  }

  const as = (visitor: Visitor): Door =>
    doorTo(url, () => (visitor === "anonymous" ? Promise.resolve(null) : sessionOf(visitor)));
  return {
    url,
    workspaceId: workspace.id,
    deps,
    stores,
    as,
    call: (contract, input, visitor = "owner") => as(visitor).call(contract, input),
    close: async () => {
      await product.close();
      await stores.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function emailOf(visitor: Visitor): string {
  return `${visitor}@example.com`;
}

function person(visitor: Visitor) {
  return { name: visitor, password: testPassword, locale: "en" as const };
}

const silent = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
