import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { createTouchpoint } from "#touchpoint/api.ts";
import { answerSurvey, createSurvey, decideReview, listCollectedReviews, setReviewPolicy } from "#voice/api.ts";
import { SurveyContent } from "#voice/model.ts";
import { reviewsSnippet } from "#voice/reviews/snippet.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { openShop } from "./shop.ts";
import { type Visitor, visit } from "./visitor.ts";

const product = inject("product");
const content = SurveyContent.parse({
  languages: ["en"],
  questions: [
    { kind: "score", id: "stars", metric: "stars", look: "stars", text: { en: "How was it?" } },
    { kind: "comment", id: "why", text: { en: "Why?" } },
  ],
  publication: { en: "I agree that my answer is published as a review." },
});
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A survey that offers publication, and what its reviews say of themselves. */
async function openWorkspace() {
  const visitor = await visit(product, "en");
  const workspaceId = await visitor.newWorkspace("House");
  const params = { workspaceId };
  const body = { name: "Order", channelId: null, teamId: null, initiator: "customer" as const };
  const { id: touchpointId } = await visitor.call(createTouchpoint, { params, body });
  const survey = await visitor.call(createSurvey, {
    params,
    body: { touchpointId, name: "After the order", state: "open", content },
  });
  const { url } = await visitor.call(setReviewPolicy, {
    params,
    body: {
      site: "Test House",
      incentive: "none",
      incentiveText: { fr: "", en: "" },
      publicationDays: 7,
      keptMonths: 36,
      control: { fr: "Chaque avis est lu.", en: "Each review is read." },
      contact: "reviews@house.example",
      hasJsonLd: true,
    },
  });
  return { visitor, params, surveyUrl: survey.url, url: url ?? "" };
}

/** Publishes what waits. */
async function publishAll(visitor: Visitor, params: { workspaceId: string }): Promise<void> {
  const { reviews } = await visitor.call(listCollectedReviews, { params, query: { state: "waiting" } });
  for (const { id } of reviews)
    await visitor.call(decideReview, {
      params: { ...params, reviewId: id },
      body: { state: "published", refusal: null },
    });
}

/** An answer whose author has it published. */
async function giveReview(surveyUrl: string, stars: string, why: string): Promise<void> {
  const { page } = await openWindow(browser, { locale: "en-GB" });
  await page.goto(surveyUrl);
  await page.locator(`input[value="${stars}"]`).check({ force: true });
  await page.getByLabel("Why?").fill(why);
  await page.waitForTimeout(800);
  await page.getByRole("button", { name: "Send" }).click();
  const link = page.getByRole("link", { name: "Publish my answer as a review" });
  await page.goto((await link.getAttribute("href")) ?? "");
  expect(await page.getByRole("checkbox").isChecked()).toBe(false);
  expect((await inspect(page)).problems).toEqual([]);
  await page.getByLabel("Day of your experience").fill("2026-01-02");
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Send my review" }).click();
  await page.getByRole("alert").getByText("Tick the box").waitFor();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send my review" }).click();
  await page.getByText("is waiting to be read").waitFor();
}

test("[V297, V301, V303] an answer becomes a review, and stands on a strict page of another site, by keys alone", async () => {
  const { visitor, params, surveyUrl, url } = await openWorkspace();
  await giveReview(surveyUrl, "2", "Late, and <b>broken</b>");
  await giveReview(surveyUrl, "5", "Very kind");
  await publishAll(visitor, params);

  const shop = await openShop(new URL(product.url).origin, reviewsSnippet(url, "Reviews").split("\n")[0] ?? "", {
    script: "reviews.js",
    policy: "parcours-reviews",
  });
  const { page } = await openWindow(browser, { locale: "en-GB", viewport: { width: 390, height: 844 } });
  await page.goto(shop);
  const region = page.getByRole("region", { name: "Customer reviews of Test House" });
  await region.getByText("3.5 of 5").waitFor();
  await region.getByText("Late, and <b>broken</b>").waitFor();
  expect(await region.getByText("experience of January 2, 2026").count()).toBe(2);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
  expect((await inspect(page)).problems).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const first = () => region.getByRole("article").first().textContent();
  expect(await first()).toContain("Very kind");
  await region.getByRole("link", { name: "Worst" }).focus();
  await page.keyboard.press("Enter");
  await region.getByText("fewest first").waitFor();
  expect(await first()).toContain("Late");
  expect(await region.evaluate((element) => element.matches(":focus"))).toBe(true);
});

test("[V301, V303] without JavaScript the link leads to the page of reviews, and on to its rules", async () => {
  const { visitor, params, surveyUrl, url } = await openWorkspace();
  const token = surveyUrl.split("/").at(-1) ?? "";
  await visitor.call(answerSurvey, {
    params: { token },
    body: { attempt: crypto.randomUUID(), answers: { stars: 5 } },
  });
  await giveReview(surveyUrl, "4", "Good");
  await publishAll(visitor, params);
  const shop = await openShop(new URL(product.url).origin, reviewsSnippet(url, "Reviews").split("\n")[0] ?? "", {
    script: "reviews.js",
    policy: "parcours-reviews",
  });
  const { page } = await openWindow(browser, { locale: "en-GB", javaScriptEnabled: false });
  await page.goto(shop);
  await page.getByRole("link", { name: "Reviews" }).click();
  await page.getByRole("heading", { name: "Customer reviews of Test House" }).waitFor();
  expect(await page.getByRole("article").count()).toBe(1);
  const rules = page.getByRole("link", { name: "How these reviews are collected and shown" });
  await page.goto((await rules.getAttribute("href")) ?? "");
  await page.getByText("A review is published or refused within 7 days.").waitFor();
  const reader = await openWindow(browser, { locale: "en-GB" });
  for (const address of [url, page.url()]) {
    await reader.page.goto(address);
    expect((await inspect(reader.page)).problems).toEqual([]);
  }
});

test("[U210, U211] a file of reviews is tried, imported and measured; the code for a site comes once everything is said", async () => {
  const visitor = await visit(product, "en");
  const workspaceId = await visitor.newWorkspace("Reviews");
  const { page } = await openWindow(browser, { storageState: product.signedIn, locale: "en-GB" });
  await page.goto(`${product.url}/w/${workspaceId}/voice/reviews`);
  await page.getByRole("button", { name: "Import reviews" }).first().click();
  const rows = Array.from({ length: 6 }, (_, at) => `${(at % 5) + 1},Review ${at},2026-01-0${at + 1}`);
  const file = ["Stars,Text,Date", ...rows, "9,Too many,2026-01-09"].join("\n");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "google.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByText("6 new").waitFor();
  await page.getByText("1 cannot be read").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("listitem").filter({ hasText: "Review 5" }).waitFor();
  await page.getByText("never mixed with what surveys measure").waitFor();
  expect((await inspect(page)).problems).toEqual([]);

  await page.getByText("On your site").click();
  await page.getByText("The code is given out once everything above is said.").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await page.getByLabel("Name of your site or shop").fill("Test House");
  await page.getByLabel("Where a doubt about a review is reported").fill("reviews@house.example");
  await page.getByRole("radio", { name: "No, nothing" }).check();
  await page.getByLabel("Longest time until a review").fill("7");
  await page.getByLabel("Longest time for which").fill("36");
  await page.getByLabel("What is checked, when and how (French)").fill("Chaque avis est lu.");
  await page.getByLabel("What is checked, when and how (English)").fill("Each review is read.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByLabel("Code for your site").waitFor();
  expect(await page.getByText("For you to say").count()).toBe(0);
});
