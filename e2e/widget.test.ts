import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { createTouchpoint } from "#touchpoint/api.ts";
import { createSurvey, getSurvey } from "#voice/api.ts";
import { SurveyContent } from "#voice/model.ts";
import { pageWords } from "#voice/page/words.ts";
import { inspect, overflow } from "./accessibility.ts";
import { askedWhy } from "./asked-why.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { openShop } from "./shop.ts";
import { visit } from "./visitor.ts";

const product = inject("product");
const said = pageWords("en");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A survey with its link on a page of a shop, in a window that has never been there. */
async function openPage(
  attributes = "data-parcours",
  options: Parameters<typeof openWindow>[1] = {},
  asked = askedWhy,
) {
  const visitor = await visit(product, "en");
  const workspaceId = await visitor.newWorkspace("Shop");
  const body = { name: "Order", channelId: null, teamId: null, initiator: "customer" as const };
  const { id: touchpointId } = await visitor.call(createTouchpoint, { params: { workspaceId }, body });
  const { id: surveyId, url } = await visitor.call(createSurvey, {
    params: { workspaceId },
    body: { touchpointId, name: "After the order", state: "open", content: asked },
  });
  const shop = await openShop(
    new URL(product.url).origin,
    `<a href="${url}?way=widget" ${attributes}>Your opinion</a>`,
  );
  const { page } = await openWindow(browser, { locale: "en-GB", ...options });
  await page.goto(shop);
  const answers = async () => (await visitor.call(getSurvey, { params: { surveyId } })).answers;
  return {
    page,
    answers,
    link: page.getByRole("link", { name: "Your opinion" }),
    panel: page.locator("parcours-survey"),
  };
}

/** What the browser keeps for the site. */
function kept(page: Page): Promise<number> {
  return page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
}

/** Nobody who reads is taken for a robot. */
const reading = 800;

test("[V151, V156, V157] on a strict page of another site, a question is answered by keys alone and is in the store", async () => {
  const { page, answers, link, panel } = await openPage();
  await link.focus();
  await page.keyboard.press("Enter");
  const region = page.getByRole("region", { name: "how likely" });
  await region.waitFor();
  expect(await panel.evaluate((host) => host.shadowRoot?.activeElement?.tagName)).toBe("SECTION");
  expect((await inspect(page)).problems).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await panel.getByText("What was missing?").waitFor();
  await panel.getByRole("radio", { name: "The delay" }).check();
  await page.waitForTimeout(reading);
  await panel.getByRole("button", { name: said.send }).press("Enter");
  await panel.getByText(said.recorded).waitFor();
  expect(await answers()).toBe(1);
  expect((await inspect(page)).problems).toEqual([]);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("[V154, V155] by itself it takes no focus, is announced, and keeps nothing until it is closed, then does not come back", async () => {
  const { page, panel } = await openPage('data-parcours data-delay="0"');
  await panel.getByRole("status").filter({ hasText: "how likely" }).waitFor();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(await kept(page)).toBe(0);
  await panel.getByRole("button", { name: said.close }).click();
  expect(await kept(page)).toBe(1);
  await page.reload();
  await page.getByRole("link").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await panel.count()).toBe(0);
});

test("[V155] where nothing may be kept nothing is, also after an answer", async () => {
  const { page, answers, panel } = await openPage('data-parcours="here" data-storage="none"');
  await panel.getByRole("radio", { name: "9", exact: true }).check();
  await page.waitForTimeout(reading);
  await panel.getByRole("button", { name: said.send }).click();
  await panel.getByText(said.recorded).waitFor();
  expect([await kept(page), await answers()]).toEqual([0, 1]);
});

test("[V158] without JavaScript the link leads to the page of the survey", async () => {
  const { page, answers, link } = await openPage("data-parcours", { javaScriptEnabled: false });
  await link.click();
  await page.getByRole("radio", { name: "8", exact: true }).check();
  await page.waitForTimeout(reading);
  await page.getByRole("button", { name: said.send }).click();
  await page.getByText(said.recorded).waitFor();
  expect(await answers()).toBe(1);
});

test("[V159] an answer that did not arrive is sent again, by the next page if need be, and is one", async () => {
  const { page, answers, panel } = await openPage('data-parcours data-delay="0"');
  await panel.getByRole("radio", { name: "7", exact: true }).check();
  await page.waitForTimeout(reading);
  let refused = 0;
  await page.route("**/collect/*", async (route) => {
    if (route.request().method() !== "POST" || refused++ > 0) return route.continue();
    // It arrives, and the word of it is lost.
    await route.fetch();
    return route.abort();
  });
  await panel.getByRole("button", { name: said.send }).click();
  await panel.getByText(said.waiting).waitFor();
  await panel.getByText(said.recorded).waitFor();
  expect([refused, await answers()]).toEqual([2, 1]);
});

test("[V159] an answer whose page is left before it arrived is sent by the next one", async () => {
  const { page, answers, panel } = await openPage('data-parcours data-delay="0"');
  await panel.getByRole("radio", { name: "7", exact: true }).check();
  await page.waitForTimeout(reading);
  await page.route("**/collect/*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await panel.getByRole("button", { name: said.send }).click();
  await panel.getByText(said.waiting).waitFor();
  await page.unrouteAll();
  await page.reload();
  await expect.poll(answers).toBe(1);
});

test.each([
  ["a phone", { viewport: { width: 390, height: 844 }, colorScheme: "light" }],
  ["a phone at 200 %", { viewport: { width: 195, height: 422 }, colorScheme: "dark" }],
  ["forced colours", { viewport: { width: 1280, height: 800 }, forcedColors: "active" }],
] as const)("[V157] on %s it is whole, and what is pressed is 44 px or more", async (_, options) => {
  const asked = { ...askedWhy, languages: ["ar", ...askedWhy.languages] };
  const { page, panel } = await openPage('data-parcours data-delay="0" data-lang="ar"', options, withArabic(asked));
  await panel.getByRole("radio").first().waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const targets = await panel.locator(".scale input:visible, .choices input:visible, button").all();
  const sizes = await Promise.all(targets.map((target) => target.boundingBox()));
  expect(Math.min(...sizes.flatMap((box) => (box === null ? [] : [box.width, box.height])))).toBeGreaterThanOrEqual(44);
  const region = panel.getByRole("region");
  expect(await region.getAttribute("dir")).toBe("rtl");
  const { x, width } = (await region.boundingBox()) ?? { x: -1, width: 0 };
  expect([x >= 0, x + width <= options.viewport.width]).toEqual([true, true]);
});

/** The same survey with something to read in Arabic, which is what it is asked in first. */
function withArabic(asked: SurveyContent): SurveyContent {
  const written = JSON.stringify(asked, (_, value: unknown) =>
    typeof value === "object" && value !== null && "fr" in value ? { ...value, ar: "ما مدى رضاك؟" } : value,
  );
  return SurveyContent.parse(JSON.parse(written));
}
