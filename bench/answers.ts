import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { request } from "playwright-core";
import { makeOwner } from "../e2e/people.ts";
import { startProduct } from "../e2e/product.ts";
import { compare } from "./report.ts";

/**
 * What it costs to keep the answers of a survey's page, beside a bare Fastify handler that puts one row into the same
 * PostgreSQL: first as many as go, then at a steady rate.
 *   node bench/answers.ts [turns = 5] [seconds a turn = 5] [answers a second = 300]
 */
const turns = Number(process.argv[2] ?? 5);
const seconds = Number(process.argv[3] ?? 5);
const rate = Number(process.argv[4] ?? 300);
/** People who post at once when as many as go are posted; a steady rate is posted by the fewest. */
const crowds = [16, 64];
let posted = 0;

const product = await startProduct({ demo: false });
const plain = await startPlain(product.dataDir);
try {
  const { url, readAll } = await makeSurvey();
  const ours = { name: "Parcours", url, settle: readAll };
  const peer = { name: "Fastify, one insert", url: `${plain.url}/answer`, settle: async () => {} };
  const posting = ({ name, url: to, settle }: typeof ours, how: Partial<autocannon.Options>, figure: Figure) => ({
    name,
    run: async () => {
      const result = await post(to, how);
      // What follows from our answers is done before it is the other's turn.
      await settle();
      return figure(result);
    },
  });
  for (const connections of crowds) {
    const question = { title: `as many as go, ${connections} at once`, unit: "answers/s", better: "more" } as const;
    const asManyAsGo = (one: typeof ours) => posting(one, { connections }, ({ requests }) => requests.average);
    await compare(question, turns, asManyAsGo(ours), asManyAsGo(peer));
  }
  const steady = (one: typeof ours) => posting(one, { overallRate: rate }, ({ latency }) => latency.p99);
  const slowest = { title: `99 of 100 at ${rate} answers a second`, unit: "ms", better: "less" } as const;
  await compare(slowest, turns, steady(ours), steady(peer));
} finally {
  plain.process.stdin?.end();
  await once(plain.process, "exit");
  await product.stop();
}

type Figure = (result: autocannon.Result) => number;

function addressOf(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}

/** Posts answers, each another's, for one turn. @throws Error when one is not kept */
async function post(url: string, how: Partial<autocannon.Options>): Promise<autocannon.Result> {
  const result = await autocannon({
    url,
    duration: seconds,
    connections: crowds[0] ?? 1,
    method: "POST",
    ...how,
    requests: [
      {
        setupRequest: (sent) => ({
          ...sent,
          // Each from an address of its own, as a proxy says it: one address may not answer this often.
          headers: { "content-type": "application/json", "x-forwarded-for": addressOf(posted++) },
          body: JSON.stringify({
            attempt: randomUUID(),
            answers: { score: 9, why: "Bien reçu à l’accueil." },
            took: 9000,
          }),
        }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were refused, ${result.errors} failed.`);
  return result;
}

/** A survey at a touchpoint: where programs answer it, and the end of all that follows from the answers it has. */
async function makeSurvey(): Promise<{ url: string; readAll: () => Promise<void> }> {
  const visitor = await request.newContext({ extraHTTPHeaders: { origin: product.url } });
  await makeOwner(visitor, product.ownerLink ?? "", "en");
  const send = async (path: string, data: object) => {
    const answer = await visitor.post(`${product.url}/api/v1/${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const read = async (path: string) => (await visitor.get(`${product.url}/api/v1/${path}`)).json();
  const { workspaces } = await read("session");
  const workspace = `workspaces/${workspaces[0].id}`;
  const touchpoint = await send(`${workspace}/touchpoints`, {
    name: "Desk",
    channelId: null,
    teamId: null,
    initiator: "customer",
  });
  const survey = await send(`${workspace}/surveys`, {
    touchpointId: touchpoint.id,
    name: "Desk",
    state: "open",
    content: {
      languages: ["en"],
      questions: [
        { kind: "score", id: "score", metric: "nps", text: { en: "Would you recommend us?" } },
        { kind: "comment", id: "why", text: { en: "Why?" } },
      ],
    },
  });
  const readAll = async () => {
    const { answers } = await read(`surveys/${survey.id}`);
    while ((await read(`${workspace}/comments/counts`)).matching < answers) await sleep(500);
  };
  return { url: `${product.url}/api/v1/answer/${survey.url.split("/").at(-1)}`, readAll };
}

async function startPlain(dataDir: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "answers/plain-server.ts")], {
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { url: said.toString().trim(), process: child };
}
