import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import type { DocumentDraft } from "#journey/model.ts";
import { getDashboard } from "#insight/api.ts";
import { createTouchpoint } from "#touchpoint/api.ts";
import { answerSurvey, createSurvey, listSurveys } from "#voice/api.ts";
import { inspect } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "dashboard");
const plan = wordsOf("fr", "plans");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A journey whose one touchpoint was answered about a contact by two scores, and about the whole relation. */
async function answeredJourney() {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Mesurée");
  const params = { workspaceId };
  const { id: touchpointId } = await visitor.call(createTouchpoint, {
    params,
    body: { name: "Devis en ligne", channelId: null, teamId: null, initiator: "customer" },
  });
  const document: DocumentDraft = {
    name: "Rénover",
    stages: [{ id: "before", name: "Avant" }],
    steps: [{ id: "quote", stageId: "before", name: "Je fais mon devis" }],
    lanes: [],
    cards: [],
    placements: [{ id: "web", stepId: "quote", touchpointId, importance: 5, momentOfTruth: false, expectation: 90 }],
  };
  const { id: journeyId } = await visitor.newJourney(workspaceId, document);
  for (const [relation, metric, scores] of [
    ["transactional", "nps", [9, 9, 10, 9, 0, 10]],
    ["transactional", "stars", [5, 4, 4, 5, 3]],
    ["relational", "nps", [3, 4, 3, 2, 10, 5, 1]],
  ] as const) {
    const { url } = await visitor.call(createSurvey, {
      params,
      body: {
        touchpointId,
        name: relation,
        state: "open",
        relation,
        content: {
          languages: ["fr"],
          questions: [{ kind: "score", id: "score", metric, text: { fr: "Qu’en pensez-vous ?" } }],
        },
      },
    });
    const token = url.split("/").at(-1) ?? "";
    for (const score of scores)
      await visitor.call(answerSurvey, {
        params: { token },
        body: { attempt: randomUUID(), answers: { score }, way: "api" },
      });
  }
  await expect
    .poll(async () => (await visitor.call(getDashboard, { params: { journeyId } })).relational[0]?.n, {
      timeout: 15_000,
    })
    .toBe(7);
  return { visitor, workspaceId, journeyId };
}

test("[U194, U195, U196, U197, U220] the dashboard shows a journey's scores, as tables too, and who is behind", async () => {
  const { workspaceId, journeyId } = await answeredJourney();
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  await page.goto(`${product.url}/w/${workspaceId}/measures?journey=${journeyId}`);
  const summary = page.getByRole("region", { name: t("summary"), exact: true });
  await summary.getByText(t("contact"), { exact: true }).first().waitFor();
  expect(await summary.getByText(t("relation"), { exact: true }).count()).toBe(1);

  const row = page.getByRole("row", { name: "Devis en ligne" });
  for (const metric of ["NPS", "Étoiles"]) await row.getByText(metric).waitFor();

  const course = page.getByRole("region", { name: t("course"), exact: true });
  await course.getByRole("button", { name: t("asTable", { title: t("course") }) }).click();
  await course.getByRole("columnheader", { name: t("when") }).waitFor();
  expect(page.url()).toContain("table=");
  await page.reload();
  await course.getByRole("columnheader", { name: t("when") }).waitFor();
  expect((await inspect(page)).problems).toEqual([]);

  await page.getByRole("button", { name: "Devis en ligne", exact: true }).click();
  await page.getByRole("dialog", { name: "Devis en ligne" }).getByRole("tab").first().waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await page.keyboard.press("Escape");
  await summary.getByRole("button", { name: "7" }).click();
  await page.getByRole("dialog").getByText("7", { exact: false }).first().waitFor();
});

test("[U221] a plan of what to ask makes drafts of what is not asked yet, and takes them back", async () => {
  const { visitor, workspaceId, journeyId } = await answeredJourney();
  const drafts = async () =>
    (await visitor.call(listSurveys, { params: { workspaceId }, query: {} })).filter(({ state }) => state === "draft");
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  await page.goto(`${product.url}/w/${workspaceId}/measures?journey=${journeyId}`);
  await page.getByRole("button", { name: plan("title") }).click();
  const dialog = page.getByRole("dialog", { name: plan("title") });
  await dialog.getByRole("button", { name: plan("make", { count: 1 }) }).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await dialog.getByRole("combobox", { name: plan("which") }).click();
  await page.getByRole("option", { name: plan("plan.stars") }).click();
  await dialog.getByText(plan("complete")).waitFor();
  await dialog.getByRole("combobox", { name: plan("which") }).click();
  await page.getByRole("option", { name: plan("plan.csat") }).click();
  await dialog.getByRole("button", { name: plan("make", { count: 1 }) }).click();
  await dialog.getByText(plan("made", { count: 1 })).waitFor();
  expect((await drafts()).map(({ name }) => name)).toEqual(["CSAT · Devis en ligne"]);
  await dialog.getByRole("button", { name: plan("undo") }).click();
  await dialog.getByRole("button", { name: plan("make", { count: 1 }) }).waitFor();
  expect(await drafts()).toEqual([]);
});
