import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJourney } from "#journey/api.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import * as api from "../api.ts";
import { LibraryDraft } from "../model.ts";
import { ensureLibrary } from "./ensure.ts";

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
}, 60_000);
afterAll(() => app.close());

const params = () => ({ workspaceId: app.workspaceId });
const plain = { channelId: null, teamId: null, initiator: "customer" as const };

test("[T2] a touchpoint gets a key of its name, which stays when the name changes", async () => {
  const made = await app.call(
    api.createTouchpoint,
    { params: params(), body: { ...plain, name: "Suivi de livraison" } },
    "editor",
  );
  expect(made.key).toBe("suivi-de-livraison");
  const renamed = await app.call(api.updateTouchpoint, {
    params: { ...params(), id: made.id },
    body: { name: "Suivi", initiator: "company" },
  });
  expect(renamed).toEqual({ ...made, name: "Suivi", initiator: "company" });
  const again = await app.call(api.createTouchpoint, {
    params: params(),
    body: { ...plain, name: "Suivi de livraison" },
  });
  expect(again.key).toBe("suivi-de-livraison-2");
  const taken = app.call(api.createTouchpoint, {
    params: params(),
    body: { ...plain, name: "X", key: "suivi-de-livraison" },
  });
  await expect(taken).rejects.toMatchObject({ code: "conflict" });
});

test("[T3] a touchpoint belongs to a channel and a team of its own workspace", async () => {
  const channel = await app.call(api.createChannel, { params: params(), body: { name: "Téléphone", kind: "phone" } });
  const team = await app.call(api.createTeam, { params: params(), body: { name: "Service client" } });
  const made = await app.call(api.createTouchpoint, {
    params: params(),
    body: { ...plain, name: "Appel", channelId: channel.id, teamId: team.id },
  });
  const library = await app.call(api.getLibrary, { params: params() }, "viewer");
  expect(library.touchpoints).toContainEqual(made);
  expect([library.channels, library.teams]).toEqual([[channel], [team]]);
  const stray = app.call(api.updateTouchpoint, {
    params: { ...params(), id: made.id },
    body: { channelId: randomUUID() },
  });
  await expect(stray).rejects.toMatchObject({ code: "invalid_input", issues: [{ path: "channelId" }] });

  for (const remove of [
    () => app.call(api.deleteChannel, { params: { ...params(), id: channel.id } }),
    () => app.call(api.deleteTeam, { params: { ...params(), id: team.id } }),
  ]) {
    await expect(remove()).rejects.toMatchObject({ code: "conflict" });
  }
  await app.call(api.updateTouchpoint, {
    params: { ...params(), id: made.id },
    body: { channelId: null, teamId: null },
  });
  await app.call(api.deleteChannel, { params: { ...params(), id: channel.id } });
  await app.call(api.deleteTeam, { params: { ...params(), id: team.id } });
  expect(await app.call(api.getLibrary, { params: params() })).toMatchObject({ channels: [], teams: [] });
});

test("[T4] a touchpoint stays while a journey shows it or customers have been there", async () => {
  const make = (name: string) => app.call(api.createTouchpoint, { params: params(), body: { ...plain, name } });
  const remove = (id: string) => app.call(api.deleteTouchpoint, { params: { ...params(), id } });
  const [shown, lived, unused] = [await make("Vitrine"), await make("Caisse"), await make("Oublié")];
  const placement = {
    id: "p",
    stepId: "dream",
    touchpointId: shown.id,
    importance: null,
    momentOfTruth: false,
    expectation: null,
  };
  const document = {
    name: "",
    stages: [{ id: "before", name: "" }],
    steps: [{ id: "dream", stageId: "before", name: "" }],
    lanes: [],
    cards: [],
    placements: [placement],
  };
  await app.call(createJourney, { params: params(), body: { name: "Cuisine", document } });
  const event = {
    workspace_id: app.workspaceId,
    touchpoint_key: lived.key,
    occurred_at: "2026-01-01 00:00:00",
    event_id: randomUUID(),
    kind: "contact",
    person_id: randomUUID(),
  };
  await app.stores.clickhouse.insert({ table: "event", values: [event], format: "JSONEachRow" });

  await expect(remove(shown.id)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Cuisine"),
  });
  await expect(remove(lived.id)).rejects.toMatchObject({ code: "conflict" });
  await remove(unused.id);
  await expect(remove(unused.id)).rejects.toMatchObject({ code: "not_found" });
});

test("[T5] ensuring a library adds what is missing by key, keeps edited names, and renames only when asked", async () => {
  const { db } = app.stores;
  const draft = (name: string) =>
    LibraryDraft.parse({
      channels: [{ key: "web", name, kind: "web" }],
      teams: [{ key: "digital", name }],
      touchpoints: [{ key: "site", name, channelKey: "web", teamKey: "digital", initiator: "company" }],
    });
  const made = await ensureLibrary(db, app.workspaceId, draft("Site"));
  const site = made.touchpoints.find((touchpoint) => touchpoint.key === "site");
  expect(site).toMatchObject({
    name: "Site",
    initiator: "company",
    channelId: made.channels[0]?.id,
    teamId: made.teams[0]?.id,
  });
  expect(await ensureLibrary(db, app.workspaceId, draft("Website"))).toEqual(made);
  const renamed = await ensureLibrary(db, app.workspaceId, draft("Website"), { rename: true });
  expect(renamed.touchpoints.find((touchpoint) => touchpoint.key === "site")).toEqual({ ...site, name: "Website" });
  expect([renamed.channels[0]?.name, renamed.teams[0]?.name]).toEqual(["Website", "Website"]);
});
