import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import * as api from "../api.ts";
import type { Import } from "../model.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const send = async (params: { workspaceId: string; importId: string }, name: string, text: string): Promise<Import> => {
  const form = new FormData();
  form.append("file", new Blob([text]), name);
  const path = api.uploadFiles.path.replace(":workspaceId", params.workspaceId).replace(":importId", params.importId);
  const response = await app.as("editor").fetch(path, { method: "POST", body: form });
  expect(response.status).toBe(200);
  return (await response.json()) as Import;
};
const begin = async () => {
  const { id, workspaceId } = await app.call(api.createImport, { params: { workspaceId: app.workspaceId } }, "editor");
  return { workspaceId, importId: id };
};
const text = "client;date;recommandation;commentaire\n1;31/12/2024;9;\n2;01/01/2025;0;Trop long\n3;hier;5;\n";

test("[I70] from files to events: send, take the proposal, look at it, count it, import it, download it", async () => {
  const params = await begin();
  expect((await send(params, "avis.csv", text)).files).toEqual([{ name: "avis.csv", bytes: Buffer.byteLength(text) }]);

  const { mapping, doubts } = await app.call(api.getProposal, { params }, "editor");
  expect(doubts.map(({ code }) => code)).toEqual(["score_guessed"]);
  expect(mapping).toMatchObject({
    people: [{ kind: "customer", column: "client" }],
    files: { avis: { separator: ";", dates: "dd/mm/yyyy" } },
    records: [{ shape: "answer", when: "date", metric: "nps", score: "recommandation", comment: ["commentaire"] }],
  });
  const { rows } = await app.call(api.previewImport, { params, body: { mapping } }, "editor");
  expect(rows.map(({ line, events, error }) => [line, events[0]?.score ?? null, error?.code ?? null])).toEqual([
    [2, 9, null],
    [3, 0, null],
    [4, null, "date_invalid"],
  ]);

  expect((await app.call(api.setMapping, { params, body: { mapping } }, "editor")).status).toBe("ready");
  await app.call(api.runImport, { params, body: { dryRun: true } }, "editor");
  const ended = async (status: Import["status"]) => {
    await expect.poll(async () => (await app.call(api.getImport, { params })).status, { timeout: 15_000 }).toBe(status);
  };
  await ended("ready");
  const dry = await app.call(api.getImport, { params });
  expect(dry.counts).toMatchObject({ rows: 3, quarantined: 1, answers: 2, newAnswers: 2, newPeople: 2 });
  await app.call(api.runImport, { params, body: { dryRun: false } }, "editor");
  await ended("done");
  expect((await app.call(api.getImport, { params })).counts).toEqual(dry.counts);

  const quarantine = await app.call(api.listQuarantine, { params, query: {} }, "editor");
  expect(quarantine).toMatchObject({
    total: 1,
    byCode: [{ code: "date_invalid", rows: 1 }],
    rows: [{ line: 4, detail: "date" }],
  });
  const yaml = await (
    await app.as("viewer").fetch(`/api/v1/workspaces/${params.workspaceId}/imports/${params.importId}/mapping.yaml`)
  ).text();
  const second = await begin();
  await send(second, "avis.csv", text);
  expect((await app.call(api.setMapping, { params: second, body: { mapping: yaml } }, "editor")).mapping).toEqual(
    (await app.call(api.getImport, { params })).mapping,
  );
});

test("[I71] an import is only seen and changed in its own workspace, and not once it is under way", async () => {
  const params = await begin();
  await expect(app.call(api.runImport, { params, body: {} }, "editor")).rejects.toMatchObject({ status: 409 });
  await expect(
    app.call(api.createImport, { params: { workspaceId: app.workspaceId } }, "contributor"),
  ).rejects.toMatchObject({ status: 403 });
  await expect(app.call(api.getImport, { params }, "outsider")).rejects.toMatchObject({ status: 404 });
  await expect(app.call(api.listQuarantine, { params, query: {} }, "viewer")).rejects.toMatchObject({ status: 403 });
  expect((await app.call(api.cancelImport, { params }, "editor")).status).toBe("cancelled");
  await expect(app.call(api.setMapping, { params, body: { mapping: {} } }, "editor")).rejects.toMatchObject({
    status: 409,
  });
});

test("[I71] of two who run an import at once, one does", async () => {
  const params = await begin();
  await send(params, "avis.csv", text);
  const { mapping } = await app.call(api.getProposal, { params }, "editor");
  await app.call(api.setMapping, { params, body: { mapping } }, "editor");
  const run = () => app.call(api.runImport, { params, body: { dryRun: false } }, "editor");
  const asked = await Promise.allSettled([run(), run()]);
  expect(asked.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("[I3] the JSON Schema of the mapping is served to everybody", async () => {
  const response = await app.as("anonymous").fetch("/api/v1/mapping.schema.json");
  expect(await response.json()).toMatchObject({ title: "Parcours mapping", type: "object" });
});
