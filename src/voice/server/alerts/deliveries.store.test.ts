import { randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook as Verifier } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import { alertLimits, type AlertRuleDraft } from "../../alerts/model.ts";
import { readyTriggers } from "../../alerts/ready.ts";
import * as api from "../../api.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Another program: what it has received, and what it answers. */
const received: Received[] = [];
let answers: number[] = [];
const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    received.push({ headers: request.headers, body });
    response.writeHead(answers.shift() ?? 204).end();
  });
});

let app: TestApp;
let mail: MailSink;
let url: string;
let token: string;
let shift = 0;
beforeAll(async () => {
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  mail = await mailSink((address) => (address.startsWith("viewer") ? 550 : null));
  app = await testApp({
    now: () => new Date(Date.now() + shift),
    env: { OUTGOING_PRIVATE: "1", SMTP_URL: mail.url, MAIL_FROM: "Parcours <cx@example.com>" },
  });
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  ({ token } = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }));
});
afterAll(async () => {
  await app.close();
  await mail.close();
  receiver.close();
});
beforeEach(async () => {
  await app.stores.pool.query("TRUNCATE alert_rule, alert, webhook, response CASCADE");
  received.length = 0;
  answers = [];
});

const params = () => ({ workspaceId: app.workspaceId });
const rule = (part: Partial<AlertRuleDraft>) =>
  app.call(api.createAlertRule, {
    params: params(),
    body: {
      name: "Mécontent",
      isActive: true,
      trigger: readyTriggers.unhappy,
      touchpointIds: [],
      surveyIds: [],
      roles: [],
      userIds: [],
      byMail: false,
      webhookIds: [],
      opensCase: null,
      ...part,
    },
  });
const answer = (why: string) =>
  app.call(
    api.answerSurvey,
    { params: { token }, body: { attempt: randomUUID(), answers: { nps: 1, why } } },
    "anonymous",
  );
const newWebhook = (to = url) => app.call(api.createWebhook, { params: params(), body: { name: "CRM", url: to } });
const log = (webhookId: string) => app.call(api.listDeliveries, { params: { webhookId } });
const eventually = { timeout: 15_000 };

test("[V200] an alert is one message that the receiver can verify, without personal data", async () => {
  const { webhookId, secret } = await newWebhook();
  await rule({ webhookIds: [webhookId] });
  const { responseId } = await answer("Rappelez-moi au 06 12 34 56 78, c’est nul");
  await expect.poll(() => received.length, eventually).toBe(1);
  const [{ headers, body } = { headers: {}, body: "" }] = received;
  expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toMatchObject({
    type: "alert.raised",
    data: {
      workspaceId: app.workspaceId,
      rule: { name: "Mécontent" },
      touchpoint: { name: "Caisse" },
      answer: { responseId, score: 1, metric: "nps", comment: "Rappelez-moi au ••••••••••••••, c’est nul" },
    },
  });
  expect(() => new Verifier(secret).verify(`${body} `, headers as Record<string, string>)).toThrow(
    "No matching signature",
  );
  await expect
    .poll(() => log(webhookId), eventually)
    .toMatchObject([
      { id: headers["webhook-id"], state: "delivered", ruleName: "Mécontent", tries: [{ status: 204, failure: null }] },
    ]);
});

test("[V201] what does not arrive is tried again under its id, later and later, and can be sent by hand", async () => {
  const { webhookId } = await newWebhook();
  await rule({ webhookIds: [webhookId] });
  answers = [500, 302];
  await answer("Nul");
  await expect.poll(() => log(webhookId), eventually).toMatchObject([{ state: "waiting", tries: [{ status: 500 }] }]);
  shift += 6_000;
  await expect.poll(() => received.length, eventually).toBe(2);
  await expect
    .poll(() => log(webhookId), eventually)
    .toMatchObject([{ state: "waiting", tries: [{}, { status: 302, failure: "answered 302" }] }]);
  const [delivery] = await log(webhookId);
  await app.call(api.resendDelivery, { params: { deliveryId: delivery!.id } });
  await expect.poll(() => log(webhookId), eventually).toMatchObject([{ state: "delivered", nextTryAt: null }]);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([delivery!.id]));
});

test("[V201] a receiver that is gone is switched off, one that leads inside is never asked", async () => {
  const gone = await newWebhook();
  answers = [410];
  await app.call(api.tryWebhook, { params: { webhookId: gone.webhookId } });
  await expect
    .poll(() => app.call(api.listWebhooks, { params: params() }), eventually)
    .toMatchObject([{ id: gone.webhookId, isActive: false, failed: 1 }]);
  const odd = await newWebhook("http://me:hush@127.0.0.1/");
  await app.call(api.tryWebhook, { params: { webhookId: odd.webhookId } });
  await expect
    .poll(() => log(odd.webhookId), eventually)
    .toMatchObject([{ state: "failed", tries: [{ status: null, failure: expect.stringContaining("password") }] }]);
});

test("[V202] after a new secret, messages are signed with both for a day", async () => {
  const { webhookId, secret: old } = await newWebhook();
  const { secret } = await app.call(api.renewWebhookSecret, { params: { webhookId } });
  const send = async () => {
    const before = received.length;
    await app.call(api.tryWebhook, { params: { webhookId } });
    await expect.poll(() => received.length, eventually).toBe(before + 1);
    const { headers, body } = received.at(-1)!;
    const signatures = String(headers["webhook-signature"]).split(" ");
    expect(JSON.parse(body)).toMatchObject({ type: "webhook.test" });
    return { signatures, verify: (by: string) => new Verifier(by).verify(body, headers as Record<string, string>) };
  };
  const both = await send();
  expect(both.signatures).toHaveLength(2);
  expect(() => [both.verify(secret), both.verify(old)]).not.toThrow();
  await app.stores.pool.query("UPDATE webhook SET old_secret_until = now() - interval '1 minute'");
  shift = 0;
  const one = await send();
  expect(one.signatures).toHaveLength(1);
  expect(() => one.verify(old)).toThrow("No matching signature");
  expect(JSON.stringify(await app.call(api.listWebhooks, { params: params() }))).not.toContain("whsec");
});

test("[V203, V237] those who are told get a letter in their own language, and not more than the hour's", async () => {
  await app.as("viewer").cookie();
  await rule({ roles: ["owner", "viewer"], byMail: true });
  for (let n = 0; n < alertLimits.lettersAnHour + 3; n++) await answer(`Nul ${n}, écrivez à jeanne@example.com`);
  await expect.poll(() => mail.to("owner@example.com").length, eventually).toBe(alertLimits.lettersAnHour);
  const [letter] = mail.to("owner@example.com");
  expect(letter?.subject).toBe("Alert: Mécontent · Caisse");
  expect(letter?.text).toContain("Score: 1/10");
  expect(letter?.text).toContain(`/w/${app.workspaceId}/voice/alerts?alert=`);
  expect(letter?.text).not.toContain("jeanne");
  expect(letter?.html).toContain("Open the alert");
  const states = async () => {
    const { rows } = await app.stores.pool.query(
      "SELECT state, count(*) AS n FROM alert_delivery GROUP BY state ORDER BY state",
    );
    return rows;
  };
  await expect.poll(states, eventually).toEqual([
    { state: "delivered", n: alertLimits.lettersAnHour },
    { state: "failed", n: alertLimits.lettersAnHour },
  ]);
});
