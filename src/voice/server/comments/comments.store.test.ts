import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listVerbatims } from "#insight/api.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { createWorkspace } from "#workspace/index.ts";
import * as api from "../../api/comments.ts";
import { topicRules } from "../../text/topic-rules.ts";
import { makeJourney, makeTouchpoint } from "../voice.testing.ts";
import { giveComments, leaning } from "./comments.testing.ts";

/** Comments are read within seconds, on a machine that has nothing else to do. */
const patient = { timeout: 20_000 };
let app: TestApp;
let params: { workspaceId: string };
const late = { comment: "La livraison est très en retard, je suis déçu", score: 1, at: "2026-03-12 09:00:00" };
const kind = { comment: "Un accueil très chaleureux, merci à l'équipe", score: 5, at: "2026-03-11 09:00:00" };
const sarcastic = {
  comment: "Un colis cassé, un service lamentable, un vendeur désagréable : je vais résilier",
  score: 5,
  at: "2026-03-10 23:30:00",
};
const english = { comment: "The parcel was late and the staff were rude", score: 1, touchpoint: "web" };
const evil = { comment: '=HYPERLINK("http://evil.example","<b>Prix</b>")', score: 3, at: "2026-03-01 09:00:00" };

beforeAll(async () => {
  app = await testApp();
  params = { workspaceId: app.workspaceId };
  await giveComments(app.stores.clickhouse, app.workspaceId, [late, kind, sarcastic, english, evil]);
  await vi.waitUntil(async () => (await list()).length === 5, patient);
});
afterAll(() => app.close());

const list = async (query: Partial<Parameters<typeof app.call<typeof api.listComments>>[1] & object>["query"] = {}) =>
  (await app.call(api.listComments, { params, query: { ...query } }, "viewer")).comments;
const texts = async (query: Parameters<typeof list>[0]) => (await list(query)).map(({ comment }) => comment);
const counts = (query: Parameters<typeof list>[0] = {}) => app.call(api.countComments, { params, query: { ...query } });

