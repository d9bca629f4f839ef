import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { createTouchpoint } from "#touchpoint/api.ts";
import { createSurvey, getSurvey, updateSurvey } from "#voice/api.ts";
import { pageWords } from "#voice/page/words.ts";
import { readyContent } from "#voice/wording.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { openLine } from "./line.ts";
import { visit } from "./visitor.ts";

const product = inject("product");
const said = pageWords("fr");
/** Nobody who reads is taken for a robot. */
const reading = 800;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A tablet in a shop with the kiosk of a survey open, on a line that can be cut. */
async function openKiosk() {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Boutique");
  const body = { name: "Caisse", channelId: null, teamId: null, initiator: "customer" as const };
  const { id: touchpointId } = await visitor.call(createTouchpoint, { params: { workspaceId }, body });
  const content = readyContent("csat", { relation: "transactional", task: "" });
  const { id: surveyId, url } = await visitor.call(createSurvey, {
    params: { workspaceId },
    body: { touchpointId, name: "À la caisse", state: "open", content },
  });
  const line = await openLine(product.url);
  const { page } = await openWindow(browser, { viewport: { width: 1024, height: 768 }, hasTouch: true });
  await page.goto(`${line.url}${new URL(url).pathname}/kiosk`);
  const answer = async (name: string, comment = "") => {
    await page.getByRole("radio", { name, exact: true }).check();
    await page.getByRole("textbox").first().fill(comment);
    await page.waitForTimeout(reading);
    await page.getByRole("button", { name: said.send }).click();
    await page.getByRole("button", { name: said.again }).click();
  };
  return {
    page,
    line,
    answer,
    waiting: (n: number) => page.getByText(said.kioskWaiting.replace("{n}", String(n))),
    answers: async () => (await visitor.call(getSurvey, { params: { surveyId } })).answers,
    set: (state: "open" | "closed") => visitor.call(updateSurvey, { params: { surveyId }, body: { state } }),
  };
}

test("[V161] one customer after the other answers, and finds nothing of the one before", async () => {
  const { page, answer, answers } = await openKiosk();
  expect((await inspect(page)).problems).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await answer("Satisfait", "Le premier");
  expect(await page.getByRole("radio", { checked: true }).count()).toBe(0);
  expect(await page.getByRole("textbox").first().inputValue()).toBe("");
  await answer("Neutre");
  await expect.poll(answers).toBe(2);
});

test("[V162] without a connection it is opened again and answered, and each answer arrives once when there is one", async () => {
  const { page, line, answer, waiting, answers } = await openKiosk();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await answer("Satisfait");
  await expect.poll(answers).toBe(1);
  await expect.poll(() => page.evaluate(async () => (await caches.match("/kiosk.js")) !== undefined)).toBe(true);
  line.cut();
  await answer("Insatisfait", "Sans réseau");
  await waiting(1).waitFor();
  await page.reload();
  await waiting(1).waitFor();
  await answer("Neutre");
  await waiting(2).waitFor();
  line.mend();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await waiting(2).waitFor({ state: "hidden" });
  await expect.poll(answers).toBe(3);
});

test("[V163] what is refused is set apart and tried again at the next start", async () => {
  const { page, answer, answers, set } = await openKiosk();
  await set("closed");
  await answer("Satisfait");
  await page.getByText(said.kioskApart.replace("{n}", "1")).waitFor();
  await set("open");
  await page.reload();
  await expect.poll(answers).toBe(1);
});
