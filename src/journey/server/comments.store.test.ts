import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestApp, type Visitor, testApp } from "#testing/app.ts";
import { liveClient } from "#testing/live-client.ts";
import { createWorkspace, getSession } from "#workspace/api.ts";
import * as api from "../api.ts";
import * as edit from "../edit.ts";
import { type Matter, readLiveMessage } from "../live.ts";
import type { DocumentDraft } from "../model.ts";
import { announce } from "./announce.ts";
import { createLogEditor } from "./editor.ts";

let app: TestApp;
let journeyId: string;

beforeAll(async () => {
  app = await testApp();
  const journey = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Cuisine", document: kitchen },
  });
  journeyId = journey.id;
}, 60_000);
afterAll(() => app.close());

const kitchen: DocumentDraft = {
  name: "",
  stages: [{ id: "before", name: "Avant-vente" }],
  steps: [{ id: "dream", stageId: "before", name: "Je rêve" }],
  lanes: [{ id: "irritants", kind: "irritant", name: "" }],
  cards: [
    { id: "lost", laneId: "irritants", stepId: "dream", text: "Je suis perdu" },
    { id: "late", laneId: "irritants", stepId: "dream", text: "C'est en retard" },
  ],
  placements: [],
};

const start = (subject: string, text: string, visitor: Visitor = "contributor", mentions: string[] = []) =>
  app.call(api.startThread, { params: { journeyId }, body: { subject, text, mentions } }, visitor);
const answer = (threadId: string, text: string, visitor: Visitor = "editor") =>
  app.call(api.answerThread, { params: { journeyId, threadId }, body: { text } }, visitor);
const list = (visitor: Visitor = "viewer") => app.call(api.listThreads, { params: { journeyId } }, visitor);
const find = async (id: string) => (await list()).find((thread) => thread.id === id);
const idOf = async (visitor: Visitor) => (await app.call(getSession, {}, visitor)).user.id;
test("[J111] a comment is about an item of the map or the whole journey, and about nothing else", async () => {
  for (const subject of ["journey", "stage:before", "step:dream", "lane:irritants", "card:lost"]) {
    expect(await start(subject, "Vu en boutique")).toMatchObject({ subject, resolvedAt: null });
  }
  for (const subject of ["card:gone", "step:", "wall:dream", "card:lost'; --"]) {
    await expect(start(subject, "Vu")).rejects.toMatchObject({
      code: subject === "card:gone" ? "not_found" : "invalid_input",
    });
  }
});

test("[J111] the thread of a deleted item stays, with what that was called", async () => {
  const { id } = await start("card:late", "Encore ?");
  const editor = createLogEditor({ db: app.stores.db, processId: randomUUID() });
  await editor.edit(journeyId, null, (doc) => edit.deleteCard(doc, "late"));
  expect(await find(id)).toMatchObject({ subject: "card:late", subjectName: "C'est en retard" });
  await answer(id, "Réglé depuis");
  expect((await find(id))?.comments).toHaveLength(2);
});

test("[J112] contributors comment, viewers read, outsiders find nothing", async () => {
  await expect(start("journey", "Non", "viewer")).rejects.toMatchObject({ code: "not_allowed" });
  await expect(start("journey", "Non", "outsider")).rejects.toMatchObject({ code: "not_found" });
  await expect(list("outsider")).rejects.toMatchObject({ code: "not_found" });
  expect((await list("viewer")).length).toBeGreaterThan(0);
});

