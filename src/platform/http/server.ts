import { randomUUID } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import formBody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance, type FastifyRequest, type RouteOptions } from "fastify";
import { AppError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Ahead } from "./ahead.ts";
import { allowAnyOrigin, answerPreflights } from "./any-origin.ts";
import { errorHandler } from "./errors.ts";
import type { Guard } from "./guard.ts";
import type { Routes } from "./handler.ts";
import { type Readiness, registerHealth } from "./health.ts";
import { answer } from "./pipeline.ts";
import type { Route } from "./route.ts";
import { isSameOrigin } from "./same-origin.ts";
import { inlineHashes, readPage, registerWeb } from "./web.ts";

export interface HttpOptions {
  guard: Guard;
  log: Log;
  publicUrl: string;
  readiness: () => Promise<Readiness>;
  /** Folder of the built web; may be missing. */
  webDir: string;
  /** What the browser is told of with the page. */
  ahead?: Ahead;
}

/** Requests a minute from one address: to the whole site, to what can be guessed at, and to what a link shows without signing in. */
const limits = { all: 3000, guessable: 30, shared: 120 } as const;
const bodyLimit = 4 * 1024 * 1024;
const formLimit = 256 * 1024;

/** The server with its defences up and nothing served yet but its health and the screens. */
export async function createHttpServer({
  guard,
  log,
  publicUrl,
  readiness,
  webDir,
  ahead = { screens: [], words: new Map() },
}: HttpOptions): Promise<{ app: FastifyInstance; routes: Routes }> {
  const app = fastify({
    logger: false,
    bodyLimit,
    genReqId: () => randomUUID(),
    // A proxy on this machine may say who asks; nobody else may.
    trustProxy: "loopback",
    routerOptions: { maxParamLength: 500 },
  });
  // Plain text is what a form of another site could send without asking first.
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(errorHandler(log));
  const page = readPage(webDir);
  const guarding = await guardingHeaders(publicUrl, page);
  await app.register(rateLimit, {
    max: limits.all,
    timeWindow: "1 minute",
    addHeadersOnExceeding: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    errorResponseBuilder: (_request, { after }) =>
      new AppError("too_many_requests", `Too many requests; try again in ${after}.`),
  });
  await app.register(multipart, { throwFileSizeLimit: true });
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(guarding).header("x-request-id", request.id);
    const { anyOrigin } = request.routeOptions.config;
    if (anyOrigin === true) allowAnyOrigin(reply);
    else if (!isSameOrigin(request.method, request.headers, publicUrl)) {
      const remedy = "Use the site from its own pages.";
      return done(new AppError("not_allowed", "This request comes from another site.", { remedy }));
    }
    return done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    log.debug("request", {
      method: request.method,
      path: pathWithoutSecrets(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  registerHealth(app, readiness);
  await registerWeb(app, webDir, page, ahead);
  return { app, routes: routesOf(app, guard) };
}

function routesOf(app: FastifyInstance, guard: Guard): Routes {
  return {
    handle: (contract, handler) => {
      const served: RouteOptions = {
        method: contract.method,
        url: contract.path,
        config: { ...limitOf(contract), anyOrigin: contract.anyOrigin ?? false },
        handler: async (request, reply) => {
          if (contract.path.startsWith("/api/")) void reply.header("cache-control", "no-store");
          return answer(contract, handler, guard, request, reply);
        },
      };
      if (contract.anyOrigin === true) answerPreflights(app, contract);
      if (contract.form === true) void app.register((scope) => takeForm(scope, served));
      else app.route(served);
    },
  };
}

/** A form is read where a contract asks for one, and nowhere else: every other route is out of reach of forms. */
async function takeForm(scope: FastifyInstance, served: RouteOptions): Promise<void> {
  scope.removeAllContentTypeParsers();
  await scope.register(formBody, { bodyLimit: formLimit });
  scope.route(served);
}

/** Without the query, which may carry a one-time token, and without a token that is a part of the path. */
function pathWithoutSecrets({ url, params }: FastifyRequest): string {
  const [path = ""] = url.split("?", 1);
  const { token } = (params ?? {}) as { token?: string };
  return token === undefined ? path : path.replace(encodeURIComponent(token), ":token");
}

/** Requests a minute from one address, where they are fewer than for all routes. */
function limitOf(contract: Route): { rateLimit?: { max: number } } {
  if (contract.perMinute !== undefined) return { rateLimit: { max: contract.perMinute } };
  if (isGuessable(contract)) return { rateLimit: { max: limits.guessable } };
  return contract.path.endsWith("/:token") ? { rateLimit: { max: limits.shared } } : {};
}

/** What anybody may send, and that could be a guess at a token or a password. */
function isGuessable(contract: Route): boolean {
  return contract.permission === "public" && contract.method !== "GET";
}

/** The headers that every answer carries. They never change, and helmet would make them anew for each. */
async function guardingHeaders(publicUrl: string, page: string | null): Promise<OutgoingHttpHeaders> {
  const example = fastify();
  await example.register(helmet, helmetOptions(publicUrl, page));
  example.get("/", async (_request, reply) => reply.code(204).send());
  const { headers } = await example.inject("/");
  await example.close();
  const { date: _date, connection: _connection, ...guarding } = headers;
  return guarding;
}

function helmetOptions(publicUrl: string, page: string | null) {
  const isHttps = publicUrl.startsWith("https:");
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineHashes(page ?? "", "script")],
        // Mantine writes the variables of its theme and the sizes of its components as inline styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Only a site that is served over https may promise to stay so.
    strictTransportSecurity: isHttps,
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
    referrerPolicy: { policy: "same-origin" as const },
  };
}
