import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { posterGaps } from "../../api/collect.ts";
import { content, makeSurvey, makeTouchpoint } from "../voice.testing.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test.each([
  ["a4", "[0 0 595.28 841.89]"],
  ["a5", "[0 0 419.53 595.28]"],
])("[V166] a poster is one sheet of %s with the fonts it needs", async (size, box) => {
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const { id } = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId });
  const response = await app.as("viewer").fetch(`/api/v1/surveys/${id}/poster?size=${size}&locale=fr`);
  expect(response.headers.get("content-type")).toContain("application/pdf");
  const pdf = Buffer.from(await response.arrayBuffer()).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf).toContain(`/MediaBox ${box}`);
  expect(pdf).toMatch(/BricolageGrotesque/);
  expect(pdf.trimEnd()).toMatch(/%%EOF$/);
});

test("[V166] what the sheet would leave out is said before it is printed", async () => {
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const [score, ...rest] = content.questions;
  const ask = async (text: string) => {
    const asked = {
      ...content,
      questions: [{ ...(score ?? expect.fail("it asks")), text: { fr: text, en: "How?" } }, ...rest],
    };
    const part = { content: asked };
    const { id } = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }, part);
    const { leftOut } = await app.call(posterGaps, { params: { surveyId: id }, query: { locale: "fr" } }, "viewer");
    return leftOut;
  };
  expect(await ask("Était-ce facile ?")).toEqual([]);
  expect(await ask("هل كان سهلا؟")).toEqual(["question"]);
});