test("[J113] one changes and deletes one's own comments, and an editor deletes any", async () => {
  const { id } = await start("card:lost", "Première");
  const { comments } = await answer(id, "Réponse", "editor");
  const own = { params: { journeyId, commentId: id }, body: { text: "Première, mieux dite" } };
  expect((await app.call(api.editComment, own, "contributor")).comments[0]).toMatchObject({
    text: "Première, mieux dite",
    authorName: "contributor",
    editedAt: expect.any(String),
  });
  await expect(app.call(api.editComment, own, "editor")).rejects.toMatchObject({ code: "not_allowed" });
  const theirs = { params: { journeyId, commentId: comments[1]!.id } };
  await expect(app.call(api.deleteComment, theirs, "contributor")).rejects.toMatchObject({ code: "not_allowed" });

  await app.call(api.deleteComment, { params: { journeyId, commentId: id } }, "editor");
  expect((await find(id))?.comments).toMatchObject([
    { isDeleted: true, text: "", authorName: "" },
    { isDeleted: false, text: "Réponse" },
  ]);
  await app.call(api.deleteComment, theirs, "editor");
  expect(await find(id)).toBeUndefined();
});

test("[J113] a comment is reached through its own journey only", async () => {
  const { id } = await start("card:lost", "Ici");
  const other = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Autre" },
  });
  const params = { journeyId: other.id, commentId: id, threadId: id };
  const notFound = { code: "not_found" };
  await expect(app.call(api.editComment, { params, body: { text: "x" } }, "contributor")).rejects.toMatchObject(
    notFound,
  );
  await expect(app.call(api.deleteComment, { params })).rejects.toMatchObject(notFound);
  await expect(app.call(api.answerThread, { params, body: { text: "x" } })).rejects.toMatchObject(notFound);
  await expect(app.call(api.resolveThread, { params, body: { isResolved: true } })).rejects.toMatchObject(notFound);
});

test("[J114] a thread is resolved and opened again, and an answer opens it", async () => {
  const { id } = await start("step:dream", "À vérifier");
  const resolve = (isResolved: boolean) =>
    app.call(api.resolveThread, { params: { journeyId, threadId: id }, body: { isResolved } }, "contributor");
  expect(await resolve(true)).toMatchObject({ resolvedAt: expect.any(String), resolvedBy: "contributor" });
  expect(await resolve(false)).toMatchObject({ resolvedAt: null, resolvedBy: null });
  await resolve(true);
  expect(await answer(id, "Pas encore")).toMatchObject({ resolvedAt: null });
});

test("[J115] a mention waits for its member until seen, and is nobody else's", async () => {
  const [editor, viewer] = [await idOf("editor"), await idOf("viewer")];
  const { id } = await start("card:lost", "@editor @viewer qu'en dites-vous ?", "contributor", [editor, viewer]);
  const params = { workspaceId: app.workspaceId };
  const mine = (visitor: Visitor) => app.call(api.listMentions, { params }, visitor);
  expect((await mine("editor"))[0]).toMatchObject({
    commentId: id,
    journeyName: "Cuisine",
    subjectName: "Je suis perdu",
    authorName: "contributor",
    isSeen: false,
  });
  expect(await mine("owner")).toEqual([]);
  await app.call(api.seeMentions, { params, body: { commentIds: [id, randomUUID()] } }, "editor");
  expect((await mine("editor"))[0]?.isSeen).toBe(true);
  expect((await mine("viewer"))[0]?.isSeen).toBe(false);
  // What is not one's own cannot be marked.
  await app.call(api.seeMentions, { params, body: { commentIds: [id] } }, "owner");
  const { rows } = await app.stores.pool.query("SELECT user_id FROM journey_mention_seen");
  expect(rows).toEqual([{ user_id: editor }]);
});

test("[J115] somebody of another workspace cannot be mentioned, and is refused like nobody at all", async () => {
  const refusals = await Promise.all(
    [await idOf("outsider"), "nobody"].map((id) =>
      start("journey", "Qui est-ce ?", "contributor", [id]).then(
        () => "taken",
        (error: { code: string; issues: unknown }) => ({ code: error.code, issues: error.issues }),
      ),
    ),
  );
  expect(refusals[0]).toMatchObject({ code: "invalid_input", issues: [{ path: "mentions.0", code: "stranger" }] });
  expect(refusals[1]).toEqual(refusals[0]);
});

