import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { SurveyContent } from "#voice/model.ts";
import { thanksPage } from "#voice/page/message-page.ts";
import { surveyPage } from "#voice/page/survey-page.ts";
import { isProof, proofBits } from "#voice/server/collect/proof.ts";
import { readyContent } from "#voice/wording.ts";
import { inspect, overflow } from "./accessibility.ts";
import { askedWhy } from "./asked-why.ts";
import { openBrowser } from "./browser.ts";

const content = SurveyContent.parse({
  ...askedWhy,
  questions: [
    ...askedWhy.questions,
    {
      kind: "scale",
      id: "weight",
      text: { fr: "À quel point {{why}} compte ?", en: "How much does {{why}} matter?" },
      when: { questionId: "why" },
    },
  ],
});
const asked = {
  content,
  language: "en",
  action: "https://survey.invalid/s/token",
  attempt: "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
  shownAt: 1000,
  way: "link",
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A survey page on a phone; what its form posts is caught on the way. */
async function open(html: string, options: Parameters<Browser["newPage"]>[0] = {}) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, ...options });
  const posted: string[] = [];
  await page.route("https://survey.invalid/**", (route) => {
    const body = route.request().postData();
    if (body !== null) posted.push(body);
    return route.fulfill({ contentType: "text/html", body: body === null ? html : "<title>posted</title>" });
  });
  await page.goto("https://survey.invalid/s/token");
  return { page, posted };
}

/** What the questions on screen ask. */
async function questions(page: Page): Promise<string[]> {
  return (await page.locator("[data-title]:visible").allTextContents()).slice(1);
}

test("[V172] a page works out its proof while it is filled in, and waits for it", async () => {
  const { page, posted } = await open(surveyPage({ ...asked, proofBits }));
  await page.getByRole("radio", { name: "9", exact: true }).check();
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForFunction(() => document.title === "posted");
  const fields = new URLSearchParams(posted[0]);
  expect(isProof(asked.attempt, fields.get("proof") ?? "")).toBe(true);
});

test("[V70][V74][V79] with a script the questions follow the answers at once", async () => {
  const { page, posted } = await open(surveyPage(asked));
  expect(await questions(page)).toEqual(["What is the reason for your answer?"]);
  await page.getByRole("radio", { name: "3", exact: true }).check();
  expect(await questions(page)).toEqual(["We are sorry to hear that. What went wrong?", "What was missing?"]);
  await page.getByRole("radio", { name: "The delay" }).check();
  expect((await questions(page)).at(-1)).toBe("How much does The delay matter?");
  await page.getByRole("radio", { name: "10, Extremely likely" }).check();
  expect(await questions(page)).toEqual(["What did you like most?"]);
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL((url) => url.pathname === "/s/token" && posted.length === 1);
  expect(new URLSearchParams(posted[0]).get("q_score")).toBe("10");
  await page.close();
});

test("[V86] without a script every question is there, and the form is posted", async () => {
  const { page, posted } = await open(surveyPage(asked), { javaScriptEnabled: false });
  expect(await page.locator("[data-question]:visible").count()).toBe(content.questions.length);
  await page.getByRole("radio", { name: "7", exact: true }).check();
  await page.getByRole("textbox").first().fill("Un “mot”\n<b>");
  await page.getByRole("button", { name: "Send" }).click();
  await expect.poll(() => posted.length).toBe(1);
  const form = new URLSearchParams(posted[0]);
  expect([form.get("q_score"), form.get("q_comment")]).toEqual(["7", "Un “mot”\r\n<b>"]);
  await page.close();
});

test("[V85] the summary of what is wrong is in focus, and leads to the field by keyboard", async () => {
  const { page } = await open(surveyPage({ ...asked, issues: [{ path: "score", code: "missing", message: "" }] }));
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("summary");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  expect(await page.getByRole("radio", { name: "0, Not at all likely" }).isChecked()).toBe(true);
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("radio", { name: "1", exact: true }).isChecked()).toBe(true);
  await page.close();
});

const pages = {
  asked: surveyPage({ ...asked, score: 4 }),
  smileys: surveyPage({
    ...asked,
    content: readyContent("csat", { relation: "relational", task: "" }),
    language: "fr",
  }),
  stars: surveyPage({ ...asked, content: readyContent("stars", { relation: "relational", task: "" }) }),
  effort: surveyPage({ ...asked, content: readyContent("ces", { relation: "transactional", task: "order" }) }),
  wrong: surveyPage({ ...asked, issues: [{ path: "score", code: "missing", message: "" }] }),
  rightToLeft: surveyPage({ ...asked, content: { ...content, languages: ["ar", "en"] }, language: "ar" }),
  thanks: thanksPage({ content, language: "fr", answers: {} }),
};
test.each(Object.entries(pages))("[V87] %s can be read and reached by everybody, light and dark", async (_, html) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await open(html, { colorScheme });
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect((await inspect(page)).problems).toEqual([]);
    const targets = await page.locator(".scale input:visible, .choices input:visible, button").all();
    const sizes = await Promise.all(targets.map((target) => target.boundingBox()));
    expect(
      Math.min(99, ...sizes.flatMap((box) => (box === null ? [] : [box.width, box.height]))),
    ).toBeGreaterThanOrEqual(44);
    for (const width of [320, 195]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    await page.close();
  }
});
