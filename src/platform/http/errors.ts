import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { AppError, type ErrorCode, toProblem } from "../errors.ts";
import type { Log } from "../log.ts";

/** Refusals of the HTTP library itself, as ours. */
const codeOfStatus: Record<number, ErrorCode> = {
  400: "bad_request",
  404: "not_found",
  413: "too_large",
  415: "bad_request",
  429: "too_many_requests",
};

/** What PostgreSQL says of a NUL character, in a text and in JSON. */
const unstorable: ReadonlySet<string | undefined> = new Set(["22021", "22P05"]);

/** Answers problem details; an unexpected error is logged under the id that the answer carries, and says nothing else. */
export function errorHandler(log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const known = toAppError(error);
    if (known === undefined) {
      log.error("unexpected error", {
        request: request.id,
        method: request.method,
        path: request.routeOptions.url,
        stack: stackOf(error),
      });
    } else if (known.status >= 500) {
      log.error(known.message, {
        request: request.id,
        code: known.code,
        cause: known.cause === undefined ? undefined : stackOf(known.cause),
      });
    }
    sendProblem(reply, known ?? error, request.id);
  };
}

export function sendProblem(reply: FastifyReply, error: unknown, requestId: string): void {
  const problem = toProblem(error);
  void reply
    .code(problem.status)
    .type("application/problem+json; charset=utf-8")
    // A string: problem details answer in place of the route's own schema.
    .send(JSON.stringify({ ...problem, instance: `urn:uuid:${requestId}` }));
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const { statusCode, message, code: reason } = error as Partial<FastifyError>;
  if (unstorable.has(reason)) {
    return new AppError("invalid_input", "A text holds a character that cannot be stored.", {
      remedy: "Write the text anew.",
      cause: error,
    });
  }
  const code = statusCode === undefined ? undefined : codeOfStatus[statusCode];
  return code === undefined ? undefined : new AppError(code, message ?? "The request cannot be read.");
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
