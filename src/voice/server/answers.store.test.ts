import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getMeasures } from "#insight/api.ts";
import { openLive } from "#journey/api.ts";
import { type Matter, readLiveMessage } from "#journey/live.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { liveClient } from "#testing/live-client.ts";
import * as api from "../api.ts";
import { AskingRules } from "../asking/model.ts";
import { deleteExpired } from "./retention.ts";
import { makeJourney, makeSurvey, makeTouchpoint } from "./voice.testing.ts";

let app: TestApp;
let touchpoint: { id: string; key: string };
let survey: { id: string; token: string; url: string };
beforeAll(async () => {
  app = await testApp();
  touchpoint = await makeTouchpoint(app.as("editor"), app.workspaceId);
  survey = await make();
});
afterAll(() => app.close());

const make = (part: Parameters<typeof makeSurvey>[2] = {}) =>
  makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId: touchpoint.id }, part);

type Given = Partial<RouteBody<typeof api.answerSurvey>>;
const answer = (given: Given = {}, token = survey.token) =>
  app.call(
    api.answerSurvey,
    { params: { token }, body: { attempt: randomUUID(), answers: { nps: 9 }, ...given } },
    "anonymous",
  );
const responses = async (surveyId: string) => {
  const { rows } = await app.stores.pool.query("SELECT * FROM response WHERE survey_id = $1 ORDER BY id", [surveyId]);
  return rows;
};
const events = async (id: string): Promise<Record<string, unknown>[]> => {
  const result = await app.stores.clickhouse.query({
    query: "SELECT * FROM event WHERE event_id = {id:UUID}",
    query_params: { id },
    format: "JSONEachRow",
  });
  return result.json();
};
/** Waits until nothing is on its way, so that what is not there has not come. */
const settled = async () => {
  await expect
    .poll(async () => (await app.stores.pool.query("SELECT FROM event_inbox")).rowCount, { timeout: 15_000 })
    .toBe(0);
};
const counts = async (surveyId: string) => {
  const { answers, partial, suspicious } = await app.call(api.getSurvey, { params: { surveyId } });
  return { answers, partial, suspicious };
};

/** The fields of the page, as a browser would post them. */
async function openPage(url: string): Promise<{ fields: URLSearchParams; response: Response; html: string }> {
  const response = await fetch(url);
  const html = await response.text();
  const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? "",
    /value="([^"]*)"/.exec(tag)?.[1] ?? "",
  ]);
  const fields = new URLSearchParams(hidden);
  // Nobody answers as fast as a test.
  fields.set("shown", String(Number(fields.get("shown")) - 5000));
  return { fields, response, html };
}
const post = (
  url: string,
  fields: URLSearchParams,
  headers: Record<string, string> = { origin: new URL(url).origin },
) => fetch(url, { method: "POST", body: fields, headers });

test("[V50] an answer is a response and an event at the touchpoint, of who is said to have given it", async () => {
  const trusting = AskingRules.parse({ trustsLink: true });
  await app.call(api.setAskingRules, { params: { surveyId: survey.id }, body: trusting }, "editor");
  const receipt = await answer({
    answers: { nps: 8, why: "Rapide" },
    language: "en",
    properties: { store: "Lyon", survey: "not me" },
    person: { kind: "email", value: "Ada@example.com" },
  });
  expect(receipt.isNew).toBe(true);
  const [row] = await responses(survey.id);
  expect(row).toMatchObject({
    id: receipt.responseId,
    version: 1,
    metric: "nps",
    score: 8,
    comment: "Rapide",
    language: "en",
  });
  expect(JSON.stringify(row)).not.toMatch(/ada@/i);
  await settled();
  const [event] = await events(receipt.responseId);
  expect(event).toMatchObject({
    workspace_id: app.workspaceId,
    touchpoint_key: touchpoint.key,
    kind: "answer",
    metric: "nps",
    score: 8,
    comment: "Rapide",
    properties: { store: "Lyon", survey: "Après la caisse", way: "api" },
  });
  const again = await answer({ person: { kind: "email", value: "ada@example.com " } });
  await settled();
  expect((await events(again.responseId))[0]?.person_id).toBe(event?.person_id);
});

