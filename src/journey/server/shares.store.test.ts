import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Route, RouteCall } from "#platform/http/route.ts";
import { createLog } from "#platform/log.ts";
import { type TestApp, type Visitor, testApp } from "#testing/app.ts";
import { createPersona } from "#persona/api.ts";
import { createChannel, createTouchpoint } from "#touchpoint/api.ts";
import * as api from "../api.ts";
import type { DocumentDraft, Journey } from "../model.ts";
import { addImage } from "./images.ts";

let app: TestApp;
let journey: Journey;
let imageId: string;
let now = new Date();
const logged: string[] = [];

beforeAll(async () => {
  const log = createLog({ level: "debug", now: () => now, write: (line) => logged.push(line) });
  app = await testApp({ now: () => now, log });
  const params = { workspaceId: app.workspaceId };
  const shop = await app.call(createChannel, { params, body: { name: "Magasin", kind: "shop" } });
  const till = await app.call(createTouchpoint, {
    params,
    body: { name: "Caisse", channelId: shop.id, teamId: null, initiator: "customer" },
  });
  await app.call(createTouchpoint, {
    params,
    body: { name: "Service secret", channelId: null, teamId: null, initiator: "customer" },
  });
  await app.call(api.createJourney, { params, body: { name: "Parcours secret" } });
  const told = await app.call(createPersona, { params, body: { name: "Camille, l'inquiète" } });
  await app.call(createPersona, { params, body: { name: "Persona secret" } });
  const [shown, hidden] = await Promise.all([png, png].map((bytes) => addImage(app.stores.db, app.workspaceId, bytes)));
  const ids = { touchpoint: till.id, persona: told.id, shown: shown!.id, hidden: hidden!.id };
  imageId = ids.shown;
  journey = await app.call(api.createJourney, { params, body: { name: "Cuisine", document: kitchen(ids) } });
}, 60_000);
afterAll(() => app.close());
beforeEach(() => {
  now = new Date();
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGNITvv4/2Ny2n8AF0QFcx8CSZcAAAAASUVORK5CYII=",
  "base64",
);

const kitchen = (ids: Record<"touchpoint" | "persona" | "shown" | "hidden", string>): DocumentDraft => ({
  name: "",
  framing: { objective: "Objectif secret" },
  stages: [{ id: "before", name: "Avant-vente" }],
  steps: [{ id: "dream", stageId: "before", name: "Je rêve" }],
  lanes: [
    { id: "irritants", kind: "irritant", name: "" },
    { id: "notes", kind: "free", name: "Ligne secrète", isHidden: true },
  ],
  cards: [
    {
      id: "lost",
      laneId: "irritants",
      stepId: "dream",
      text: "Je suis perdu",
      evidence: "Source secrète",
      imageId: ids.shown,
    },
    { id: "note", laneId: "notes", stepId: "dream", text: "Note secrète", imageId: ids.hidden },
  ],
  personas: [{ id: ids.persona }],
  placements: [
    { id: "p", stepId: "dream", touchpointId: ids.touchpoint, importance: 4, momentOfTruth: false, expectation: null },
  ],
});

type Wanted = RouteCall<typeof api.createShare>["body"];

async function share(wanted: Wanted = {}): Promise<{ token: string; link: string; id: string }> {
  const { share: made, link } = await app.call(
    api.createShare,
    { params: { journeyId: journey.id }, body: wanted },
    "editor",
  );
  return { token: new URL(link).pathname.replace("/share/", ""), link, id: made.id };
}
const open = (token: string) => app.call(api.getShared, { params: { token } }, "anonymous");
const unlock = (token: string, password: string) =>
  app.call(api.unlockShared, { params: { token }, body: { password } }, "anonymous");

test("[J130] the token of a link is 256 bits, told once, and only its hash is kept", async () => {
  const { token, id } = await share({ name: "Pour l'agence" });
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  const listed = await app.call(api.listShares, { params: { journeyId: journey.id } }, "editor");
  expect(listed.find((one) => one.id === id)).toMatchObject({
    name: "Pour l'agence",
    hasPassword: false,
    showsMeasures: false,
    mayEmbed: false,
    createdBy: "editor",
  });
  expect(JSON.stringify(listed)).not.toContain(token);
  const { rows } = await app.stores.pool.query("SELECT s::text AS row FROM journey_share s");
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("[J130] only editors make, see and revoke links", async () => {
  const { id } = await share();
  const params = { journeyId: journey.id };
  for (const visitor of ["contributor", "viewer"] as const) {
    const refused = { code: "not_allowed" };
    await expect(app.call(api.createShare, { params, body: {} }, visitor)).rejects.toMatchObject(refused);
    await expect(app.call(api.listShares, { params }, visitor)).rejects.toMatchObject(refused);
    await expect(app.call(api.revokeShare, { params: { ...params, shareId: id } }, visitor)).rejects.toMatchObject(
      refused,
    );
  }
  const other = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Autre" },
  });
  await expect(app.call(api.revokeShare, { params: { journeyId: other.id, shareId: id } })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("[J130] a journey has 100 links that are not revoked, and says so of one more", async () => {
  const { id: journeyId } = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Partagée" },
  });
  const make = () => app.call(api.createShare, { params: { journeyId }, body: {} });
  const { share: first } = await make();
  await app.stores.pool.query(
    `INSERT INTO journey_share (journey_id, token_hash, created_by, created_at)
     SELECT journey_id, token_hash || n, created_by, created_at FROM journey_share, generate_series(1, 99) n WHERE id = $1`,
    [first.id],
  );
  await expect(make()).rejects.toMatchObject({ code: "limit_reached" });
  await app.call(api.revokeShare, { params: { journeyId, shareId: first.id } });
  await make();
});

test("[J131] a link shows the map and the names on it, and nothing else of the workspace", async () => {
  const { token } = await share();
  const shown = await open(token);
  expect(shown).toMatchObject({
    kind: "journey",
    state: "lived",
    touchpoints: [{ name: "Caisse", channel: { name: "Magasin", kind: "shop" } }],
    personas: [{ name: "Camille, l'inquiète" }],
    images: [{ id: imageId, href: expect.stringMatching(/^data:image\/png;base64,/), width: 2, height: 1 }],
    measures: null,
  });
  expect(shown.document.cards.map((card) => card.text)).toEqual(["Je suis perdu"]);
  const text = JSON.stringify(shown);
  expect(text).not.toMatch(/secr[eè]t/i);
  expect(text).not.toContain(app.workspaceId);
  expect(text).not.toContain(journey.id);
});

test("[J131] the token opens no other route, whatever stands before it", async () => {
  const { token } = await share();
  const doors: Record<string, string>[] = [
    { authorization: `Bearer ${token}` },
    { cookie: `parcours.session_token=${token}` },
  ];
  const contracts = routesOf(api).filter(({ permission }) => permission !== "public");
  expect(contracts.length).toBeGreaterThan(15);
  for (const { method, path } of contracts) {
    const address = path
      .replace(":journeyId", journey.id)
      .replace(":workspaceId", app.workspaceId)
      .replace(/:\w+/g, () => randomUUID());
    for (const headers of doors) {
      const { status } = await app.as("anonymous").fetch(`${address}?token=${token}`, { method, headers });
      expect([401, 422], `${method} ${path}`).toContain(status);
    }
  }
});

test("[J132] a revoked link and one that is out of date say so; one that never was does not exist", async () => {
  const { token, id } = await share();
  await app.call(api.revokeShare, { params: { journeyId: journey.id, shareId: id } }, "editor");
  await expect(open(token)).rejects.toMatchObject({ code: "gone", issues: [{ code: "revoked" }] });

  const dated = await share({ expiresAt: new Date(now.getTime() + 60_000).toISOString(), password: "chut-chut" });
  now = new Date(now.getTime() + 61_000);
  await expect(open(dated.token)).rejects.toMatchObject({ code: "gone", issues: [{ code: "expired" }] });
  await expect(unlock(dated.token, "chut-chut")).rejects.toMatchObject({ code: "gone" });

  await expect(open("x".repeat(43))).rejects.toMatchObject({ code: "not_found" });
  await expect(share({ expiresAt: "2020-01-01T00:00:00.000Z" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("[J132] the links of a deleted journey show nothing", async () => {
  const doomed = await app.call(api.createJourney, {
    params: { workspaceId: app.workspaceId },
    body: { name: "Bientôt parti" },
  });
  const { link } = await app.call(api.createShare, { params: { journeyId: doomed.id }, body: {} });
  await app.call(api.deleteJourney, { params: { journeyId: doomed.id } });
  await expect(open(link.split("/").at(-1) ?? "")).rejects.toMatchObject({ code: "not_found" });
});

test("[J133] a password is asked for, kept as a slow hash, and cannot be guessed at for long", async () => {
  const { token } = await share({ password: "chut-chut" });
  await expect(open(token)).rejects.toMatchObject({ code: "not_allowed", issues: [{ code: "password" }] });
  await expect(unlock(token, "chut")).rejects.toMatchObject({
    code: "not_allowed",
    issues: [{ code: "wrongPassword" }],
  });
  expect((await unlock(token, "chut-chut")).document.name).toBe("Cuisine");
  const { rows } = await app.stores.pool.query(
    "SELECT password_hash FROM journey_share WHERE password_hash IS NOT NULL",
  );
  expect(JSON.stringify(rows)).not.toContain("chut");

  await app.stores.pool.query(
    "UPDATE journey_share SET wrong_tries = 20, wrong_since = $1 WHERE password_hash IS NOT NULL",
    [now],
  );
  await expect(unlock(token, "chut-chut")).rejects.toMatchObject({ code: "too_many_requests" });
  now = new Date(now.getTime() + 16 * 60_000);
  expect((await unlock(token, "chut-chut")).document.name).toBe("Cuisine");
});

test("[J135] only the page of a link that allows it may be framed, and no engine indexes any", async () => {
  const framed = async (path: string, visitor: Visitor = "anonymous") => {
    const { headers } = await app.as(visitor).fetch(path);
    return {
      policy: headers.get("content-security-policy")?.match(/frame-ancestors [^;]*/)?.[0],
      frame: headers.get("x-frame-options"),
      robots: headers.get("x-robots-tag"),
      referrer: headers.get("referrer-policy"),
    };
  };
  const closed = { policy: "frame-ancestors 'none'", frame: "SAMEORIGIN" };
  const quiet = { robots: "noindex, nofollow", referrer: "no-referrer" };
  const [plain, embedded] = [await share(), await share({ mayEmbed: true })];
  expect(await framed(`/share/${plain.token}`)).toEqual({ ...closed, ...quiet });
  expect(await framed(`/share/${embedded.token}`)).toEqual({ policy: "frame-ancestors *", frame: null, ...quiet });
  expect(await framed(`/share/${embedded.token}/`)).toMatchObject(closed);
  expect(await framed("/share/unknown")).toMatchObject(closed);
  expect(await framed("/sign-in")).toMatchObject(closed);
  await app.call(api.revokeShare, { params: { journeyId: journey.id, shareId: embedded.id } });
  expect(await framed(`/share/${embedded.token}`)).toEqual({ ...closed, ...quiet });
});

test("[J136] the log names no token", async () => {
  const { token } = await share();
  await open(token);
  await app.as("anonymous").fetch(`/share/${token}`);
  expect(logged.filter((line) => line.includes("/shared/:token")).length).toBeGreaterThan(0);
  expect(logged.join("\n")).not.toContain(token);
});

function routesOf(contracts: object): Route[] {
  return Object.values(contracts as Record<string, object>).filter((value): value is Route => "permission" in value);
}