test("[J115] mentions stay in the workspace they were made in", async () => {
  const { id: workspaceId } = await app.call(
    createWorkspace,
    { body: { name: "Ailleurs", locale: "fr", timeZone: "Europe/Paris" } },
    "outsider",
  );
  expect(await app.call(api.listMentions, { params: { workspaceId } }, "outsider")).toEqual([]);
  await expect(app.call(api.listMentions, { params: { workspaceId } }, "editor")).rejects.toMatchObject({
    code: "not_found",
  });
});

test("[J116] a comment keeps its characters and its length is limited", async () => {
  const text = "<img src=x onerror=alert(1)> 👩‍🍳 \u0000fin \ud800";
  const { comments } = await start("journey", text);
  expect(comments[0]?.text).toBe("<img src=x onerror=alert(1)> 👩‍🍳 fin \ufffd");
  await expect(start("journey", "é".repeat(4001))).rejects.toMatchObject({ code: "invalid_input" });
  await expect(start("journey", "   ")).rejects.toMatchObject({ code: "invalid_input" });
});

/** A browser that opens a journey, and what it is told has changed beside the document. */
async function listenTo(id: string): Promise<{ heard: Matter[]; close: () => void }> {
  const heard: Matter[] = [];
  const client = liveClient({
    url: app.url,
    journeyId: id,
    token: async () => (await app.call(api.openLive, { params: { journeyId: id } }, "viewer")).token,
  });
  client.provider.on("stateless", ({ payload }: { payload: string }) => {
    const changed = readLiveMessage(payload)?.changed;
    if (changed !== undefined) heard.push(changed);
  });
  await vi.waitFor(() => expect(client.provider.isSynced).toBe(true), { timeout: 10_000 });
  return { heard, close: () => client.close() };
}

test("[J110] whoever has the journey open hears of a change, from whichever process it comes", async () => {
  const { id: quiet } = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Nouvelle" },
  });
  const { heard, close } = await listenTo(quiet);
  await app.call(api.startThread, { params: { journeyId: quiet }, body: { subject: "journey", text: "Vous voyez ?" } });
  await vi.waitFor(() => expect(heard).toEqual(["comments"]), { timeout: 10_000 });
  await announce(app.stores.db, { journeyId: quiet, from: randomUUID(), changed: "versions" });
  await vi.waitFor(() => expect(heard).toEqual(["comments", "versions"]), { timeout: 10_000 });
  close();
});

test("[J110] what changed a moment before the connection is told with it, and not what changed elsewhere", async () => {
  const { id: opened } = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "En train de s'ouvrir" },
  });
  const before = await listenTo(opened);
  for (const changed of ["alerts", "measures", "alerts"] as const)
    await announce(app.stores.db, { journeyId: opened, from: randomUUID(), changed });
  await announce(app.stores.db, { journeyId, from: randomUUID(), changed: "votes" });
  await vi.waitFor(() => expect(before.heard).toHaveLength(3), { timeout: 10_000 });
  const { heard, close } = await listenTo(opened);
  await vi.waitFor(() => expect(heard).toEqual(["measures", "alerts"]), { timeout: 10_000 });
  before.close();
  close();
});

test("[J116] a journey holds 5,000 comments, and says so of one more", async () => {
  const { id: journeyOfMany } = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Bavarde" },
  });
  const say = () =>
    app.call(api.startThread, { params: { journeyId: journeyOfMany }, body: { subject: "journey", text: "Vu" } });
  const { id: threadId } = await say();
  await app.stores.pool.query(
    `INSERT INTO journey_comment (journey_id, thread_id, subject, author_id, text, created_at)
     SELECT journey_id, thread_id, subject, author_id, text, created_at
     FROM journey_comment, generate_series(1, 4999) WHERE id = $1`,
    [threadId],
  );
  await expect(say()).rejects.toMatchObject({ code: "limit_reached" });
});
