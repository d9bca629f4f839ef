import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { deleteTouchpoint } from "#touchpoint/api.ts";
import * as api from "../api.ts";
import { limits, type SurveyContent } from "../model.ts";
import { content, makeSurvey, makeTouchpoint } from "./voice.testing.ts";

let app: TestApp;
let touchpointId: string;
beforeAll(async () => {
  app = await testApp();
  ({ id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId));
});
afterAll(() => app.close());

const make = (part: Parameters<typeof makeSurvey>[2] = {}) =>
  makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }, part);
const answer = (token: string, score = 9) =>
  app.call(
    api.answerSurvey,
    { params: { token }, body: { attempt: randomUUID(), answers: { nps: score } } },
    "anonymous",
  );
const reworded = (fr: string): SurveyContent => ({
  ...content,
  questions: content.questions.map((question) =>
    question.id === "nps" ? { ...question, text: { fr, en: fr } } : question,
  ),
});

test("[V40] a survey is put at a touchpoint, has a link of its own, and is listed with what came of it", async () => {
  const { token, ...survey } = await make({ purpose: "Accueil" });
  expect(survey).toMatchObject({
    touchpointId,
    state: "open",
    relation: "transactional",
    version: 1,
    purpose: "Accueil",
  });
  expect(survey).toMatchObject({ answers: 0, partial: 0, suspicious: 0, lastAnswerAt: null, content });
  expect([token.length, survey.url.startsWith("http")]).toEqual([43, true]);
  expect((await make()).token).not.toBe(token);
  const listed = await app.call(
    api.listSurveys,
    { params: { workspaceId: app.workspaceId }, query: { touchpointId } },
    "viewer",
  );
  expect(listed).toContainEqual(survey);
  expect(await app.call(api.getSurvey, { params: { surveyId: survey.id } }, "viewer")).toEqual(survey);
});

test("[V41] a content that cannot be asked is refused with everything that is wrong", async () => {
  const [score, comment] = content.questions;
  const wrong = { ...content, questions: [{ ...comment!, text: { en: "Why?" } }, score!, score!] };
  await expect(make({ content: wrong })).rejects.toMatchObject({
    code: "invalid_input",
    issues: expect.arrayContaining([
      expect.objectContaining({ path: "content.questions.0", code: "scoreFirst" }),
      expect.objectContaining({ path: "content.questions.2", code: "idTwice" }),
      expect.objectContaining({ path: "content.questions.0.text.fr", code: "unsaid" }),
    ]),
  });
  const { id: surveyId } = await make();
  const change = app.call(api.updateSurvey, { params: { surveyId }, body: { content: wrong } }, "editor");
  await expect(change).rejects.toMatchObject({ code: "invalid_input" });
});

test("[V42] new content is a new version once somebody has answered; answers keep theirs", async () => {
  const { id: surveyId, token } = await make();
  const change = (body: object) => app.call(api.updateSurvey, { params: { surveyId }, body }, "editor");
  expect(await change({ content: reworded("Alors ?") })).toMatchObject({ version: 1, content: reworded("Alors ?") });
  await answer(token);
  expect(await change({ name: "Autre nom", content: reworded("Alors ?") })).toMatchObject({ version: 1, answers: 1 });
  expect(await change({ content })).toMatchObject({ version: 2, name: "Autre nom", content });
  expect(await change({ content: reworded("Eh bien ?") })).toMatchObject({ version: 2 });
  await answer(token);
  const { rows } = await app.stores.pool.query(
    `SELECT r.version, v.content -> 'questions' -> 0 -> 'text' ->> 'fr' AS asked FROM response r
     JOIN survey_version v USING (survey_id, version) WHERE survey_id = $1 ORDER BY version`,
    [surveyId],
  );
  expect(rows).toEqual([
    { version: 1, asked: "Alors ?" },
    { version: 2, asked: "Eh bien ?" },
  ]);
});

test("[V43] a survey that somebody has answered is closed, not deleted; its touchpoint stays while it asks", async () => {
  const { id: surveyId, token } = await make();
  const remove = () => app.call(api.deleteSurvey, { params: { surveyId } }, "editor");
  const other = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const own = await make({ touchpointId: other.id });
  const removeTouchpoint = () =>
    app.call(deleteTouchpoint, { params: { workspaceId: app.workspaceId, id: other.id } }, "editor");
  await expect(removeTouchpoint()).rejects.toMatchObject({ code: "conflict", title: expect.stringContaining("asked") });
  await app.call(api.deleteSurvey, { params: { surveyId: own.id } }, "editor");
  await removeTouchpoint();
  await answer(token);
  await expect(remove()).rejects.toMatchObject({ code: "conflict", remedy: expect.stringContaining("Close it") });
});

test("[V44] nobody reaches a survey or a touchpoint of another workspace", async () => {
  const { id: surveyId } = await make();
  for (const call of [
    () => app.call(api.getSurvey, { params: { surveyId } }, "outsider"),
    () => app.call(api.updateSurvey, { params: { surveyId }, body: { name: "Pris" } }, "outsider"),
    () => app.call(api.getSurvey, { params: { surveyId: randomUUID() } }),
  ])
    await expect(call()).rejects.toMatchObject({ code: "not_found" });
  const strangers = make({ touchpointId: randomUUID() });
  await expect(strangers).rejects.toMatchObject({ code: "invalid_input", issues: [{ path: "touchpointId" }] });
});

test("[V327] only a survey of the whole relation is at no touchpoint", async () => {
  const refused = { code: "invalid_input", issues: [{ path: "relation", code: "needs_touchpoint" }] };
  await expect(make({ touchpointId: null })).rejects.toMatchObject(refused);
  const { id: surveyId, touchpointId } = await make({ touchpointId: null, relation: "relational" });
  expect(touchpointId).toBeNull();
  const change = app.call(api.updateSurvey, { params: { surveyId }, body: { relation: "transactional" } }, "editor");
  await expect(change).rejects.toMatchObject(refused);
});

test("[V45] a touchpoint has a limited number of surveys, and says so of one more", async () => {
  const { id } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  for (let n = 0; n < limits.surveysPerTouchpoint; n++) await make({ touchpointId: id });
  await expect(make({ touchpointId: id })).rejects.toMatchObject({ code: "limit_reached" });
});

test("[V46] the QR code of a survey is a picture", async () => {
  const { id } = await make();
  const response = await app.as("viewer").fetch(`/api/v1/surveys/${id}/qr`);
  expect(response.headers.get("content-type")).toContain("image/svg+xml");
  expect(await response.text()).toContain("<svg");
});
