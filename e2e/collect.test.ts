import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { createTouchpoint } from "#touchpoint/api.ts";
import { createSurvey, getSurvey } from "#voice/api.ts";
import { readyContent } from "#voice/wording.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "collect");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** The dialog of an open survey. */
async function openSurvey(width = 1280) {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Magasin");
  const body = { name: "Caisse", channelId: null, teamId: null, initiator: "customer" as const };
  const { id: touchpointId } = await visitor.call(createTouchpoint, { params: { workspaceId }, body });
  const content = readyContent("nps", { relation: "transactional", task: "" });
  const { id: surveyId } = await visitor.call(createSurvey, {
    params: { workspaceId },
    body: { touchpointId, name: "À la caisse", state: "open", content },
  });
  const viewport = { width, height: 800 };
  const { page } = await openWindow(browser, { storageState: product.signedIn, viewport });
  await page.goto(`${product.url}/w/${workspaceId}/voice?survey=${surveyId}`);
  const dialog = page.getByRole("dialog");
  return {
    page,
    dialog,
    show: (way: "link" | "site" | "kiosk" | "staff") => dialog.getByRole("tab", { name: t(`way.${way}`) }).click(),
    answers: async () => (await visitor.call(getSurvey, { params: { surveyId } })).answers,
  };
}

test.each([1280, 390])("[U170] every way to ask is shown with what it takes, at %i px", async (width) => {
  const { page, dialog, show } = await openSurvey(width);
  for (const way of ["link", "site", "kiosk", "staff"] as const) {
    await show(way);
    expect((await inspect(page)).problems).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await dialog.getByText(t("local")).count()).toBe(way === "staff" ? 0 : 1);
  }
});

test("[U171] the lines for a site say what was chosen", async () => {
  const { dialog, show } = await openSurvey();
  await show("site");
  await dialog.getByText(t("site.itself"), { exact: true }).click();
  await dialog.getByRole("textbox", { name: t("site.scroll") }).fill("40");
  const lines = () => dialog.getByRole("textbox", { name: t("site.snippet") }).inputValue();
  await expect.poll(lines).toContain('data-parcours="corner" data-delay="5" data-scroll="40"');
  expect(await lines()).toContain("/collect.js");
});

test("[U172] answers are typed in one after the other without the mouse", async () => {
  const { page, dialog, show, answers } = await openSurvey();
  await show("staff");
  await dialog.getByRole("textbox", { name: "recommandiez" }).focus();
  await page.keyboard.type("3");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Trop d’attente");
  await page.keyboard.press("Enter");
  await dialog.getByText(t("staff.entered", { count: 1 })).waitFor();
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await dialog.getByText(t("staff.entered", { count: 2 })).waitFor();
  expect(await answers()).toBe(2);
});