test("[VT25] comments are listed, the latest first, page by page, with what was read and where", async () => {
  const first = await app.call(api.listComments, { params, query: { limit: 2 } }, "viewer");
  expect(first.comments.map(({ comment }) => comment)).toEqual([late.comment, kind.comment]);
  expect(first.comments[0]).toMatchObject({ touchpoint: "shop", metric: "csat", score: 1, correction: null });
  const { topics } = first.comments[0]!.reading;
  const [span] = topics.find(({ id }) => id === "delivery")!.spans;
  expect(late.comment.slice(span!.start, span!.end)).toBe("livraison");
  const second = await app.call(api.listComments, { params, query: { limit: 2, cursor: first.next! } });
  expect(second.comments.map(({ comment }) => comment)).toEqual([sarcastic.comment, english.comment]);
  await expect(app.call(api.listComments, { params, query: { cursor: "nonsense" } })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("[VT25] filters hold together: day, touchpoint, topic, polarity, disagreement, signal, language, words", async () => {
  // Half past eleven in the evening, UTC, is the next day in Paris.
  expect(await texts({ from: "2026-03-11", to: "2026-03-11" })).toEqual([kind.comment, sarcastic.comment]);
  expect(await texts({ touchpoint: "web" })).toEqual([english.comment]);
  expect(await texts({ topic: "delivery", language: "fr" })).toEqual([late.comment, sarcastic.comment]);
  expect(await texts({ polarity: "positive" })).toEqual([kind.comment]);
  expect(await texts({ disagreement: "any" })).toEqual([sarcastic.comment]);
  expect(await texts({ disagreement: "lowScoreHappyWords" })).toEqual([]);
  expect(await texts({ signal: "churn" })).toEqual([sarcastic.comment]);
  expect(await texts({ words: "DECU  tres" })).toEqual([late.comment]);
  expect(await texts({ words: "'; DROP TABLE event --" })).toEqual([]);
  await expect(list({ from: "2026-03-11", to: "2026-03-10" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("[VT26] counts tell topic by polarity, whatever topic and polarity are looked at", async () => {
  const all = await counts();
  expect(all).toMatchObject({ matching: 5, signals: { churn: 1 }, firstDay: "2026-03-01", lastDay: "2026-03-12" });
  expect(all.all.positive + all.all.unsure + all.all.negative).toBe(5);
  expect(all.topics.find(({ id }) => id === "delivery")).toEqual({
    id: "delivery",
    positive: 0,
    unsure: 0,
    negative: 3,
  });
  const narrow = await counts({ topic: "delivery", polarity: "negative" });
  expect(narrow).toEqual({ ...all, matching: 3 });
  expect((await counts({ touchpoint: "nowhere" })).all).toEqual({ positive: 0, unsure: 0, negative: 0 });
});

test("[VT27] what a person says of a comment stands at once, and can be taken back", async () => {
  const [comment] = await list({ words: "lamentable" });
  const { eventId } = comment!;
  const correct = (body: { polarity: "positive" | "unsure" | null; topics: string[] | null }) =>
    app.call(api.correctComment, { params: { ...params, eventId }, body }, "editor");
  const corrected = await correct({ polarity: "unsure", topics: ["price"] });
  expect(corrected).toEqual({ ...comment, correction: { polarity: "unsure", topics: ["price"] } });
  expect(await texts({ topic: "price", polarity: "unsure" })).toContain(sarcastic.comment);
  expect(await texts({ topic: "delivery" })).not.toContain(sarcastic.comment);
  await expect(correct({ polarity: null, topics: ["nothing"] })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await correct({ polarity: null, topics: null })).toEqual(comment);
  expect(await texts({ topic: "delivery", polarity: "negative" })).toContain(sarcastic.comment);
  await expect(
    app.call(api.correctComment, {
      params: { ...params, eventId: randomUUID() },
      body: { polarity: "unsure", topics: null },
    }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("[VT28] topics are tried before they are kept, and kept ones are found in every comment", async () => {
  const parcel = {
    id: "parcel",
    fr: { name: "Colis", patterns: ["colis", "livraison*"] },
    en: { name: "Parcel", patterns: ["parcel*"] },
  };
  const tried = await app.call(api.previewTopic, { params, body: parcel }, "editor");
  expect(tried).toMatchObject({ of: 5, n: 3 });
  expect(tried.samples.map(({ comment, spans: [span] }) => comment.slice(span!.start, span!.end))).toEqual([
    "livraison",
    "colis",
    "parcel",
  ]);
  const wrong = { ...parcel, fr: { name: "Colis", patterns: ["a*"] } };
  await expect(app.call(api.previewTopic, { params, body: wrong })).rejects.toMatchObject({
    issues: [{ path: "topics.0.fr", code: "pattern", message: expect.stringContaining("a*") }],
  });

  const before = await app.call(api.getCommentReader, { params }, "viewer");
  expect(before).toMatchObject({ isReady: true, topics: topicRules });
  const keep = (topics: (typeof parcel)[] | null, version: number) =>
    app.call(api.setTopics, { params, body: { topics, version } }, "editor");
  const after = await keep([parcel], before.version);
  expect(after).toMatchObject({ isReady: false, topics: [parcel], version: before.version + 1 });
  await expect(keep([], before.version)).rejects.toMatchObject({ code: "conflict" });
  await expect(keep([parcel, parcel], after.version)).rejects.toMatchObject({ code: "invalid_input" });
  await expect
    .poll(async () => (await counts()).topics, patient)
    .toEqual([{ id: "parcel", positive: 0, unsure: 0, negative: 3 }]);

  const ready = await keep(null, after.version);
  expect(ready).toMatchObject({ isReady: true, version: after.version + 1 });
  await expect.poll(async () => (await counts()).topics.map(({ id }) => id), patient).toContain("delivery");
});

test("[VT29] the table says what the filter shows, and a spreadsheet takes nothing in it for a formula", async () => {
  const path = `/api/v1/workspaces/${app.workspaceId}/comments/export`;
  const response = await app.as("viewer").fetch(path);
  expect(response.headers.get("content-type")).toContain("text/csv");
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
  const lines = (await response.text()).trim().split("\r\n");
  expect(lines[0]).toBe(
    "day,source,touchpoint,metric,score,comment,language,polarity,topics,signals,disagreement,corrected",
  );
  expect(lines).toHaveLength(6);
  expect(lines.find((line) => line.includes("evil"))).toContain(`"'=HYPERLINK(""http://evil.example"",`);
  expect(lines.find((line) => line.includes("résilier"))).toMatch(
    /^2026-03-11,surveys,shop,csat,5,.*,fr,negative,.*,churn,highScoreUnhappyWords,$/,
  );
  const narrow = await app.as("viewer").fetch(`${path}?touchpoint=web`);
  expect((await narrow.text()).trim().split("\r\n")).toHaveLength(2);
});

test("[VT30] themes tell what unhappy comments say more than happy ones; comments of another workspace are not there", async () => {
  const many = (comment: string, score: number) =>
    Array.from({ length: 20 }, () => ({ comment, score, touchpoint: "desk" }));
  await giveComments(app.stores.clickhouse, app.workspaceId, [
    ...many("Un guichet fermé, je suis déçu", 1),
    ...many("Un comptoir ouvert, je suis ravi", 5),
  ]);
  const { db } = app.stores;
  const elsewhere = await createWorkspace({ db, log: app.deps.log }, null, {
    name: "Ailleurs",
    locale: "fr",
    timeZone: "Europe/Paris",
  });
  await giveComments(app.stores.clickhouse, elsewhere.id, leaning.slice(0, 3));
  await expect.poll(async () => (await counts({ touchpoint: "desk" })).matching, patient).toBe(40);
  const themes = await app.call(api.commentThemes, { params, query: { touchpoint: "desk" } }, "viewer");
  expect(themes.compared).toEqual({ positive: 20, negative: 20 });
  expect(themes.negative.map(({ shown }) => shown)).toContain("guichet");
  expect(themes.positive.map(({ shown }) => shown)).toContain("comptoir");
  expect((await counts()).matching).toBe(45);
});

test("[VT31] the comments of a touchpoint on a map come with what they say, put right where somebody did", async () => {
  const editor = app.as("editor");
  const { id, key } = await makeTouchpoint(editor, app.workspaceId);
  const journeyId = await makeJourney(editor, app.workspaceId, id);
  const [given] = await giveComments(app.stores.clickhouse, app.workspaceId, [{ ...late, touchpoint: key }]);
  const said = async () => {
    const { verbatims } = await app.call(listVerbatims, { params: { journeyId, touchpointKey: key }, query: {} });
    return verbatims.map((verbatim) => verbatim.said);
  };
  await expect.poll(said, patient).toMatchObject([{ polarity: "negative", topics: ["delivery"] }]);
  const body = { polarity: "unsure" as const, topics: null };
  await app.call(api.correctComment, { params: { ...params, eventId: given!.id }, body }, "editor");
  expect(await said()).toMatchObject([{ polarity: "unsure", reading: { polarity: { label: "negative" } } }]);
});
