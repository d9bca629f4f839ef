import type { FastifyInstance, FastifyReply } from "fastify";
import type { Route } from "./route.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    anyOrigin?: boolean;
  }
}

/** How long a browser may remember that it may ask, in seconds. */
const remembered = 86_400;

/** Lets a page of any site read this answer (Fetch standard, §3.2); browsers then send no cookie with the request. */
export function allowAnyOrigin(reply: FastifyReply): void {
  void reply.headers({ "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" });
}

/**
 * Answers browsers that ask before they send what a form could not.
 * @throws Error for a route that is not public: what a session allows is for our own pages only
 */
export function answerPreflights(app: FastifyInstance, { path, method, permission }: Route): void {
  if (permission !== "public") throw new Error(`${method} ${path} is not public: other sites may not call it.`);
  if (app.hasRoute({ method: "OPTIONS", url: path })) return;
  app.options(path, { config: { anyOrigin: true } }, async (_request, reply) =>
    reply
      .code(204)
      .headers({
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "content-type",
        "access-control-max-age": remembered,
      })
      .send(),
  );
}
