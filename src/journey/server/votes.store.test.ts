import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Route } from "#platform/http/route.ts";
import { type TestApp, type Visitor, testApp } from "#testing/app.ts";
import { liveClient } from "#testing/live-client.ts";
import { may } from "#workspace/rules.ts";
import type { Permission } from "#workspace/model.ts";
import * as api from "../api.ts";
import * as edit from "../edit.ts";
import type { DocumentDraft } from "../model.ts";
import { createLogEditor } from "./editor.ts";

let app: TestApp;
let journeyId: string;

const kitchen: DocumentDraft = {
  name: "",
  stages: [{ id: "before", name: "Avant-vente" }],
  steps: [{ id: "dream", stageId: "before", name: "Je rêve" }],
  lanes: [{ id: "irritants", kind: "irritant", name: "" }],
  cards: ["lost", "late", "dear"].map((id) => ({ id, laneId: "irritants", stepId: "dream", text: id })),
  placements: [],
};

beforeAll(async () => {
  app = await testApp();
  const journey = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Cuisine", document: kitchen },
  });
  journeyId = journey.id;
}, 60_000);
afterAll(() => app.close());

const vote = (cardId: string, visitor: Visitor) => app.call(api.addVote, { params: { journeyId, cardId } }, visitor);
const unvote = (cardId: string, visitor: Visitor) =>
  app.call(api.removeVote, { params: { journeyId, cardId } }, visitor);
const list = (visitor: Visitor) => app.call(api.listVotes, { params: { journeyId } }, visitor);

test("[J120] each has one vote a card, however often they vote, and takes it back", async () => {
  await Promise.all([vote("lost", "contributor"), vote("lost", "contributor"), vote("lost", "editor")]);
  await vote("late", "editor");
  expect(await list("contributor")).toEqual([
    { cardId: "lost", count: 2, isMine: true },
    { cardId: "late", count: 1, isMine: false },
  ]);
  await unvote("lost", "editor");
  await unvote("lost", "editor");
  expect(await list("viewer")).toEqual([
    { cardId: "late", count: 1, isMine: false },
    { cardId: "lost", count: 1, isMine: false },
  ]);
  await expect(vote("gone", "editor")).rejects.toMatchObject({ code: "not_found" });
  await expect(vote("lost", "viewer")).rejects.toMatchObject({ code: "not_allowed" });
});

test("[J121] the votes for a deleted card are not counted, and are there again when it is", async () => {
  await vote("dear", "owner");
  const editor = createLogEditor({ db: app.stores.db, processId: randomUUID() });
  await editor.edit(journeyId, null, (doc) => edit.deleteCard(doc, "dear"));
  expect((await list("owner")).map(({ cardId }) => cardId)).not.toContain("dear");
  await editor.edit(journeyId, null, (doc) =>
    edit.addCard(doc, { id: "dear", laneId: "irritants", stepId: "dream", text: "dear" }),
  );
  expect(await list("owner")).toContainEqual({ cardId: "dear", count: 1, isMine: true });
});

test("[J122] an editor removes everybody's votes, a contributor does not", async () => {
  await vote("lost", "owner");
  await expect(app.call(api.clearVotes, { params: { journeyId } }, "contributor")).rejects.toMatchObject({
    code: "not_allowed",
  });
  await app.call(api.clearVotes, { params: { journeyId } }, "editor");
  expect(await list("owner")).toEqual([]);
});

test("[J123] a contributor adds cards, comments and votes, and can change nothing else of a map", async () => {
  const contracts: Route[] = Object.values<object>(api).filter((value): value is Route => "permission" in value);
  const changes = contracts.filter(
    ({ method, permission }) =>
      method !== "GET" && may("contributor", permission as Permission) && !may("viewer", permission as Permission),
  );
  const said = changes.map(({ method, path }) => `${method} ${path.replace("/api/v1/journeys/:journeyId", "")}`);
  expect(said.toSorted()).toEqual([
    "DELETE /cards/:cardId/vote",
    "DELETE /comments/:commentId",
    "PATCH /comments/:commentId",
    "PATCH /threads/:threadId",
    "POST /card-batches",
    "POST /card-batches/withdrawals",
    "POST /cards",
    "POST /threads",
    "POST /threads/:threadId/comments",
    "PUT /cards/:cardId/vote",
  ]);
});

test("[J123] what a contributor edits over the live socket reaches nobody", async () => {
  const opened = await app.call(api.openLive, { params: { journeyId } }, "contributor");
  expect(opened.readOnly).toBe(true);
  const client = liveClient({ url: app.url, journeyId, token: async () => opened.token });
  await vi.waitFor(() => expect(client.provider.isSynced).toBe(true), { timeout: 10_000 });
  edit.setCardText(client.doc, "lost", "Changé quand même");
  edit.deleteCard(client.doc, "late");
  await app.call(
    api.addCard,
    { params: { journeyId }, body: { laneId: "irritants", stepId: "dream", text: "Permis" } },
    "contributor",
  );
  const { document } = await app.call(api.getJourney, { params: { journeyId } });
  expect(document.cards.map((card) => card.text)).toEqual(["lost", "late", "dear", "Permis"]);
  client.close();
});
