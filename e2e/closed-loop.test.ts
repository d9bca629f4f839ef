import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAlertRule, invite, listSurveys, setAskingPolicy } from "#voice/api.ts";
import { pageWords } from "#voice/page/words.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { type MailingProduct, startMailingProduct } from "./mailing-product.ts";
import { oneTouchpoint } from "./one-touchpoint.ts";
import { mapPage } from "./pages/map.ts";
import { voicePage } from "./pages/voice.ts";
import { openShop } from "./shop.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const alerts = wordsOf("fr", "alerts");
const cases = wordsOf("fr", "cases");
const said = pageWords("fr");
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** Nobody who reads and types is taken for a robot. */
const typing = { delay: 60 };

let browser: Browser;
let product: MailingProduct;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startMailingProduct()]);
});
afterAll(() => product.stop());

/** A map with one touchpoint nobody has been asked about, and a rule that opens a case for whoever had a hard time there. */
async function prepare() {
  const visitor = await visit(product, "fr");
  const { workspaceId, touchpointId, url } = await oneTouchpoint(visitor, {
    lanes: ["touchpoint", "measure", "irritant"],
    phase: "consideration",
  });
  const params = { workspaceId };
  const atAnyTime = { quarantineDays: 0, countsReminders: false, quietHours: null, quietDays: [], holidays: null };
  await visitor.call(setAskingPolicy, { params, body: atAnyTime });
  await visitor.call(createAlertRule, {
    params,
    body: {
      name: "Trop d’effort",
      isActive: true,
      trigger: { kind: "answer", conditions: [{ kind: "lean", lean: "negative" }, { kind: "comment" }] },
      touchpointIds: [touchpointId],
      surveyIds: [],
      roles: ["owner"],
      userIds: [],
      byMail: true,
      webhookIds: [],
      opensCase: "high",
    },
  });
  return { visitor, params, url };
}

test("[E10] a question asked on the map is answered by link, letter and widget, moves the figure, raises an alert, and its case ends as an irritant on the map", async () => {
  const { sink, signedIn } = product;
  const { visitor, params, url } = await prepare();
  const { page } = await openWindow(browser, { storageState: signedIn });
  const map = mapPage(page, "fr");
  await map.open(`${url}?touchpoint=web`);
  await map.saved();
  const voice = voicePage(page, "fr");
  await voice.ask();
  await voice.preview.getByRole("heading", { name: "Il m’a été facile" }).waitFor();
  await voice.save();
  const link = await voice.link();
  await voice.close();

  // By the QR code, which holds the link.
  for (const score of ["6", "5", "6"]) {
    const { page: customer } = await openWindow(browser, phone);
    await customer.goto(link);
    await customer.getByRole("radio", { name: score, exact: true }).tap();
    await customer.getByRole("textbox").first().pressSequentially("Simple et rapide", typing);
    await customer.getByRole("button", { name: said.send }).click();
    await customer.getByText(said.recorded).waitFor();
  }

  // By the widget, on the page of a shop.
  const shop = await openShop(new URL(product.url).origin, `<a href="${link}?way=widget" data-parcours>Votre avis</a>`);
  const { page: buyer } = await openWindow(browser, { locale: "fr-FR" });
  await buyer.goto(shop);
  await buyer.getByRole("link", { name: "Votre avis" }).click();
  const widget = buyer.locator("parcours-survey");
  await widget.getByRole("radio", { name: "6", exact: true }).check();
  await widget.getByRole("textbox").pressSequentially("Bien expliqué", typing);
  await widget.getByRole("button", { name: said.send }).click();
  await widget.getByText(said.recorded).waitFor();
  await map.grid.getByText(/n\s4\b/).waitFor();

  // By the scale in a letter.
  const [survey] = await visitor.call(listSurveys, { params });
  await visitor.call(invite, {
    params: { surveyId: survey?.id ?? "" },
    body: { recipients: [{ email: "zoe@example.com", language: "fr" }] },
  });
  await expect.poll(() => sink.to("zoe@example.com").length, { timeout: 30_000 }).toBe(1);
  const two = /https?:\S+score=2\b/.exec(sink.to("zoe@example.com")[0]?.text ?? "")?.[0] ?? "";
  const { page: reader } = await openWindow(browser, phone);
  await reader.goto(two);
  await reader.getByRole("textbox").first().pressSequentially("Le devis perd mes mesures", typing);
  await reader.getByRole("button", { name: said.send }).click();
  await reader.getByText(said.recorded).waitFor();

  await map.grid.getByText(/n\s5\b/).waitFor();
  await map.grid.getByText("5,0").waitFor();
  await page.getByRole("button", { name: alerts("inboxUnseen", { count: 1 }) }).click();
  await page.getByRole("button", { name: /Le devis perd mes mesures/ }).click();
  const alert = page.getByRole("article").filter({ hasText: "Trop d’effort" });
  await alert.getByRole("link", { name: alerts("toCase") }).click();

  await page.getByRole("button", { name: cases("close"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: cases("closeTitle") });
  await dialog.getByLabel(cases("cause")).fill("Mesures perdues");
  await dialog.getByLabel(cases("action")).fill("Devis refait par téléphone");
  await dialog.getByRole("combobox", { name: cases("onMap") }).click();
  await page.getByRole("option", { name: cases("place", { journey: "Rénover", step: "Je fais mon devis" }) }).click();
  await dialog.getByText(cases("becomes.irritant")).waitFor();
  await dialog.getByRole("button", { name: cases("close"), exact: true }).click();
  await dialog.waitFor({ state: "hidden" });

  await map.open(url);
  await map.text("Mesures perdues").waitFor();
  expect(sink.to("claire@example.com")).toHaveLength(1);
});
