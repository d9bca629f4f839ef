import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { addCaseNote, createCase } from "#voice/api.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { askNps, oneTouchpoint } from "./one-touchpoint.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "cases");
const ui = wordsOf("fr", "ui");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** Two cases of unhappy customers at a touchpoint that a map places. */
async function openCases() {
  const visitor = await visit(product, "fr");
  const { workspaceId, touchpointId, url } = await oneTouchpoint(visitor, { lanes: ["irritant"] });
  const answer = await askNps(visitor, { workspaceId, touchpointId });
  const openCase = async (title: string, why: string) => {
    const { responseId } = await answer(1, why);
    return visitor.call(createCase, { params: { workspaceId }, body: { responseId, title } });
  };
  const cases = [await openCase("File interminable", "Deux heures"), await openCase("Ticket faux", "Payé deux fois")];
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  await page.goto(`${product.url}/w/${workspaceId}/voice/cases`);
  return { visitor, workspaceId, url, page, cases };
}

test("[U182, U183] cases are gone through by the keyboard, moved at once and back, and show what others do", async () => {
  const { visitor, page, cases } = await openCases();
  const first = page.getByRole("button", { name: "File interminable" });
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  expect((await inspect(page)).problems).toEqual([]);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await panel.getByText("Deux heures").waitFor();

  await panel.getByRole("combobox", { name: t("state") }).click();
  await page.getByRole("option", { name: t("state.waiting") }).click();
  await panel.getByText(t("clockStands")).waitFor();
  await page.getByRole("button", { name: t("undo") }).click();
  await panel.getByText(t("clockStands")).waitFor({ state: "detached" });

  const caseId = cases[0]?.id ?? "";
  await visitor.call(addCaseNote, { params: { caseId }, body: { text: "Rappelée à 10 h" } });
  await panel.getByText("Rappelée à 10 h").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
});

test("[U184, U185] a case is closed with its cause, which appears on the open map and leads back to its cases", async () => {
  const { url, page } = await openCases();
  const { page: map } = await openWindow(browser, { storageState: product.signedIn });
  await map.goto(url);
  await map.getByText("Je fais mon devis").first().waitFor();
  for (const title of ["File interminable", "Ticket faux"]) {
    await page.getByRole("button", { name: title }).click();
    await page.getByRole("button", { name: t("close") }).click();
    const form = page.getByRole("dialog", { name: t("closeTitle") });
    await form.getByRole("combobox", { name: t("cause") }).fill("Trop peu de caisses");
    await form.getByRole("textbox", { name: t("action") }).fill("Geste commercial");
    if (title === "File interminable") {
      await form.getByRole("combobox", { name: t("onMap") }).click();
      await page.getByRole("option", { name: "Rénover" }).click();
    } else await form.getByText(t("grows", { count: 2 })).waitFor();
    await form.getByRole("button", { name: t("close") }).click();
    await page.getByText(t("deed.closed", { who: "", cause: "" }).trim().slice(0, 14)).waitFor();
    await page.getByRole("button", { name: t("closePanel") }).click();
  }
  const card = map.getByText("Trop peu de caisses").first();
  await card.waitFor();
  const { pathname } = new URL(map.url());
  const cardId = await map.locator('[data-ref^="card"]').first().getAttribute("data-ref");
  await map.goto(`${product.url}${pathname}?panel=card&item=${encodeURIComponent(cardId ?? "")}`);
  await map.getByRole("link", { name: t("count", { count: 2 }) }).click();
  await map.getByRole("button", { name: "Ticket faux" }).waitFor();
});

test("[U180, U187] a panel says why its customer cannot be answered, and a rule that was begun is not lost by closing", async () => {
  const { workspaceId, page } = await openCases();
  await page.getByRole("button", { name: "File interminable" }).click();
  await page.getByRole("dialog").getByText(t("noReply.noMail")).waitFor();
  await page.goto(`${product.url}/w/${workspaceId}/voice/alerts`);
  const alerts = wordsOf("fr", "alerts");
  await page
    .getByRole("button", { name: alerts("newRule") })
    .first()
    .click();
  await page.getByRole("textbox", { name: alerts("name") }).fill("Caisses");
  await page.keyboard.press("Escape");
  const voice = wordsOf("fr", "voice");
  const question = page.getByRole("dialog", { name: voice("leaveTitle") });
  await question.getByRole("button", { name: ui("cancel") }).click();
  expect(await page.getByRole("textbox", { name: alerts("name") }).inputValue()).toBe("Caisses");
});

test("[U186] the hours of work are written as one says them, and what cannot be read is not saved", async () => {
  const { workspaceId, page } = await openCases();
  await page.goto(`${product.url}/w/${workspaceId}/voice/cases/settings`);
  const saturday = page.getByRole("textbox", { name: t("day.5") });
  await saturday.fill("matin");
  await page.getByText(t("hoursWrong")).waitFor();
  const save = page.getByRole("button", { name: ui("save") });
  expect(await save.isDisabled()).toBe(true);
  await saturday.fill("9h-12h");
  await save.click();
  await page.getByText(t("saved")).waitFor();
  await page.reload();
  await expect.poll(() => saturday.inputValue()).toBe("09:00–12:00");
  expect((await inspect(page)).problems).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
});
