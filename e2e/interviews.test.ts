import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { addHighlight, createInterview, recordConsent, saveTranscript } from "#voice/api.ts";
import { silence } from "#voice/interviews/silence.testing.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { oneTouchpoint } from "./one-touchpoint.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "interviews");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

async function open(path: string) {
  const visitor = await visit(product, "fr");
  const place = await oneTouchpoint(visitor, { lanes: ["irritant", "delight"] });
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  await page.goto(`${product.url}/w/${place.workspaceId}/${path}`);
  return { visitor, page, ...place };
}

/** As long as a screen may take on a machine that is busy with something else. */
const patience = { timeout: 15_000 };

/** Selects these words of the transcript, as a pointer does. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector("[data-start]")?.closest("ol") ?? document.body, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      return;
    }
  }, words);
}

test("[U200, U201] a guide is made of a map's steps, rewritten and put in order by the keyboard", async () => {
  const { page } = await open("voice/interviews?view=guides");
  await page
    .getByRole("button", { name: t("newGuide") })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("makeGuide") })
    .click();
  const step = page.locator("[data-part]").nth(1);
  const title = step.getByRole("textbox", { name: t("partTitle") });
  await expect.poll(() => title.inputValue(), patience).toBe("Je fais mon devis");
  const first = step.getByRole("textbox", { name: t("question", { number: 1 }) });
  await first.fill("Racontez-moi ce devis.");
  await first.press("Enter");
  await page.keyboard.type("Et après ?");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => first.inputValue(), patience).toBe("Et après ?");
  await title.focus();
  await page.keyboard.press("Alt+ArrowUp");
  const saved = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.keyboard.press("Alt+ArrowDown");
  await saved;
  expect((await inspect(page)).problems).toEqual([]);
  await page.reload();
  await expect.poll(() => first.inputValue(), patience).toBe("Et après ?");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button").count()).toBe(0);
  expect(await page.locator("main").evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
});

test("[U202, U203, U204, U205, U206, U207, U208] from an interview to a card of the map, heard from there", async () => {
  const { page, workspaceId, url } = await open("voice/interviews");
  await page
    .getByRole("button", { name: t("newInterview") })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("plan") })
    .click();
  await page.getByRole("heading", { name: "P1" }).waitFor();
  await page.getByText(t("consentFirst")).first().waitFor();
  await page.getByRole("button", { name: t("recordConsent") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: wordsOf("fr", "ui")("save") })
    .click();

  const file = { name: "p1.wav", mimeType: "audio/wav", buffer: silence(10) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  const audio = page.locator("audio");
  await expect.poll(() => audio.evaluate((media: HTMLAudioElement) => Math.round(media.duration)), patience).toBe(10);
  await page.getByRole("button", { name: t("writeTranscript") }).click();
  const writing = page.getByRole("dialog");
  await writing
    .getByRole("textbox")
    .fill(
      "WEBVTT\n\n00:01.000 --> 00:04.000\nClaire: Le devis était incompréhensible\n\n00:05.000 --> 00:08.000\nJ’ai tout recommencé",
    );
  await writing.getByRole("button", { name: wordsOf("fr", "ui")("save") }).click();

  await page.getByRole("button", { name: t("playAt", { time: "0:05" }) }).click();
  await expect
    .poll(() => audio.evaluate((media: HTMLAudioElement) => media.currentTime), patience)
    .toBeGreaterThanOrEqual(5);
  await page.keyboard.press("k");
  await expect.poll(() => audio.evaluate((media: HTMLAudioElement) => media.paused), patience).toBe(true);
  await page.keyboard.press("m");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("mark"), exact: true })
    .click();
  await page.getByText(t("aMoment")).waitFor();

  await select(page, "incompréhensible");
  await page.getByRole("button", { name: t("markSelection") }).click();
  const marking = page.getByRole("dialog");
  await marking.getByRole("combobox", { name: t("step") }).click();
  await page.getByRole("option", { name: "Je fais mon devis" }).click();
  await marking.getByRole("button", { name: t("mark"), exact: true }).click();
  const mark = page.locator("mark", { hasText: "incompréhensible" });
  await mark.waitFor();
  expect((await inspect(page)).problems).toEqual([]);

  const item = page.getByRole("listitem").filter({ has: page.locator("blockquote", { hasText: "incompréhensible" }) });
  await item.getByRole("button", { name: t("putOnMap") }).click();
  const card = page.getByRole("dialog");
  await card.getByRole("textbox", { name: t("insight") }).fill("Le devis ne se comprend pas");
  await card.getByRole("button", { name: t("putOnMap") }).click();
  await item.getByRole("link", { name: t("onMap") }).click();
  const behind = t("behind", {
    highlights: t("highlightCount", { count: 1 }),
    interviews: t("interviewCount", { count: 1 }),
  });
  await page.getByRole("button", { name: behind }).click();
  await page.locator("blockquote", { hasText: "incompréhensible" }).waitFor();
  const moment = page.locator('audio[src*="#t=1,4"]');
  await moment.evaluate((media: HTMLAudioElement) => media.play());
  await expect
    .poll(() => moment.evaluate((media: HTMLAudioElement) => media.currentTime), patience)
    .toBeGreaterThanOrEqual(1);
  expect(page.url()).toContain(new URL(url).pathname);
  expect((await inspect(page)).problems).toEqual([]);
  await page.goto(`${product.url}/w/${workspaceId}/voice/interviews`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("link", { name: /P1/ }).click();
  await mark.waitFor();
  expect(await overflow(page)).toBe(0);
});

test("[U204, U209] highlights are found across interviews; what a participant takes back is gone from them", async () => {
  const { visitor, page, workspaceId } = await open("voice/interviews?view=highlights");
  await page.getByText(t("noInsights.title")).waitFor();
  const params = { workspaceId };
  const made = await visitor.call(createInterview, { params, body: { heldOn: "2026-01-05" } });
  const one = { interviewId: made.id };
  const consent = { purpose: "Essai", way: "spoken" as const, givenOn: "2026-01-05", until: "2099-01-01" };
  const { version } = await visitor.call(recordConsent, { params: one, body: { version: made.version, ...consent } });
  await visitor.call(saveTranscript, { params: one, body: { version, text: "Deux heures de queue" } });
  const facts = { kind: "irritant" as const, note: "", tags: ["attente"], step: null, touchpointId: null };
  const body = { version: version + 1, ...facts, passage: { start: 0, end: 11 }, moment: null };
  await visitor.call(addHighlight, { params: one, body });
  await page.reload();
  await page.getByText("Deux heures", { exact: true }).waitFor();
  await page.getByRole("button", { name: "attente" }).click();
  expect(new URL(page.url()).searchParams.get("tag")).toBe("attente");
  expect((await inspect(page)).problems).toEqual([]);
  await page.getByRole("link", { name: "P1" }).click();
  await page.getByRole("button", { name: t("withdraw") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("withdrawAction") })
    .click();
  await page.getByRole("heading", { name: t("nobody") }).waitFor();
  await page.getByText(t("erasedQuote")).waitFor();
  expect(await page.getByText("Deux heures").count()).toBe(0);
});
