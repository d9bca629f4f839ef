import fastify from "fastify";
import { readConfig } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { openStores } from "#platform/stores/stores.ts";

/**
 * The least that keeps an answer: a handler that checks nothing and puts one row into the PostgreSQL of the product that runs
 * in DATA_DIR. Says where it listens, and ends with its input.
 */
const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
const stores = await openStores(readConfig(process.env), { log, mode: "attach" });
await stores.pool.query("CREATE TABLE IF NOT EXISTS plain_answer (id uuid PRIMARY KEY, answers jsonb NOT NULL)");

const app = fastify();
app.post<{ Body: { attempt: string; answers: object } }>("/answer", async ({ body }) => {
  await stores.pool.query("INSERT INTO plain_answer (id, answers) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    body.attempt,
    JSON.stringify(body.answers),
  ]);
  return { responseId: body.attempt, isNew: true };
});
console.log(await app.listen({ port: 0, host: "127.0.0.1" }));

process.stdin.resume().once("end", () => void app.close().then(() => stores.close()));
