import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { createLog } from "../log.ts";
import type { Verdict } from "./guard.ts";
import type { Handler } from "./handler.ts";
import type { Readiness } from "./health.ts";
import { type Route, route } from "./route.ts";
import { createHttpServer } from "./server.ts";

const publicUrl = "https://parcours.example.com";
const ada = { userId: "ada", name: "Ada", email: "ada@example.com" };
const made: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const undo of made.splice(0).toReversed()) await undo();
});

interface Given {
  isSignedIn?: boolean;
  verdict?: Verdict;
  readiness?: Readiness;
  page?: string;
}

/** A server with one route, and what it logged. */
async function serve<R extends Route>(
  contract: R,
  handler: Handler<R>,
  given: Given = {},
): Promise<{ app: FastifyInstance; logged: string[] }> {
  const logged: string[] = [];
  const webDir = mkdtempSync(join(tmpdir(), "parcours-web-"));
  made.push(() => rmSync(webDir, { recursive: true }));
  if (given.page !== undefined) {
    mkdirSync(join(webDir, "assets"));
    writeFileSync(join(webDir, "index.html"), given.page);
    writeFileSync(join(webDir, "assets", "main-1a2b.js"), "1");
    writeFileSync(join(webDir, "assets", "main-1a2b.js.br"), "small");
    writeFileSync(join(webDir, "collect.js"), "2");
  }
  const { app, routes } = await createHttpServer({
    guard: {
      authenticate: async () => (given.isSignedIn === false ? null : ada),
      authorise: async () => given.verdict ?? "allowed",
    },
    log: createLog({ level: "info", now: () => new Date(0), write: (line) => logged.push(line) }),
    publicUrl,
    readiness: async () => given.readiness ?? null,
    webDir,
  });
  made.push(() => app.close());
  routes.handle(contract, handler);
  return { app, logged };
}

const listCards = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/cards",
  summary: "",
  permission: "card:read",
  params: z.object({ workspaceId: z.string() }),
  response: z.array(z.object({ text: z.string() })),
});
const addCard = route({
  method: "POST",
  path: "/api/v1/cards",
  summary: "",
  permission: "signedIn",
  query: z.object({ times: z.coerce.number().int().default(1) }),
  body: z.object({ text: z.string().min(2), at: z.object({ step: z.int() }) }),
  response: z.object({ text: z.string() }),
});
const addsCard: Handler<typeof addCard> = { run: async ({ body, query }) => ({ text: body.text.repeat(query.times) }) };
const posted: InjectOptions = { method: "POST", url: "/api/v1/cards", payload: { text: "ab", at: { step: 1 } } };

describe("a request", () => {
  test("[P41] is parsed, run and presented by its contract", async () => {
    const { app } = await serve(addCard, addsCard);
    const response = await app.inject({ ...posted, query: { times: "2" } });
    expect([response.statusCode, response.json()]).toEqual([200, { text: "abab" }]);
  });

  test("[P42] that is wrong is told everything that is wrong with it", async () => {
    const { app } = await serve(addCard, addsCard);
    const response = await app.inject({ ...posted, query: { times: "x" }, payload: { text: "a", at: {} } });
    expect(response.statusCode).toBe(422);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    const { code, issues } = response.json<{ code: string; issues: { path: string }[] }>();
    expect(code).toBe("invalid_input");
    expect(issues.map(({ path }) => path)).toEqual(["query.times", "text", "at.step"]);
  });

  test("[P73] has its texts without NUL and half signs, which no store keeps, wherever they stand", async () => {
    const kept = route({
      method: "POST",
      path: "/api/v1/notes",
      summary: "",
      permission: "public",
      query: z.object({ by: z.string() }),
      body: z.object({ notes: z.record(z.string(), z.array(z.string())) }),
      response: z.object({ by: z.string(), notes: z.record(z.string(), z.array(z.string())) }),
    });
    const { app } = await serve(kept, { run: async ({ query, body }) => ({ ...query, ...body }) });
    const response = await app.inject({
      method: "POST",
      url: kept.path,
      query: { by: "A\0da" },
      payload: { notes: { "a\0": ["\u{1f600} \\ud800", "fin\0\ud800"], b: [] } },
    });
    expect(response.json()).toEqual({ by: "Ada", notes: { a: ["\u{1f600} \\ud800", "fin\ufffd"], b: [] } });
  });

  test("[P43] answers nothing that the contract does not name", async () => {
    const { app } = await serve(listCards, { run: async () => [{ text: "a", password: "secret" }] });
    expect((await app.inject("/api/v1/workspaces/w/cards")).json()).toEqual([{ text: "a" }]);
  });

  test("[P44] of nobody is 401, of an outsider 404, of a member without the right 403", async () => {
    const statusFor = async (given: Given) => {
      const { app } = await serve(listCards, { run: async () => [] }, given);
      return (await app.inject("/api/v1/workspaces/w/cards")).statusCode;
    };
    expect(await statusFor({ isSignedIn: false })).toBe(401);
    expect(await statusFor({ verdict: "outside" })).toBe(404);
    expect(await statusFor({ verdict: "denied" })).toBe(403);
    expect(await statusFor({ verdict: "allowed" })).toBe(200);
  });

  test("[P44] for a thing that is nobody's is 404", async () => {
    const { app } = await serve(listCards, { workspaceOf: async () => null, run: async () => [] });
    expect((await app.inject("/api/v1/workspaces/w/cards")).statusCode).toBe(404);
  });

  test("[P45] that meets an unexpected error leaks nothing but an id, under which the log has the rest", async () => {
    const { app, logged } = await serve(addCard, { run: async () => Promise.reject(new Error("password=hunter2")) });
    const response = await app.inject(posted);
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain("hunter2");
    const [, id] = /urn:uuid:([\w-]+)/.exec(response.json<{ instance: string }>().instance) ?? [];
    expect(logged.join("")).toContain(`request=${id}`);
    expect(logged.join("")).toContain("hunter2");
  });

  test("[P45] refused by a room carries its code, sentence and remedy", async () => {
    const { app } = await serve(addCard, {
      run: async () => Promise.reject(new AppError("conflict", "Taken.", { remedy: "Choose another." })),
    });
    expect((await app.inject(posted)).json()).toMatchObject({
      status: 409,
      code: "conflict",
      title: "Taken.",
      remedy: "Choose another.",
    });
  });
});

