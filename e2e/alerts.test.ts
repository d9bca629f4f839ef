import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { inspect } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { askNps, oneTouchpoint } from "./one-touchpoint.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "alerts");
const ui = wordsOf("fr", "ui");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

test("[U176, U177, U178] a ready rule shows what it would have raised; its next alert is in the bell, leads to the map, and is done", async () => {
  const visitor = await visit(product, "fr");
  const { workspaceId, touchpointId, url } = await oneTouchpoint(visitor, { lanes: ["touchpoint"] });
  const answer = await askNps(visitor, { workspaceId, touchpointId });
  await answer(1, "File interminable");
  await answer(10, "Parfait");

  const { page } = await openWindow(browser, { storageState: product.signedIn });
  await page.goto(`${product.url}/w/${workspaceId}/voice/alerts`);
  await page
    .getByRole("button", { name: t("newRule") })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  const preview = dialog.getByRole("complementary", { name: t("preview") });
  await preview.getByText(t("wouldRaise", { count: 1, n: "1" })).waitFor();
  await preview.getByText("File interminable").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await dialog.getByRole("radio", { name: t("ready.promoter") }).click();
  await preview.getByText("Parfait").waitFor();
  // What is watched over time tells no survey from another, but for its answers.
  await dialog.getByRole("radio", { name: t("ready.drop") }).click();
  await dialog.getByRole("textbox", { name: t("dropAnswers") }).waitFor();
  await preview.getByText(t("wouldRaise", { count: 0, n: "0" })).waitFor();
  expect(await dialog.getByRole("combobox", { name: t("surveys") }).count()).toBe(0);
  await dialog.getByRole("radio", { name: t("ready.silence") }).click();
  await dialog.getByRole("combobox", { name: t("silentOf") }).click();
  await page.getByRole("option", { name: t("source.surveys") }).click();
  await preview.getByText(t("lookedAtSurveys", { count: 1, n: "1" })).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await dialog.getByRole("radio", { name: t("ready.unhappy") }).click();
  await dialog.getByRole("button", { name: ui("save") }).click();
  await dialog.waitFor({ state: "hidden" });

  // The map is told of its figures, and asks for alerts with them.
  await page.goto(url);
  await page.getByRole("button", { name: t("inbox"), exact: true }).waitFor();
  await answer(0, "Deux caisses sur dix");
  await page.getByRole("button", { name: t("inboxUnseen", { count: 1 }) }).click();
  await page.getByRole("button", { name: /Deux caisses sur dix/ }).click();
  const alert = page.getByRole("article").filter({ hasText: "Deux caisses sur dix" });
  await alert.getByRole("heading", { name: t("ready.unhappy") }).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await alert.getByRole("button", { name: t("done") }).click();
  await page.getByText(t("noneHere")).waitFor();
  await page.getByText(t("filter.done"), { exact: true }).click();
  await alert.getByRole("link", { name: t("onMap") }).click();
  await page.waitForURL(/touchpoint=web/);
});
