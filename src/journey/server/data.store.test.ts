import { afterAll, beforeAll, expect, test } from "vitest";
import { createPersona, listPersonas } from "#persona/api.ts";
import { createTouchpoint, getLibrary } from "#touchpoint/api.ts";
import type { Route } from "#platform/http/route.ts";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { errorOf, urlOf } from "#ui/call.ts";
import { createWorkspace } from "#workspace/api.ts";
import * as api from "../api.ts";
import type { FilePreview } from "../api/data.ts";
import { JourneyFile } from "../format/journey-file.ts";
import type { Journey } from "../model.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
}, 60_000);
afterAll(() => app.close());

async function send<Answer>(
  contract: Route,
  params: Record<string, string>,
  content: string | Buffer,
  query: Record<string, unknown> = {},
  visitor: Visitor = "editor",
  name = "atelier.csv",
): Promise<Answer> {
  const form = new FormData();
  form.append("file", new Blob([content as BlobPart]), name);
  const cookie = (await app.as(visitor).cookie()) ?? "";
  const response = await fetch(`${app.url}${urlOf(contract.path, params, query)}`, {
    method: "POST",
    body: form,
    headers: { cookie, origin: app.url },
  });
  const text = await response.text();
  if (!response.ok) throw errorOf(response.status, text);
  return JSON.parse(text) as Answer;
}
async function download(
  contract: Route,
  journeyId: string,
  query: Record<string, unknown> = {},
  visitor: Visitor = "viewer",
): Promise<Response> {
  const cookie = (await app.as(visitor).cookie()) ?? "";
  return fetch(`${app.url}${urlOf(contract.path, { journeyId }, query)}`, { headers: { cookie } });
}
const here = () => ({ workspaceId: app.workspaceId });
async function elsewhere(): Promise<string> {
  const body = { name: "Ailleurs", locale: "fr" as const, timeZone: "Europe/Paris" };
  return (await app.call(createWorkspace, { body })).id;
}
const list =
  "Étape;Ligne;Texte;Canal;Personas\nJe cherche;Points de contact;Site web;Web;\nJe cherche;Points de contact;Salon;;\nJe cherche;Irritants;Perdu;;Léa\n";

test("[F20] a preview says what a file would make and what the workspace does not know, and makes nothing", async () => {
  await app.call(createTouchpoint, {
    params: here(),
    body: { name: "Site Web", channelId: null, teamId: null, initiator: "customer" },
  });
  const preview = await send<FilePreview>(api.previewFile, here(), list);
  expect(preview).toMatchObject({
    name: "atelier",
    counts: { steps: 1, cards: 1, placements: 2 },
    leftOut: 0,
    missing: { touchpoints: [{ name: "Salon", channel: null }], personas: ["Léa"] },
  });
  expect((await app.call(getLibrary, { params: here() })).touchpoints.map(({ name }) => name)).toEqual(["Site Web"]);
});

test("[F21] what the workspace does not know is left out without consent, and added with it", async () => {
  const without = await send<Journey>(api.importFile, here(), list, { name: "Sans" });
  expect(without.document.placements).toHaveLength(1);
  expect(without.document.cards).toMatchObject([{ text: "Perdu", personaIds: [] }]);
  const withAll = await send<Journey>(api.importFile, here(), list, { createMissing: true });
  const library = await app.call(getLibrary, { params: here() });
  expect(library.touchpoints.map(({ name }) => name).toSorted()).toEqual(["Salon", "Site Web"]);
  expect(new Set(withAll.document.placements.map(({ touchpointId }) => touchpointId))).toEqual(
    new Set(library.touchpoints.map(({ id }) => id)),
  );
  const personas = await app.call(listPersonas, { params: here() });
  expect(personas.map(({ name }) => name)).toEqual(["Léa"]);
  expect(withAll.document.cards[0]?.personaIds).toEqual([personas[0]?.id]);
});

