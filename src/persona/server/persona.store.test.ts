import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJourney } from "#journey/api.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import * as api from "../api.ts";

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
}, 60_000);
afterAll(() => app.close());

const params = () => ({ workspaceId: app.workspaceId });
const create = (name: string, key?: string) => app.call(api.createPersona, { params: params(), body: { name, key } });

test("[J71] a persona gets a key of its name, which stays when the name changes", async () => {
  const made = await create("Camille, l’inquiète");
  expect(made).toMatchObject({ key: "camille-l-inquiete", summary: "" });
  const body = { name: "Camille", summary: "Compare tout deux fois." };
  const changed = await app.call(api.updatePersona, { params: { ...params(), id: made.id }, body }, "editor");
  expect(changed).toEqual({ ...made, ...body });
  expect((await create("Camille, l’inquiète")).key).toBe("camille-l-inquiete-2");
  await expect(create("X", "camille-l-inquiete")).rejects.toMatchObject({ code: "conflict" });
});

test("[J71] personas are listed by name, each workspace its own", async () => {
  await create("Zoé");
  await create("Ali");
  const names = (await app.call(api.listPersonas, { params: params() }, "viewer")).map(({ name }) => name);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "fr")));
  expect(names).toEqual(expect.arrayContaining(["Ali", "Zoé"]));
});

test("[J71] a persona that a journey tells of is not deleted", async () => {
  const { id } = await create("Sacha");
  const document = { name: "", stages: [], steps: [], lanes: [], cards: [], placements: [], personas: [{ id }] };
  await app.call(createJourney, { params: params(), body: { name: "Rénover", document } });
  const deletion = app.call(api.deletePersona, { params: { ...params(), id } });
  await expect(deletion).rejects.toMatchObject({ code: "conflict", title: expect.stringContaining("Rénover") });
  const other = await create("Lou");
  await app.call(api.deletePersona, { params: { ...params(), id: other.id } });
  const gone = app.call(api.deletePersona, { params: { ...params(), id: other.id } });
  await expect(gone).rejects.toMatchObject({ code: "not_found" });
  const unknown = app.call(api.updatePersona, { params: { ...params(), id: randomUUID() }, body: { name: "X" } });
  await expect(unknown).rejects.toMatchObject({ code: "not_found" });
});
