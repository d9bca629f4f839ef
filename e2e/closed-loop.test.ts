import { type Browser, request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import { createTouchpoint } from "#touchpoint/api.ts";
import { createAlertRule, invite, listSurveys, setAskingPolicy } from "#voice/api.ts";
import { pageWords } from "#voice/page/words.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { mapPage } from "./pages/map.ts";
import { voicePage } from "./pages/voice.ts";
import { makeOwner } from "./people.ts";
import { type Product, startProduct } from "./product.ts";
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
let sink: MailSink;
let product: Product;
beforeAll(async () => {
  sink = await mailSink();
  const settings = { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com" };
  [browser, product] = await Promise.all([openBrowser(), startProduct({ demo: false, settings })]);
});
afterAll(async () => {
  await product.stop();
  await sink.close();
});

/** A map with one touchpoint nobody has been asked about, and a rule that opens a case for whoever had a hard time there. */
async function prepare() {
  const owner = await request.newContext();
  await makeOwner(owner, product.ownerLink ?? "");
  const signedIn = await owner.storageState();
  const visitor = await visit({ ...product, signedIn }, "fr");
  const params = { workspaceId: await visitor.newWorkspace("Cuisines") };
  const body = { name: "Devis en ligne", channelId: null, teamId: null, initiator: "customer" as const };
  const { id: touchpointId } = await visitor.call(createTouchpoint, { params, body });
  const { url } = await visitor.newJourney(params.workspaceId, {
    name: "Rénover",
    stages: [{ id: "before", name: "Avant", phase: "consideration" }],
    steps: [{ id: "quote", stageId: "before", name: "Je fais mon devis" }],
    lanes: [
      { id: "points", kind: "touchpoint", name: "" },
      { id: "figures", kind: "measure", name: "" },
      { id: "irritants", kind: "irritant", name: "" },
    ],
    cards: [],
    placements: [
      { id: "web", stepId: "quote", touchpointId, importance: null, momentOfTruth: false, expectation: null },
    ],
  });
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
  return { visitor, params, signedIn, url };
}

test("[E10] a question asked on the map is answered by link, letter and widget, moves the figure, raises an alert, and its case ends as an irritant on the map", async () => {
  const { visitor, params, signedIn, url } = await prepare();
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
