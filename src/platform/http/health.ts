import type { FastifyInstance } from "fastify";

/** Null: all is well. Otherwise what is missing, by the name of the part. */
export type Readiness = Record<string, string> | null;

/** `/healthz`: the process lives. `/readyz`: it can do its work, or 503 with what is missing. */
export function registerHealth(app: FastifyInstance, readiness: () => Promise<Readiness>): void {
  app.get("/healthz", () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const missing = await readiness();
    if (missing === null) return { status: "ready" };
    return reply.code(503).send({ status: "not ready", missing });
  });
}
