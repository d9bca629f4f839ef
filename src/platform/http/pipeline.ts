import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { AppError, type Issue } from "../errors.ts";
import type { Guard } from "./guard.ts";
import type { Context, Handler, Principal } from "./handler.ts";
import type { Route, RouteParams } from "./route.ts";
import { storable } from "./storable.ts";

/** The one path of every request: parse → authenticate → authorise → run → present. */
export async function answer<R extends Route>(
  contract: R,
  handler: Handler<R>,
  guard: Guard,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const input = parse(contract, request);
  const principal = await authenticate(contract, guard, request);
  const workspaceId = await authorise(contract, handler, guard, principal, input.params);
  const result = await handler.run({ ...input, principal, workspaceId, request, reply } as Context<R>);
  return present(contract, result, reply);
}

/** @throws AppError `invalid_input` with everything that is wrong, not only the first thing. */
function parse(contract: Route, request: FastifyRequest) {
  const issues: Issue[] = [];
  const read = (part: string, schema: z.ZodType | undefined, value: unknown) => {
    if (schema === undefined) return undefined;
    const parsed = schema.safeParse(storable(value));
    if (!parsed.success) issues.push(...parsed.error.issues.map((issue) => toIssue(part, issue)));
    return parsed.data;
  };
  const input = {
    params: read("params", contract.params, request.params),
    query: read("query", contract.query, request.query),
    body: read("body", contract.body, request.body),
  };
  if (issues.length === 0) return input;
  throw new AppError(
    "invalid_input",
    `The request has ${issues.length === 1 ? "a mistake" : `${issues.length} mistakes`}.`,
    {
      remedy: "Correct what the issues name and send it again.",
      issues,
    },
  );
}

/** Fields of a body are named as the caller named them; those of the path and the query say where they stand. */
function toIssue(part: string, issue: z.core.$ZodIssue): Issue {
  const path = issue.path.map(String);
  return { path: (part === "body" ? path : [part, ...path]).join("."), code: issue.code, message: issue.message };
}

async function authenticate(contract: Route, guard: Guard, request: FastifyRequest): Promise<Principal | null> {
  if (contract.permission === "public") return null;
  const principal = await guard.authenticate(request);
  if (principal === null)
    throw new AppError("not_signed_in", "Nobody is signed in.", { remedy: "Sign in and try again." });
  return principal;
}

async function authorise<R extends Route>(
  contract: R,
  handler: Handler<R>,
  guard: Guard,
  principal: Principal | null,
  params: unknown,
): Promise<string | null> {
  if (principal === null || contract.permission === "signedIn") return null;
  const workspaceId = await (handler.workspaceOf?.(params as RouteParams<R>) ??
    (params as { workspaceId: string }).workspaceId);
  const verdict =
    workspaceId === null ? "outside" : await guard.authorise(principal.userId, workspaceId, contract.permission);
  if (verdict === "outside") throw new AppError("not_found", "There is nothing here for you.");
  if (verdict === "denied") {
    throw new AppError("not_allowed", "Your role does not allow this.", {
      remedy: "Ask an owner of the workspace for another role.",
    });
  }
  return workspaceId;
}

/** Sends what the contract names and nothing else: a field that slipped into a result never leaves the server. */
function present(contract: Route, result: unknown, reply: FastifyReply): unknown {
  if (contract.stream !== undefined) {
    // A contract that names a family of types leaves it to its handler to say which.
    return (reply.hasHeader("content-type") ? reply : reply.type(contract.stream)).send(result);
  }
  if (contract.response === undefined) return reply.code(204).send();
  return contract.response.parse(result);
}