test("[F21] a file comes in with all that it names, or nothing of it does", async () => {
  const params = { workspaceId: await elsewhere() };
  const library = async () => {
    const [{ touchpoints }, personas] = await Promise.all([
      app.call(getLibrary, { params }),
      app.call(listPersonas, { params }),
    ]);
    return [touchpoints, personas].map((items) => items.map(({ name }) => name));
  };
  const { id: journeyId } = await send<Journey>(api.importFile, params, list, { createMissing: true }, "owner");
  const file = await (await download(api.exportJson, journeyId, {}, "owner")).text();
  const foreign = file
    .replaceAll("Léa", "Tom")
    .replaceAll("Salon", "Stand")
    .replaceAll(/[0-9a-f]{12}"/g, '000000000000"');
  const take = (sent: string) => send<Journey>(api.importFile, params, sent, { createMissing: true }, "owner");
  // PostgreSQL refuses that tag, after the library has got what it lacks.
  const broken = foreign.replace('"tags": []', String.raw`"tags": ["\u0000"]`);
  await expect(take(broken)).rejects.toMatchObject({ code: "invalid_input" });
  expect(await library()).toEqual([["Salon", "Site web"], ["Léa"]]);
  await take(foreign);
  expect(await library()).toEqual([
    ["Salon", "Site web", "Stand"],
    ["Léa", "Tom"],
  ]);
});

test("[F21] a file names 200 personas at most, which are added at once, each under a key of its own", async () => {
  const params = { workspaceId: await elsewhere() };
  const naming = (count: number) =>
    `Étape;Ligne;Texte;Personas\n${Array.from({ length: count }, (_, index) => `Je cherche;Irritants;Perdu;Persona ${index}`).join("\n")}`;
  const take = (count: number) =>
    send<Journey>(api.importFile, params, naming(count), { createMissing: true }, "owner");
  await expect(take(201)).rejects.toMatchObject({ code: "file_unreadable", issues: [{ code: "tooMany" }] });
  expect(await app.call(listPersonas, { params })).toEqual([]);
  const { document } = await take(200);
  const idOf = new Map((await app.call(listPersonas, { params })).map(({ id, name }) => [name, id]));
  expect(document.cards.map(({ personaIds }) => personaIds)).toEqual(
    Array.from({ length: 200 }, (_, index) => [idOf.get(`Persona ${index}`)]),
  );
});

test.each([
  ["atelier.2026.csv", "atelier.2026"],
  [".csv", ".csv"],
  ["  .csv", ".csv"],
])("[F23] a journey of the file «%s», which has no title, is called «%s»", async (file, name) => {
  expect(await send<FilePreview>(api.previewFile, here(), list, {}, "editor", file)).toMatchObject({ name });
  expect(await send<Journey>(api.importFile, here(), list, {}, "editor", file)).toMatchObject({ name });
});

test("[F10] a journey leaves as JSON, XLSX and CSV, and each comes back as a journey", async () => {
  const journey = await send<Journey>(api.importFile, here(), list, { createMissing: true, name: '=Cuisine"\r\nX: 1' });
  await app.call(createPersona, { params: here(), body: { name: "Autre", summary: "" } });
  for (const contract of [api.exportJson, api.exportXlsx, api.exportCsv]) {
    const response = await download(contract, journey.id, { locale: "en" });
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="Cuisine ?X 1\.(json|xlsx|csv)"; filename\*=UTF-8''[\w%.]+$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    const back = await send<Journey>(api.importFile, here(), bytes, { name: "Retour" });
    expect(back.document.placements.map(({ touchpointId }) => touchpointId)).toEqual(
      journey.document.placements.map(({ touchpointId }) => touchpointId),
    );
    expect(back.document.cards.map(({ text, personaIds }) => [text, personaIds])).toEqual(
      journey.document.cards.map(({ text, personaIds }) => [text, personaIds]),
    );
    if (contract !== api.exportCsv) expect({ ...back.document, name: "" }).toEqual({ ...journey.document, name: "" });
  }
  const file = JourneyFile.parse(await (await download(api.exportJson, journey.id)).json());
  expect(file.names.personas.map(({ name }) => name)).toEqual(["Léa"]);
  const old = (await (await download(api.exportJson, journey.id, { version: 1 })).json()) as { version: number };
  expect(old.version).toBe(1);
});

test("[F22] replacing a journey by a file keeps a version of it first", async () => {
  const { id: journeyId } = await send<Journey>(api.importFile, here(), list);
  const replaced = await send<Journey>(api.replaceByFile, { journeyId }, "\tJe rêve\nIrritants\tCher");
  expect(replaced.document.steps.map(({ name }) => name)).toEqual(["Je rêve"]);
  const { versions } = await app.call(api.listVersions, { params: { journeyId } });
  expect(versions).toMatchObject([{ reason: "safety" }]);
  await app.call(api.restoreVersion, { params: { journeyId, versionId: versions[0]!.id } });
  expect((await app.call(api.getJourney, { params: { journeyId } })).document.steps.map(({ name }) => name)).toEqual([
    "Je cherche",
  ]);
});

test("[F16] a file that makes no journey is refused with the place and changes nothing", async () => {
  const { id: journeyId } = await send<Journey>(api.importFile, here(), list);
  await expect(
    send(api.replaceByFile, { journeyId }, '{"format":"parcours.journey","version":9}'),
  ).rejects.toMatchObject({
    code: "file_unreadable",
    issues: [{ path: "version", code: "newer" }],
  });
  await expect(send(api.previewFile, here(), Buffer.from("PK\u0003\u0004 nothing"))).rejects.toMatchObject({
    code: "file_unreadable",
  });
  expect((await app.call(api.listVersions, { params: { journeyId } })).versions).toEqual([]);
  await expect(send(api.previewFile, here(), "x".repeat(17 * 1024 * 1024))).rejects.toMatchObject({
    code: "too_large",
  });
  await expect(send(api.importFile, here(), list, {}, "viewer")).rejects.toMatchObject({ code: "not_allowed" });
});
