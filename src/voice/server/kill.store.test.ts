import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getMeasures } from "#insight/api.ts";
import { type Door, doorTo, enter } from "#testing/door.ts";
import { type TestProduct, testProduct } from "#testing/product.ts";
import { createOwner, getSession } from "#workspace/api.ts";
import { randomFrom } from "../../../tools/demo/random.ts";
import type { AlertRuleDraft } from "../alerts/model.ts";
import { AskingRules } from "../asking/model.ts";
import * as api from "../api.ts";
import { makeJourney, makeSurvey, makeTouchpoint } from "./voice.testing.ts";

const kills = 5;
const hands = 8;
const random = randomFrom(20_261_123);

let product: TestProduct;
let cookie: string | null = null;
let owner: Door;
beforeAll(async () => {
  product = await testProduct();
  owner = doorTo(product.url, async () => cookie);
});
afterAll(() => product.close());

const everyAnswer: AlertRuleDraft = {
  name: "Every answer",
  isActive: true,
  trigger: { kind: "answer", conditions: [] },
  touchpointIds: [],
  surveyIds: [],
  roles: ["owner"],
  userIds: [],
  byMail: false,
  webhookIds: [],
  opensCase: null,
};

test("[V61, V190] killed five times while answers come in, it has every acknowledged one, once, and raises its alert once", async () => {
  let server = product.spawn("start");
  const [, ownerToken = ""] = /token=(\S+)/.exec(await server.saying(/Ctrl-C/)) ?? [];
  cookie = await enter(product.url, createOwner, {
    body: { token: ownerToken, name: "Ada", email: "ada@example.com", password: "correct horse battery", locale: "en" },
  });
  const workspaceId = (await owner.call(getSession)).workspaces[0]?.id ?? "";
  const touchpoint = await makeTouchpoint(owner, workspaceId);
  const journeyId = await makeJourney(owner, workspaceId, touchpoint.id);
  const { token, id: surveyId } = await makeSurvey(owner, { workspaceId, touchpointId: touchpoint.id });
  // A link that only our own systems have may be answered as often as they like.
  const ours = AskingRules.parse({ trustsLink: true });
  await owner.call(api.setAskingRules, { params: { surveyId }, body: ours });
  const { id: ruleId } = await owner.call(api.createAlertRule, { params: { workspaceId }, body: everyAnswer });
  const send = (attempt: string) =>
    owner.call(api.answerSurvey, { params: { token }, body: { attempt, answers: { nps: 9 } } });

  const acknowledged = new Map<string, string>();
  for (let round = 0; round < kills; round++) {
    const answering = Array.from({ length: hands }, async () => {
      for (;;) {
        const attempt = randomUUID();
        acknowledged.set(attempt, (await send(attempt)).responseId);
      }
    });
    await sleep(random.int(50, 700));
    server.process.kill("SIGKILL");
    await Promise.allSettled(answering);
    await server.ended;
    server = product.spawn("start");
    await server.saying(/Ctrl-C/);
  }

  // It was killed in the middle of everything, or nothing was tried.
  expect(acknowledged.size).toBeGreaterThan(kills * hands);
  const { answers } = await owner.call(api.getSurvey, { params: { surveyId } });
  expect(answers).toBeGreaterThanOrEqual(acknowledged.size);
  const counted = async () => {
    const { touchpoints } = await owner.call(getMeasures, { params: { journeyId }, query: {} });
    return touchpoints[0]?.scores[0]?.n;
  };
  await expect.poll(counted, { timeout: 15_000 }).toBe(answers);
  const raised = async () => {
    const { rules } = await owner.call(api.listAlertRules, { params: { workspaceId } });
    return rules.find(({ id }) => id === ruleId)?.recentAlerts;
  };
  await expect.poll(raised, { timeout: 30_000 }).toBe(answers);
  // As many as one address may ask for in a minute, from all along.
  const every = Math.ceil(acknowledged.size / 300);
  for (const [attempt, responseId] of [...acknowledged].filter((_, n) => n % every === 0))
    expect(await send(attempt)).toEqual({ responseId, isNew: false });
  server.process.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
});
