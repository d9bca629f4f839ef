import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Route, RouteBody, RouteParams, RouteQuery, RouteResponse } from "./route.ts";

/** Who asks. */
export interface Principal {
  userId: string;
  name: string;
  email: string;
}

/** What a handler gets: everything parsed, signed in and authorised already. */
export interface Context<R extends Route> {
  params: RouteParams<R>;
  query: RouteQuery<R>;
  body: RouteBody<R>;
  /** Null only on routes whose permission is `public`. */
  principal: Principal | null;
  /** Null on routes whose permission is `public` or `signedIn`. */
  workspaceId: string | null;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What a handler gives back: what the contract promises, or for a route with `stream` the bytes to send. */
export type Answer<R extends Route> = RouteResponse<R> extends undefined ? Readable | string | void : RouteResponse<R>;

export interface Handler<R extends Route> {
  /** The workspace a resource belongs to, null when there is none; not needed when the path has `:workspaceId`. */
  workspaceOf?: (params: RouteParams<R>) => Promise<string | null>;
  /** One command or query. Without a response schema or a stream the route answers 204. Sends nothing itself. */
  run: (context: Context<R>) => Promise<Answer<R>>;
}

/** Where rooms register what they serve. Someone outside the workspace gets 404, a member without the right 403. */
export interface Routes {
  handle<R extends Route>(contract: R, handler: Handler<R>): void;
}
