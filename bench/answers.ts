import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
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
/** People who post at once when as many as go are posted. */
const connections = 16;
let posted = 0;

const product = await startProduct({ demo: false });
const plain = await startPlain(product.dataDir);
try {
  const ours = { name: "Parcours", url: await makeSurvey() };
  const peer = { name: "Fastify, one insert", url: `${plain.url}/answer` };
  const asManyAsGo = ({ name, url }: typeof ours) => ({
    name,
    run: async () => (await post(url, {})).requests.average,
  });
  const question = { title: `as many as go, ${connections} at once`, unit: "answers/s", better: "more" } as const;
  await compare(question, turns, asManyAsGo(ours), asManyAsGo(peer));
  const steady = ({ name, url }: typeof ours) => ({
    name,
    run: async () => (await post(url, { overallRate: rate })).latency.p99,
  });
  const slowest = { title: `99 of 100 at ${rate} answers a second`, unit: "ms", better: "less" } as const;
  await compare(slowest, turns, steady(ours), steady(peer));
} finally {
  plain.process.stdin?.end();
  await once(plain.process, "exit");
  await product.stop();
}

function addressOf(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}

/** Posts answers, each another's, for one turn. @throws Error when one is not kept */
async function post(url: string, how: Partial<autocannon.Options>): Promise<autocannon.Result> {
  const result = await autocannon({
    url,
    duration: seconds,
    connections,
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

/** A survey at a touchpoint, and where programs answer it. */
async function makeSurvey(): Promise<string> {
  const visitor = await request.newContext({ extraHTTPHeaders: { origin: product.url } });
  await makeOwner(visitor, product.ownerLink ?? "", "en");
  const send = async (path: string, data: object) => {
    const answer = await visitor.post(`${product.url}/api/v1/${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const { workspaces } = await (await visitor.get(`${product.url}/api/v1/session`)).json();
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
  await visitor.dispose();
  return `${product.url}/api/v1/answer/${survey.url.split("/").at(-1)}`;
}

async function startPlain(dataDir: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "answers/plain-server.ts")], {
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { url: said.toString().trim(), process: child };
}
