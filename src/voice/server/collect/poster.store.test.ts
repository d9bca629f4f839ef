import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";

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
