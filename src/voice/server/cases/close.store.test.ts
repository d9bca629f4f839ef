import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJourney, getJourney } from "#journey/api.ts";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import * as api from "../../api.ts";
import type { CaseDetails } from "../../cases/model.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";

let app: TestApp;
let touchpointId: string;
let journeyId: string;
let token: string;
beforeAll(async () => {
  app = await testApp();
  const editor = app.as("editor");
  ({ id: touchpointId } = await makeTouchpoint(editor, app.workspaceId));
  ({ token } = await makeSurvey(editor, { workspaceId: app.workspaceId, touchpointId }));
  const placement = { id: "p", stepId: "pay", touchpointId, importance: null, momentOfTruth: false, expectation: null };
  const document = {
    name: "",
    stages: [{ id: "sale", name: "Vente" }],
    steps: [{ id: "pay", stageId: "sale", name: "Je paie" }],
    lanes: [{ id: "pains", kind: "irritant" as const, name: "" }],
    cards: [],
    placements: [placement],
  };
  const made = { params: { workspaceId: app.workspaceId }, body: { name: "Magasin", document } };
  ({ id: journeyId } = await app.call(createJourney, made, "editor"));
});
afterAll(() => app.close());

async function open(why: string): Promise<CaseDetails> {
  const answer = { attempt: randomUUID(), answers: { nps: 1, why } };
  const { responseId } = await app.call(api.answerSurvey, { params: { token }, body: answer }, "anonymous");
  const body = { responseId, title: "Attente" };
  return app.call(api.createCase, { params: { workspaceId: app.workspaceId }, body }, "contributor");
}
const close = (seen: CaseDetails, part: object = {}, as: Visitor = "contributor") =>
  app.call(
    api.closeCase,
    {
      params: { caseId: seen.id },
      body: { version: seen.version, cause: "Trop peu de caisses", action: "Geste commercial", ...part },
    },
    as,
  );
const onMap = (part: object = {}) => ({ journeyId, stepId: "pay", kind: "irritant", ...part });
const cards = async () => (await app.call(getJourney, { params: { journeyId } }, "viewer")).document.cards;

test("[V230] a case is closed only with its root cause and what was done; opened again it keeps them", async () => {
  const seen = await open("Long");
  await expect(close(seen, { action: " " })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(close(seen, { cause: "" })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(close(seen, { version: 9 })).rejects.toMatchObject({ code: "conflict" });
  const closed = await close(seen, { cause: "Panne" });
  expect(closed).toMatchObject({ state: "closed", cause: { name: "Panne" }, action: "Geste commercial" });
  expect(closed.history.at(-1)?.deed).toEqual({ kind: "closed", cause: "Panne", action: "Geste commercial" });
  await expect(close(closed)).rejects.toMatchObject({ code: "conflict" });
  const change = { params: { caseId: seen.id }, body: { version: closed.version, state: "open" as const } };
  const again = await app.call(api.changeCase, change, "contributor");
  expect(again).toMatchObject({ state: "open", closedAt: null, cause: { name: "Panne" } });
});

test("[V231] a cause is one whatever its case; it is renamed, and retired until it is met again", async () => {
  const first = await close(await open("a"), { cause: "Personnel absent" });
  const second = await close(await open("b"), { cause: "personnel ABSENT" });
  expect(second.cause).toEqual(first.cause);
  const params = { causeId: first.cause?.id ?? "" };
  const changed = await app.call(api.changeCause, { params, body: { name: "Absences", isArchived: true } }, "editor");
  expect(changed).toMatchObject({ name: "Absences", isArchived: true, cases: 2 });
  const offered = async (seen: CaseDetails) =>
    (await app.call(api.getClosing, { params: { caseId: seen.id } }, "contributor")).causes.map(({ name }) => name);
  const third = await open("c");
  expect(await offered(third)).not.toContain("Absences");
  await close(third, { cause: "absences" });
  expect(await offered(third)).toContain("Absences");
  await close(await open("d"), { cause: "Autre" });
  const taken = app.call(api.changeCause, { params, body: { name: "AUTRE" } }, "editor");
  await expect(taken).rejects.toMatchObject({ code: "conflict" });
});

test("[V232] a cause on the map is one card, which grows with every case and keeps what people wrote", async () => {
  const seen = await open("Deux heures, écrivez à jeanne@example.com");
  const { places } = await app.call(api.getClosing, { params: { caseId: seen.id } }, "contributor");
  expect(places).toEqual([{ journeyId, journey: "Magasin", stepId: "pay", step: "Je paie", kinds: ["irritant"] }]);
  const closed = await close(seen, { onMap: onMap() });
  const [card] = await cards();
  expect(card).toMatchObject({ text: "Trop peu de caisses", laneId: "pains", stepId: "pay" });
  expect(card?.evidence).toMatch(/^1 case closed with this cause\n“Deux heures, écrivez à •+”$/);
  expect(closed.history.at(-1)?.deed).toMatchObject({ kind: "mapped", journeyId, cardId: card?.id, as: "irritant" });

  await close(await open("Une seule caisse"), { onMap: onMap() });
  const grown = await cards();
  expect(grown).toHaveLength(1);
  expect(grown[0]?.evidence).toMatch(/^2 cases closed.*\n“Une seule caisse”\n“Deux heures/);
  const behind = { params: { workspaceId: app.workspaceId }, query: { cardId: card?.id } };
  expect((await app.call(api.listCases, behind, "contributor")).total).toBe(2);
});

test("[V233] what a map does not take leaves the case as it was", async () => {
  const seen = await open("e");
  await expect(close(seen, { onMap: onMap({ kind: "opportunity" }) })).rejects.toMatchObject({ code: "not_found" });
  await expect(close(seen, { onMap: onMap({ stepId: "gone" }), cause: "Neuve" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(close(seen, { onMap: onMap({ journeyId: randomUUID() }) })).rejects.toMatchObject({
    code: "invalid_input",
  });
  const now = await app.call(api.getCase, { params: { caseId: seen.id } }, "contributor");
  expect([now.state, now.version]).toEqual(["open", seen.version]);
});