describe("the defences", () => {
  const statusWith = async (headers: Record<string, string>) => {
    const { app } = await serve(addCard, addsCard);
    return (await app.inject({ ...posted, headers: { host: "localhost:4280", ...headers } })).statusCode;
  };

  test("[P46] refuse a change asked for by a page of another site", async () => {
    expect(await statusWith({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await statusWith({ "sec-fetch-site": "same-site", origin: "http://localhost:9999" })).toBe(403);
    expect(await statusWith({ origin: "https://evil.example" })).toBe(403);
    expect(await statusWith({ origin: "null" })).toBe(403);
  });

  test("[P46] let the site's own pages through, under every name it has, and programs", async () => {
    expect(await statusWith({ "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await statusWith({ origin: "http://localhost:4280" })).toBe(200);
    expect(await statusWith({ origin: publicUrl, host: "10.0.0.1:4280" })).toBe(200);
    expect(await statusWith({})).toBe(200);
  });

  test("[P47] take no body that a form of another site could send", async () => {
    const { app } = await serve(addCard, addsCard);
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      const response = await app.inject({
        ...posted,
        headers: { "content-type": type },
        payload: JSON.stringify(posted.payload),
      });
      expect(response.json()).toMatchObject({ code: "bad_request" });
    }
  });

  test("[P47] take a form where the contract asks for one, from the site's own page, and nothing else there", async () => {
    const sendForm = route({
      method: "POST",
      path: "/form",
      summary: "",
      permission: "public",
      body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      form: true,
      response: z.record(z.string(), z.any()),
    });
    const { app } = await serve(sendForm, { run: async ({ body }) => body });
    const send = (type: string, payload: string, headers: Record<string, string> = {}) =>
      app.inject({ method: "POST", url: "/form", payload, headers: { "content-type": type, ...headers } });
    const form = "application/x-www-form-urlencoded";
    const own = { "sec-fetch-site": "same-origin" };
    expect((await send(form, "a=1&b=x&b=%C3%A9", own)).json()).toEqual({ a: "1", b: ["x", "é"] });
    expect((await send(form, "a=1", { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await send(form, "a=1", { origin: "null" })).statusCode).toBe(403);
    expect((await send("application/json", "{}", own)).json()).toMatchObject({ code: "bad_request" });
    expect((await send(form, `a=${"x".repeat(300_000)}`, own)).json()).toMatchObject({ code: "too_large" });
  });

  test("[P47] refuse a body that is too large or is no JSON", async () => {
    const { app } = await serve(addCard, addsCard);
    const send = (payload: string) =>
      app.inject({ ...posted, headers: { "content-type": "application/json" }, payload });
    expect((await send(JSON.stringify({ text: "a".repeat(5 * 1024 * 1024) }))).json()).toMatchObject({
      code: "too_large",
    });
    expect((await send("{")).json()).toMatchObject({ code: "bad_request" });
  });

  test("[P48] slow down whoever guesses at what needs no sign-in", async () => {
    const guess = route({ method: "POST", path: "/api/v1/guess", summary: "", permission: "public" });
    const { app } = await serve(guess, { run: async () => undefined });
    const statuses: number[] = [];
    for (let n = 0; n < 31; n++) statuses.push((await app.inject({ method: "POST", url: "/api/v1/guess" })).statusCode);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(204));
    expect(statuses[30]).toBe(429);
  });

  test("[P48] let as many through as a contract says, where many share an address", async () => {
    const vote = route({ method: "POST", path: "/api/v1/vote", summary: "", permission: "public", perMinute: 40 });
    const { app } = await serve(vote, { run: async () => undefined });
    const statuses: number[] = [];
    for (let n = 0; n < 41; n++) statuses.push((await app.inject({ method: "POST", url: "/api/v1/vote" })).statusCode);
    expect(statuses.slice(0, 40)).toEqual(Array(40).fill(204));
    expect(statuses[40]).toBe(429);
  });

  test("[P49] forbid every script but the site's own", async () => {
    const page = `<!doctype html><script>theme()</script><script src="/assets/main-1a2b.js"></script>`;
    const { app } = await serve(addCard, addsCard, { page });
    const policy = String((await app.inject("/")).headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self' 'sha256-");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe("health", () => {
  test("[P50] says alive as long as the process lives, and ready when nothing is missing", async () => {
    const { app } = await serve(addCard, addsCard);
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    expect((await app.inject("/readyz")).json()).toEqual({ status: "ready" });
  });

  test("[P50] names what is missing with 503", async () => {
    const { app } = await serve(addCard, addsCard, { readiness: { clickhouse: "connection refused" } });
    const response = await app.inject("/readyz");
    expect([response.statusCode, response.json()]).toEqual([
      503,
      { status: "not ready", missing: { clickhouse: "connection refused" } },
    ]);
    expect((await app.inject("/healthz")).statusCode).toBe(200);
  });
});

describe("pages of other sites", () => {
  const site = { origin: "https://shop.example", "sec-fetch-site": "cross-site" };
  const open = route({ ...addCard, permission: "public", anyOrigin: true });

  test("[P53] may call what is for all, after asking or at once, and get no cookie's answer", async () => {
    const { app } = await serve(open, addsCard);
    const asked = await app.inject({ method: "OPTIONS", url: open.path, headers: site });
    expect([asked.statusCode, asked.headers["access-control-allow-methods"]]).toEqual([204, "GET, POST"]);
    const answered = await app.inject({ ...posted, headers: site });
    expect([answered.statusCode, answered.headers["access-control-allow-origin"]]).toEqual([200, "*"]);
    expect(answered.headers["access-control-allow-credentials"]).toBeUndefined();
  });

  test("[P53] are refused everything else, and only what is public can be for all", async () => {
    const { app } = await serve(addCard, addsCard);
    const refused = await app.inject({ ...posted, headers: site });
    expect([refused.statusCode, refused.headers["access-control-allow-origin"]]).toEqual([403, undefined]);
    expect((await app.inject({ method: "OPTIONS", url: addCard.path, headers: site })).statusCode).toBe(404);
    await expect(serve(route({ ...addCard, anyOrigin: true }), addsCard)).rejects.toThrow("not public");
  });

  test("[P54] load the widget's script under one address, again only when it has changed", async () => {
    const { app } = await serve(addCard, addsCard, { page: "<!doctype html>" });
    const first = await app.inject("/collect.js");
    expect(first.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": expect.stringContaining("max-age=600"),
    });
    const again = await app.inject({ url: "/collect.js", headers: { "if-none-match": String(first.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });
});

describe("the web", () => {
  const page = "<!doctype html><title>Parcours</title>";

  test("[P51] is one page at every address of a screen, never kept by the browser without asking", async () => {
    const { app } = await serve(addCard, addsCard, { page });
    for (const url of ["/", "/w/1/journeys?from=2026-01-01", "/sign-in"]) {
      const response = await app.inject(url);
      expect([response.statusCode, response.body, response.headers["cache-control"]]).toEqual([200, page, "no-cache"]);
    }
  });

  test("[P51] keeps hashed assets for ever", async () => {
    const { app } = await serve(addCard, addsCard, { page });
    expect((await app.inject("/assets/main-1a2b.js")).headers["cache-control"]).toContain("immutable");
  });

  test("[P52] sends what was made small to who can read it", async () => {
    const { app } = await serve(addCard, addsCard, { page });
    const ask = (encoding: string) =>
      app.inject({ url: "/assets/main-1a2b.js", headers: { "accept-encoding": encoding } });
    const [small, whole] = [await ask("gzip, br"), await ask("gzip")];
    expect([small.headers["content-encoding"], small.body]).toEqual(["br", "small"]);
    expect(small.headers["cache-control"]).toContain("immutable");
    expect([whole.headers["content-encoding"], whole.body]).toEqual([undefined, "1"]);
  });

  test("[P51] answers 404 for an asset or an API address that is not there", async () => {
    const { app } = await serve(addCard, addsCard, { page });
    for (const url of ["/assets/old.js", "/api/v1/nothing"]) {
      expect((await app.inject(url)).json()).toMatchObject({ status: 404, code: "not_found" });
    }
  });

  test("[P51] that is not built says how to build it", async () => {
    const { app } = await serve(addCard, addsCard);
    const response = await app.inject("/");
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain("npm start");
  });
});
