import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { urlOf } from "#ui/call.ts";
import { createWorkspace } from "#workspace/api.ts";
import * as api from "../api.ts";
import { imageBytes } from "../image-file.ts";
import { addImage, deleteUnusedImages } from "./images.ts";

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
}, 60_000);
afterAll(() => app.close());

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGNITvv4/2Ny2n8AF0QFcx8CSZcAAAAASUVORK5CYII=",
  "base64",
);

/** A picture that says of itself that it is of another size than it is. */
function claiming(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return Uint8Array.from(bytes);
}

async function send(bytes: Uint8Array<ArrayBuffer>, visitor: Visitor = "editor"): Promise<Response> {
  const form = new FormData();
  form.append("file", new Blob([bytes], { type: "image/png" }), "picture.png");
  const url = app.url + urlOf(api.addImage.path, { workspaceId: app.workspaceId });
  return fetch(url, { method: "POST", body: form, headers: { cookie: (await app.as(visitor).cookie()) ?? "" } });
}

async function read(imageId: string, visitor: Visitor = "viewer", workspaceId = app.workspaceId): Promise<Response> {
  const url = app.url + urlOf(api.getImage.path, { workspaceId, imageId });
  return fetch(url, { headers: { cookie: (await app.as(visitor).cookie()) ?? "" } });
}

test("[J70] a picture comes back as it was sent, as what it is and nothing else", async () => {
  const sent = await send(Uint8Array.from(png));
  expect(sent.status).toBe(200);
  const { id, width, height } = api.JourneyImage.parse(await sent.json());
  expect([width, height]).toEqual([2, 1]);
  const answer = await read(id);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cache-control")).toMatch(/^private, .*immutable$/);
});

test("[J70] only members read a picture, and only under its own workspace", async () => {
  const { id } = api.JourneyImage.parse(await (await send(Uint8Array.from(png))).json());
  expect((await read(id, "outsider")).status).toBe(404);
  expect((await read(id, "anonymous")).status).toBe(401);
  expect((await read(randomUUID())).status).toBe(404);
  expect((await send(Uint8Array.from(png), "contributor")).status).toBe(403);
  const { rows } = await app.stores.pool.query(
    "INSERT INTO workspace (name, locale, time_zone) VALUES ('Autre', 'fr', 'Europe/Paris') RETURNING id",
  );
  await app.stores.pool.query(
    "INSERT INTO member (workspace_id, user_id, role) SELECT $1, user_id, 'viewer' FROM member WHERE workspace_id = $2",
    [rows[0].id, app.workspaceId],
  );
  expect((await read(id, "viewer", rows[0].id)).status).toBe(404);
});

test("[J73] the pictures of a workspace have so much room, and one that has none is refused", async () => {
  const params = { body: { name: "Images", locale: "fr" as const, timeZone: "Europe/Paris" } };
  const { id: workspaceId } = await app.call(createWorkspace, params);
  const add = () => addImage(app.stores.db, workspaceId, png, 2 * png.length);
  await add();
  const second = await add();
  await expect(add()).rejects.toMatchObject({ code: "limit_reached", status: 409 });
  await app.stores.pool.query("DELETE FROM journey_image WHERE id = $1", [second.id]);
  await add();
});

test("[J74] a picture that no map, version or template shows is deleted after 30 days, and no other", async () => {
  const params = { workspaceId: app.workspaceId };
  const picture = async () => api.JourneyImage.parse(await (await send(Uint8Array.from(png))).json()).id;
  const [placed, versioned, published, unused] = [await picture(), await picture(), await picture(), await picture()];
  const create = (imageId: string) => {
    const card = { id: "c", laneId: "l", stepId: "a", text: "", imageId };
    const document = {
      name: "",
      stages: [{ id: "s", name: "" }],
      steps: [{ id: "a", stageId: "s", name: "" }],
      lanes: [{ id: "l", kind: "image" as const, name: "" }],
      cards: [card],
      placements: [],
    };
    return app.call(api.createJourney, { params, body: { name: "Images", document } });
  };
  const withoutCards = (journeyId: string) =>
    app.stores.pool.query("DELETE FROM journey_card WHERE journey_id = $1", [journeyId]);
  await create(placed);
  const kept = await create(versioned);
  await app.call(api.createVersion, { params: { journeyId: kept.id }, body: { reason: "named", name: "Avec" } });
  await withoutCards(kept.id);
  const model = await create(published);
  await app.call(api.publishTemplate, { params, body: { journeyId: model.id, name: "Modèle" } });
  await withoutCards(model.id);
  const there = async () =>
    Promise.all([placed, versioned, published, unused].map(async (id) => (await read(id)).status));
  const sweep = (days: number) =>
    deleteUnusedImages({ db: app.stores.db, now: () => new Date(Date.now() + days * 86_400_000) });
  await sweep(29);
  expect(await there()).toEqual([200, 200, 200, 200]);
  await sweep(31);
  expect(await there()).toEqual([200, 200, 200, 404]);
});

test.each([
  ["a script in an SVG", new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), 422],
  ["nothing", new Uint8Array(), 422],
  ["too much", new Uint8Array(imageBytes + 1), 413],
  ["a picture that claims to be larger than a wall", claiming(60_000, 60_000), 413],
  ["a picture that is damaged", claiming(2, 2), 422],
])("[J70] %s is refused", async (_what, bytes, status) => {
  expect((await send(bytes)).status).toBe(status);
});
