import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import * as api from "../../api.ts";
import { CaseSettings } from "../../cases/model.ts";
import { escalateLate } from "./escalate.ts";

let app: TestApp;
const sent: { to: string; subject: string }[] = [];
const mail = {
  send: async (letter: { to: string; subject: string }) => void sent.push(letter),
  close: () => undefined,
};
beforeAll(async () => {
  app = await testApp();
  for (const member of ["editor", "contributor"] as const) await app.as(member).cookie();
});
afterAll(() => app.close());

const inWorkspace = () => ({ workspaceId: app.workspaceId });
const settings = (part: Partial<CaseSettings>) => CaseSettings.parse(part);
const save = async (part: Partial<CaseSettings>) => {
  const { agents } = await app.call(api.getCaseSettings, { params: inWorkspace() }, "contributor");
  const body = { settings: settings(part), agents: agents.map((agent) => ({ ...agent, isAvailable: true })) };
  return app.call(api.saveCaseSettings, { params: inWorkspace(), body }, "editor");
};
const open = () => app.call(api.createCase, { params: inWorkspace(), body: { title: "Attente" } }, "contributor");
const round = (now: Date) =>
  escalateLate({ db: app.stores.db, mail, log: app.deps.log, now: () => now, publicUrl: "https://cx.example" });

test("[V235] what a workspace says of its cases is kept, and whoever may work on them is named", async () => {
  await app.as("viewer").cookie();
  const saved = await save({ sla: { normal: 48, high: 8, urgent: 1 } });
  expect(saved.settings.sla.urgent).toBe(1);
  expect(await app.call(api.getCaseSettings, { params: inWorkspace() }, "contributor")).toEqual(saved);
  const roles = saved.agents.length;
  expect([roles, saved.agents.every(({ isAvailable }) => isAvailable)]).toEqual([3, true]);
  expect((await open()).assigneeId).not.toBeNull();
  const never = {
    ...saved,
    settings: { ...saved.settings, hours: { ...saved.settings.hours, week: saved.settings.hours.week.map(() => []) } },
  };
  const refused = app.call(api.saveCaseSettings, { params: inWorkspace(), body: never }, "editor");
  await expect(refused).rejects.toMatchObject({ code: "invalid_input" });
});

test("[V236, V237] a case that is late is brought to whom the workspace says, once, in their language", async () => {
  await app.stores.pool.query(`UPDATE "user" SET locale = 'fr' WHERE email = 'owner@example.com'`);
  const { id, dueAt } = await open();
  const later = new Date(Date.parse(dueAt) + 1);
  await round(later);
  expect(sent).toEqual([]);
  await save({ escalation: { to: "role", role: "owner" } });
  await round(new Date(Date.parse(dueAt) - 1));
  await Promise.all([round(later), round(later)]);
  const mine = () => sent.filter(({ subject }) => subject.includes("Attente"));
  const { escalatedAt, history } = await app.call(api.getCase, { params: { caseId: id } }, "contributor");
  expect(escalatedAt).toBe(later.toISOString());
  expect(history.filter(({ deed }) => deed.kind === "escalated")).toHaveLength(1);
  expect(new Set(mine().map(({ to }) => to))).toEqual(new Set(["owner@example.com"]));
  expect(mine()[0]?.subject).toMatch(/^Dossier .* en retard/);
  const letters = mine().length;
  await round(later);
  expect(mine()).toHaveLength(letters);
});
