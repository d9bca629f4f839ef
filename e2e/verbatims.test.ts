import { type Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { countComments, getCommentReader } from "#voice/api.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "verbatims");
const ui = wordsOf("fr", "ui");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** The comments of the demo, once they are read. */
async function openComments(search = "") {
  const visitor = await visit(product, "fr");
  const { workspaceId } = await visitor.demo();
  const params = { workspaceId };
  await expect
    .poll(() => visitor.call(getCommentReader, { params }), { timeout: 60_000 })
    .toMatchObject({ isReading: false, training: { refusal: null } });
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  await page.goto(`${product.url}/w/${workspaceId}/voice/comments${search}`);
  const rows = page.getByRole("list", { name: t("list"), exact: true }).getByRole("listitem");
  await rows.first().waitFor();
  return { page, rows, count: (query = {}) => visitor.call(countComments, { params, query }) };
}

test("[U190] comments are put right one after the other by keyboard, and what was said is taken back", async () => {
  const { page, rows } = await openComments("?polarity=negative");
  const judgement = (at: number) => rows.nth(at).getByRole("button", { name: t("correct") });
  await judgement(0).focus();
  await page.keyboard.press("?");
  await rows.nth(0).getByText(t("corrected")).waitFor();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => judgement(1).evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Backspace");
  await expect.poll(() => rows.nth(0).getByText(t("corrected")).count()).toBe(0);
  await page.keyboard.press("t");
  await page
    .getByRole("dialog")
    .getByRole("group", { name: t("correct.topics") })
    .waitFor();
});

test("[U188, U191] a press on a topic's unhappy comments shows exactly those, and the address keeps it", async () => {
  const { page, count } = await openComments();
  const { topics } = await count();
  const [topic] = topics.filter(({ negative }) => negative > 0);
  const row = page.getByRole("table").getByRole("row").nth(2);
  await row.getByRole("button", { name: t("polarity.negative") }).click();
  await page.waitForURL(/topic=.*polarity=negative/);
  const n = new Intl.NumberFormat("fr").format(topic!.negative);
  await page
    .getByRole("status")
    .getByText(t("matching", { count: topic!.negative, n }))
    .waitFor();
  await page.reload();
  await row.getByRole("button", { name: t("polarity.negative"), pressed: true }).waitFor();
});

test("[U192] a topic is tried while it is written, and kept ones are looked for in every comment", async () => {
  const { page, count } = await openComments();
  await page.getByRole("button", { name: t("editTopics") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: t("editor.new") }).click();
  const [name, words] = [dialog.getByLabel(t("editor.name")), dialog.getByLabel(t("editor.words"))];
  for (const at of [0, 1]) {
    await name.nth(at).fill("Poignées");
    await words.nth(at).fill(at === 0 ? "poignee*" : "handle*");
    await page.keyboard.press("Enter");
  }
  await dialog
    .getByRole("region", { name: t("editor.samples") })
    .getByText("poignées")
    .first()
    .waitFor();
  await dialog.getByRole("button", { name: ui("save") }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("rowheader", { name: "Poignées" }).waitFor({ timeout: 60_000 });
  expect((await count()).topics.map(({ id }) => id)).toContain("own-13");

  await page.getByRole("button", { name: t("editTopics") }).click();
  await dialog.getByRole("button", { name: t("editor.reset") }).click();
  await page.getByRole("rowheader", { name: "Poignées" }).waitFor({ state: "detached", timeout: 60_000 });
});