test("[V51] sent twice, twenty times at once, or again after the line was cut, it is one answer", async () => {
  const own = await make();
  const attempt = randomUUID();
  const receipts = await Promise.all(Array.from({ length: 20 }, () => answer({ attempt }, own.token)));
  expect(new Set(receipts.map(({ responseId }) => responseId)).size).toBe(1);
  expect(receipts.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await responses(own.id)).toHaveLength(1);

  // The answer is sent, and whoever sent it hangs up before the server says so.
  const lost = randomUUID();
  const body = JSON.stringify({ attempt: lost, answers: { nps: 3 } });
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  const head = `POST /api/v1/answer/${own.token} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.write(head + body, () => socket.destroy());
  await expect.poll(async () => (await responses(own.id)).length).toBe(2);
  const retried = await answer({ attempt: lost, answers: { nps: 3 } }, own.token);
  expect(retried.isNew).toBe(false);
  await settled();
  expect(await responses(own.id)).toHaveLength(2);
  for (const { id } of await responses(own.id)) expect(await events(id)).toHaveLength(1);
  expect(await counts(own.id)).toEqual({ answers: 2, partial: 0, suspicious: 0 });
});

test("[V52] a partial answer is kept, changed and completed under one attempt, and counts when it is complete", async () => {
  const own = await make();
  const attempt = randomUUID();
  const first = await answer({ attempt, answers: {}, isPartial: true }, own.token);
  expect(await answer({ attempt, answers: { nps: 4 }, isPartial: true }, own.token)).toEqual({
    ...first,
    isNew: false,
  });
  expect(await counts(own.id)).toEqual({ answers: 0, partial: 1, suspicious: 0 });
  expect(await answer({ attempt, answers: { nps: 6, why: "Bof" } }, own.token)).toEqual({ ...first, isNew: false });
  expect(await answer({ attempt, answers: { nps: 10 } }, own.token)).toEqual({ ...first, isNew: false });
  await settled();
  expect(await responses(own.id)).toMatchObject([{ score: 6, comment: "Bof", is_partial: false }]);
  expect(await events(first.responseId)).toMatchObject([{ score: 6, comment: "Bof" }]);
});

test("[V53] what is suspicious is kept and counted apart, and moves no figure", async () => {
  const own = await make();
  const caught = await answer({ website: "https://spam.example" }, own.token);
  const fast = await answer({ took: 20 }, own.token);
  await settled();
  expect((await responses(own.id)).map(({ suspicions }) => suspicions)).toEqual([["hiddenField"], ["tooFast"]]);
  expect([...(await events(caught.responseId)), ...(await events(fast.responseId))]).toEqual([]);
  expect(await counts(own.id)).toEqual({ answers: 0, partial: 0, suspicious: 2 });
});

test("[V54] a draft has no link yet, a closed survey says so, and still knows what it had received", async () => {
  const own = await make({ state: "draft" });
  const set = (state: "open" | "closed") =>
    app.call(api.updateSurvey, { params: { surveyId: own.id }, body: { state } }, "editor");
  await expect(answer({}, own.token)).rejects.toMatchObject({ code: "not_found" });
  expect((await fetch(own.url)).status).toBe(404);
  await set("open");
  const attempt = randomUUID();
  const receipt = await answer({ attempt }, own.token);
  const { fields } = await openPage(own.url);
  await set("closed");
  await expect(answer({}, own.token)).rejects.toMatchObject({ code: "gone", title: expect.stringContaining("closed") });
  expect(await answer({ attempt }, own.token)).toEqual({ ...receipt, isNew: false });
  expect((await fetch(own.url)).status).toBe(410);
  fields.set("q_nps", "9");
  expect((await post(own.url, fields)).status).toBe(410);
  await expect(answer({}, "forged-token")).rejects.toMatchObject({ code: "not_found" });
  expect(await responses(own.id)).toHaveLength(1);
});

test("[V55] what does not fit the questions is refused, with where", async () => {
  const before = (await responses(survey.id)).length;
  for (const nps of [-1, 11, 7.5, "neuf", ["a"]]) {
    await expect(answer({ answers: { nps } })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "answers.nps" }],
    });
  }
  await expect(answer({ answers: {} })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(answer({ answers: { nps: 9, why: "x".repeat(1_000_000) } })).rejects.toMatchObject({
    code: "invalid_input",
  });
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`p${n}`, "x"]));
  await expect(answer({ properties: many })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await responses(survey.id)).toHaveLength(before);
});

test("[V56] an answer was never given later than now, nor before there was a survey", async () => {
  const own = await make();
  const started = Date.now();
  await answer({ answeredAt: "2999-01-01T00:00:00.000Z" }, own.token);
  await answer({ answeredAt: "1999-01-01T00:00:00.000Z" }, own.token);
  const [late, early] = await responses(own.id);
  expect(late.answered_at.getTime()).toBeGreaterThanOrEqual(started - 1000);
  expect(late.answered_at.getTime()).toBeLessThanOrEqual(Date.now());
  const { createdAt } = await app.call(api.getSurvey, { params: { surveyId: own.id } });
  expect(early.answered_at.toISOString()).toBe(createdAt);
});

test("[V57] the form of the page records what is posted, once, and thanks", async () => {
  const own = await make();
  const { fields, response } = await openPage(`${own.url}?way=qr&lang=en`);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await responses(own.id)).toEqual([]);
  fields.set("q_nps", "7");
  fields.set("q_why", "It was\r\nfine");
  const posted = await post(own.url, fields);
  expect([posted.status, posted.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await posted.text()).toContain("Thank you");
  expect((await post(own.url, fields)).status).toBe(200);
  expect(await responses(own.id)).toMatchObject([{ score: 7, comment: "It was\nfine", way: "qr", language: "en" }]);
  await settled();
  const [row] = await responses(own.id);
  expect(await events(row.id)).toHaveLength(1);
});

test("[V57] a form that lacks its score comes back with what was written, under the same attempt", async () => {
  const own = await make();
  const { fields } = await openPage(own.url);
  fields.set("q_why", "Rien à <b>dire</b>");
  const posted = await post(own.url, fields);
  const html = await posted.text();
  expect(posted.status).toBe(422);
  expect(html).toContain("Rien à &#60;b&#62;dire&#60;/b&#62;");
  expect(html).toContain(fields.get("attempt"));
  expect(await responses(own.id)).toEqual([]);
});

test("[V58] a page of a survey fetches nothing, runs nothing but itself, and is kept by nobody", async () => {
  const { response, html } = await openPage(survey.url);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+';/);
  expect(policy).not.toMatch(/unsafe|script-src[^;]*'self'/);
  expect(html).not.toMatch(/\sstyle="|\son\w+="/);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
    "x-frame-options": "SAMEORIGIN",
  });
});

test("[V58] its form is taken from the page itself and from no other site", async () => {
  const { fields } = await openPage(survey.url);
  fields.set("q_nps", "9");
  const before = (await responses(survey.id)).length;
  for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }, { origin: "null" }])
    expect((await post(survey.url, fields, headers)).status).toBe(403);
  expect(await responses(survey.id)).toHaveLength(before);
  expect((await post(survey.url, fields)).status).toBe(200);
});

test("[V59] what customers write stays text: markup, formulas, signs of any alphabet, and signs that are none", async () => {
  const own = await make();
  const why = "<script>alert(1)</script> =1+1 👩‍🍳 עברית \u0000fin\ud800";
  const { responseId } = await answer({ answers: { nps: 0, why }, properties: { store: "Ly\u0000on" } }, own.token);
  await settled();
  const kept = "<script>alert(1)</script> =1+1 👩‍🍳 עברית fin\ufffd";
  expect(await events(responseId)).toMatchObject([{ comment: kept, properties: { store: "Lyon" } }]);
});

test("[V60] the map that places the touchpoint hears of it, and its figures have it, within two seconds", async () => {
  const place = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const journeyId = await makeJourney(app.as("editor"), app.workspaceId, place.id);
  const own = await make({ touchpointId: place.id });
  const heard: Matter[] = [];
  const client = liveClient({
    url: app.url,
    journeyId,
    token: async () => (await app.call(openLive, { params: { journeyId } }, "viewer")).token,
  });
  client.provider.on("stateless", ({ payload }: { payload: string }) => {
    const changed = readLiveMessage(payload)?.changed;
    if (changed !== undefined) heard.push(changed);
  });
  await vi.waitFor(() => expect(client.provider.isSynced).toBe(true), { timeout: 10_000 });
  const scores = [10, 9, 9, 6, 3];
  for (const nps of scores) await answer({ answers: { nps, why: `Note ${nps}` } }, own.token);
  await vi.waitFor(() => expect(heard).toContain("measures"), { timeout: 10_000 });
  const measured = async () => {
    const { touchpoints } = await app.call(getMeasures, { params: { journeyId }, query: {} }, "viewer");
    return touchpoints[0]?.scores[0];
  };
  await expect.poll(measured, { timeout: 10_000 }).toMatchObject({ metric: "nps", n: 5, value: 20 });
  client.close();
});

test("[V62] an answer that is older than its survey keeps answers is deleted, and its event with it", async () => {
  const day = 86_400_000;
  const [kept, bounded] = [await make(), await make({ retentionDays: 30 })];
  const [stays, goes] = [await answer({}, kept.token), await answer({}, bounded.token)];
  await settled();
  const clean = (days: number) => deleteExpired({ ...app.stores, now: () => new Date(Date.now() + days * day) });
  await clean(29);
  expect(await events(goes.responseId)).toHaveLength(1);
  await clean(31);
  expect([await responses(bounded.id), await events(goes.responseId)]).toEqual([[], []]);
  expect([await responses(kept.id), await events(stays.responseId)]).toMatchObject([[{}], [{}]]);
});

test("[M30, V328] only the answers of a survey about the relation as a whole say so in their event, with or without a touchpoint", async () => {
  const [about, nowhere] = [
    await make({ relation: "relational" }),
    await make({ relation: "relational", touchpointId: null }),
  ];
  const [whole, free, contact] = await Promise.all([answer({}, about.token), answer({}, nowhere.token), answer()]);
  for (const { responseId } of [whole, free])
    await expect
      .poll(() => events(responseId), { timeout: 15_000 })
      .toMatchObject([{ properties: { relational: "yes" } }]);
  expect(await events(free.responseId)).toMatchObject([{ touchpoint_key: "" }]);
  await settled();
  expect((await events(contact.responseId))[0]?.["properties"]).not.toHaveProperty("relational");
});
