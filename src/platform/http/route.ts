import type { z } from "zod";

type Shape = z.ZodType | undefined;

/** The contract of one route, shared by the server that serves it, the web that calls it and `openapi.json`. */
export interface Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Response extends Shape = Shape,
> {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with `:name` placeholders, e.g. `/api/v1/journeys/:journeyId`. */
  path: string;
  summary: string;
  /** What the caller must be allowed to do in the workspace; `public` needs no sign-in, `signedIn` needs no workspace. */
  permission: string;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Absent when the route answers 204, or answers by streaming (then `stream` names its media type). */
  response?: Response;
  stream?: string;
  /** The body is `multipart/form-data`, read by the handler itself. */
  multipart?: boolean;
  /** The body is a posted form, `application/x-www-form-urlencoded`, and nothing else. */
  form?: boolean;
  /** Pages of every site may call it; only for what is public, since no cookie comes with it. */
  anyOrigin?: boolean;
  /** Requests a minute from one address, where that is not what its kind of route allows. */
  perMinute?: number;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

export type RouteParams<R> = R extends Route<infer P, infer _Q, infer _B, infer _R> ? Parsed<P> : never;
export type RouteQuery<R> = R extends Route<infer _P, infer Q, infer _B, infer _R> ? Parsed<Q> : never;
export type RouteBody<R> = R extends Route<infer _P, infer _Q, infer B, infer _R> ? Parsed<B> : never;
export type RouteResponse<R> = R extends Route<infer _P, infer _Q, infer _B, infer S> ? Parsed<S> : never;
/** What a caller gives: the input side of the schemas. */
export type RouteCall<R> =
  R extends Route<infer P, infer Q, infer B, infer _R> ? { params: Given<P>; query: Given<Q>; body: Given<B> } : never;

/** Declares a route; only there so that its schemas are inferred. */
export function route<
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
  Response extends Shape = undefined,
>(contract: Route<Params, Query, Body, Response>): Route<Params, Query, Body, Response> {
  return contract;
}
