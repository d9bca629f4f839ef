import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { urlOf } from "#ui/call.ts";
import * as api from "../api.ts";
import { imageBytes } from "../image-file.ts";

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

test.each([
  ["a script in an SVG", new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), 422],
  ["nothing", new Uint8Array(), 422],
  ["too much", new Uint8Array(imageBytes + 1), 413],
  ["a picture that claims to be larger than a wall", claiming(60_000, 60_000), 413],
  ["a picture that is damaged", claiming(2, 2), 422],
])("[J70] %s is refused", async (_what, bytes, status) => {
  expect((await send(bytes)).status).toBe(status);
});
