import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import type { RouteBody } from "#platform/http/route.ts";
import { answerSurvey, listSurveys } from "#voice/api.ts";
import { pageWords } from "#voice/page/words.ts";
import { inspect } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { oneTouchpoint } from "./one-touchpoint.ts";
import { mapPage } from "./pages/map.ts";
import { voicePage } from "./pages/voice.ts";
import { type Visitor, visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "voice");
const said = pageWords("fr");
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** In milliseconds between two keys: nobody who reads and types is taken for a robot. */
const typing = { delay: 60 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** The panel of a touchpoint that nobody has been asked about, beside its map. */
async function openTouchpoint() {
  const visitor = await visit(product, "fr");
  const { workspaceId, url } = await oneTouchpoint(visitor, {
    lanes: ["touchpoint", "measure"],
    phase: "consideration",
  });
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  const map = mapPage(page, "fr");
  await map.open(`${url}?touchpoint=web`);
  await map.saved();
  return { visitor, workspaceId, url, page, map, voice: voicePage(page, "fr") };
}

/** Answers as a program does, so that there are enough for a figure. */
async function answer(visitor: Visitor, link: string, scores: readonly number[]): Promise<void> {
  const token = new URL(link).pathname.split("/").at(-1) ?? "";
  for (const score of scores)
    await visitor.call(answerSurvey, {
      params: { token },
      body: { attempt: randomUUID(), answers: { score }, way: "api" },
    });
}

/** Answers on the page itself, at a reader's pace. */
async function answerOnPhone(link: string, score: string, comment: string): Promise<Page> {
  const { page } = await openWindow(browser, phone);
  await page.goto(link);
  await page.getByRole("radio", { name: score, exact: true }).tap();
  await page.getByRole("textbox").first().pressSequentially(comment, typing);
  await page.getByRole("button", { name: said.send }).click();
  return page;
}

test("[U150, U158] a question asked on the map is answered on a phone, and the open map's figure moves", async () => {
  const { visitor, page, map, voice } = await openTouchpoint();
  await voice.panel.getByText(t("noneHere")).waitFor();
  await voice.ask();
  await voice.preview.getByRole("heading", { name: "Il m’a été facile" }).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await voice.save();
  const link = await voice.link();
  expect((await inspect(page)).problems).toEqual([]);
  await expect.poll(() => voice.qr.evaluate((qr: HTMLImageElement) => qr.naturalWidth)).toBeGreaterThan(0);
  await answer(visitor, link, [7, 6, 5, 7]);
  await voice.close();
  await map.grid.getByText(/n\s4\b/).waitFor();

  const customer = await answerOnPhone(link, "2", "Le devis perd mes mesures");
  await customer.getByText(said.recorded).waitFor();
  await map.grid.getByText(/n\s5\b/).waitFor();
  await map.grid.getByText("5,4").waitFor();
  await voice.panel.getByText(t("answers", { count: 5, n: "5" })).waitFor();
});

test("[U150] answers newer than the period on screen are announced, and shown with a press", async () => {
  const { visitor, url, map, voice } = await openTouchpoint();
  await voice.ask();
  await voice.save();
  await answer(visitor, await voice.link(), [7, 7, 7, 7, 7]);
  await map.open(`${url}?touchpoint=web&from=2020-01-01&to=2020-01-31`);
  await voice.panel.getByText(t("outsidePeriod", { day: "31 janv. 2020" })).waitFor();
  await voice.panel.getByRole("button", { name: t("showNewest", { count: 30, day: "" }).trim() }).click();
  await map.grid.getByText(/n\s5\b/).waitFor();
});

test("[U155, U157] the preview is the page, to be tried; its link, its QR code and its answers are shown once it is kept", async () => {
  const { visitor, page, voice } = await openTouchpoint();
  await voice.ask();
  await voice.preview.getByRole("radio", { name: "2", exact: true }).check();
  await voice.preview.getByText("Que s’est-il passé").waitFor();
  await voice.preview.getByRole("button", { name: said.send }).click();
  await voice.preview.getByRole("radio", { name: "2", exact: true, checked: true }).waitFor();
  const tried = await voice.preview.getByRole("main").ariaSnapshot();
  await voice.save();
  const link = await voice.link();

  const { page: customer } = await openWindow(browser, phone);
  await customer.goto(link);
  await customer.getByRole("radio", { name: "2", exact: true }).check();
  expect(await customer.getByRole("main").ariaSnapshot()).toBe(tried);

  const token = new URL(link).pathname.split("/").at(-1) ?? "";
  const keep = (body: Partial<RouteBody<typeof answerSurvey>>) =>
    visitor.call(answerSurvey, {
      params: { token },
      body: { attempt: randomUUID(), answers: { score: 1 }, way: "link", isPartial: false, ...body },
    });
  await keep({ isPartial: true });
  await keep({ website: "https://example.com" });
  await keep({ took: 30 });
  await page.reload();
  await voice.panel.getByRole("button", { name: "CES · Devis en ligne" }).click();
  for (const [name, count] of [
    ["answers", 0],
    ["partial", 1],
    ["suspicious", 2],
  ] as const)
    await expect.poll(() => voice.count(name).innerText()).toMatch(new RegExp(`^${count}\\b`));
});

test("[U156] a survey with answers says before it is changed what stays comparable", async () => {
  const { visitor, voice } = await openTouchpoint();
  await voice.ask();
  await voice.save();
  await answer(visitor, await voice.link(), [7]);
  await expect.poll(() => voice.count("answers").innerText(), { timeout: 20_000 }).toMatch(/^1\b/);
  await voice.edit();
  const changes = voice.dialog.getByText(t("newVersion", { count: 1, n: "1", version: 2 }));
  expect(await changes.count()).toBe(0);
  await voice.dialog
    .getByRole("textbox", { name: t("wording") })
    .first()
    .fill("C’était simple.");
  await changes.getByText(t("reason.wording")).waitFor();
  await voice.choose("nps");
  await changes.getByText(t("reason.metric")).waitFor();
});

test("[U154, U159] a question without words is named and not asked; leaving what was written is asked about", async () => {
  const { visitor, workspaceId, page, voice } = await openTouchpoint();
  const button = page.getByRole("button", { name: t("ask") });
  await button.press("Enter");
  await voice.dialog
    .getByRole("textbox", { name: t("wording") })
    .first()
    .fill("");
  await voice.save();
  const missing = t("issueOf", { number: 1, what: t("issue.unsaid", { language: "français" }) });
  await voice.dialog.getByText(missing).waitFor();
  expect(await visitor.call(listSurveys, { params: { workspaceId } })).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: t("leave") }).press("Enter");
  await voice.dialog.waitFor({ state: "detached" });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});
