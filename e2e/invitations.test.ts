import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTouchpoint } from "#touchpoint/api.ts";
import { answerSurvey, createSurvey, invite, setAskingPolicy } from "#voice/api.ts";
import { pageWords } from "#voice/page/words.ts";
import { readyContent } from "#voice/wording.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { type MailingProduct, startMailingProduct } from "./mailing-product.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("fr", "asking");
const p = wordsOf("fr", "promoters");
const ui = wordsOf("fr", "ui");
const voice = wordsOf("fr", "voice");
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const atAnyTime = { quarantineDays: 90, countsReminders: false, quietHours: null, quietDays: [], holidays: null };

let browser: Browser;
let product: MailingProduct;
beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startMailingProduct()]);
});
afterAll(() => product.stop());

test("[U160, U161, U162, U163, U222, U223, U224] people pasted into a window are written to, answer from their letter, and can be told why and forgotten", async () => {
  const { sink, signedIn } = product;
  const visitor = await visit(product, "fr");
  const params = { workspaceId: await visitor.newWorkspace("Mutuelle") };
  const body = { name: "Sinistre", channelId: null, teamId: null, initiator: "customer" as const };
  const { id: touchpointId } = await visitor.call(createTouchpoint, { params, body });
  const content = readyContent("csat", { relation: "transactional", task: "" });
  await visitor.call(createSurvey, {
    params,
    body: { touchpointId, name: "Après le sinistre", state: "open", content },
  });
  await visitor.call(setAskingPolicy, { params, body: atAnyTime });

  const { page } = await openWindow(browser, { storageState: signedIn });
  await page.goto(`${product.url}/w/${params.workspaceId}/voice/invitations`);
  await page.getByText(t("policy.once", { count: 90 })).waitFor();
  await page.getByRole("button", { name: t("invite"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("people")).fill("Ada <ada@example.com>\nbob@example.com\nADA@example.com\npersonne");
  await dialog.getByText(t("read", { count: 2 })).waitFor();
  await dialog.getByText(t("unreadLine", { line: 4, text: "personne" })).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await dialog.getByRole("button", { name: t("inviteCount", { count: 2 }) }).click();
  await dialog.waitFor({ state: "hidden" });

  await expect.poll(() => sink.letters.length, { timeout: 30_000 }).toBe(2);
  const [letter] = sink.to("ada@example.com");
  const five = [...(letter?.text ?? "").matchAll(/https?:\S+score=5/g)].map(([url]) => url).at(0) ?? "";
  const { page: reader } = await openWindow(browser, phone);
  await reader.goto(five);
  // Nobody who reads is as quick as a robot.
  await reader.getByRole("textbox").first().pressSequentially("Très bien suivi", { delay: 60 });
  await reader.getByRole("button", { name: pageWords("fr").send }).click();
  await reader.getByText(pageWords("fr").recorded).waitFor();

  await page.getByText(t("rateOf", { answered: "1", sent: "2" })).waitFor();
  await page.getByText(t("rateWithin", { low: "9 %", high: "91 %" })).waitFor();
  await page.getByLabel(t("why.who")).fill("ada@example.com");
  await page.getByRole("button", { name: t("why.find") }).click();
  await page.getByText(t("outcome.asked"), { exact: true }).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: t("person.export") }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("person.json");

  await page.getByRole("button", { name: t("person.erase") }).click();
  await dialog.getByRole("button", { name: t("person.erase") }).click();
  await page.getByText(t("why.nothing", { who: "ada@example.com" })).waitFor();
  await page.getByText(t("person.acts", { count: 2 })).waitFor();

  await page.getByRole("button", { name: "Après le sinistre" }).click();
  await dialog.getByText("bob@example.com").waitFor();
  await dialog.getByRole("tab", { name: t("triggersTab") }).click();
  await dialog.getByRole("button", { name: t("trigger.add") }).click();
  await dialog.getByText(t("trigger.wouldHave", { count: 0, n: "0" })).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await dialog.getByRole("button", { name: t("trigger.start") }).click();
  const said = t("trigger.say.contact", { delay: "3 jours", name: "Sinistre", way: t("trigger.by.email") });
  await dialog.getByText(said, { exact: true }).waitFor();
  await dialog.getByRole("button", { name: t("trigger.pauseNamed", { name: said }) }).click();
  await dialog.getByRole("button", { name: t("trigger.resumeNamed", { name: said }) }).waitFor();
  await dialog.getByRole("tab", { name: t("rulesTab") }).click();
  await dialog.getByLabel(t("rule.reminders")).fill("1");
  await dialog.getByRole("button", { name: ui("save") }).click();
  await page.getByText(t("saved")).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await page.setViewportSize(phone.viewport);
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await page.goto(`${product.url}/w/${params.workspaceId}/voice`);
  await page.getByRole("button", { name: voice("askRelation") }).click();
  await dialog.getByRole("button", { name: ui("save") }).click();
  await page.getByRole("cell", { name: voice("wholeRelation"), exact: true }).waitFor();
});

test("[U230, U231, V346] who is pleased is asked to be an ambassador, says yes by their letter without a script, and is counted", async () => {
  const { sink, signedIn } = product;
  const visitor = await visit(product, "fr");
  const params = { workspaceId: await visitor.newWorkspace("Verdier") };
  const body = { name: "Livraison", channelId: null, teamId: null, initiator: "company" as const };
  const { id: touchpointId } = await visitor.call(createTouchpoint, { params, body });
  const content = readyContent("nps", { relation: "transactional", task: "" });
  const { id: surveyId } = await visitor.call(createSurvey, {
    params,
    body: { touchpointId, name: "Après la livraison", state: "open", content },
  });
  await visitor.call(setAskingPolicy, { params, body: atAnyTime });
  const emails = ["claire@example.com", "john@example.com"] as const;
  const recipients = emails.map((email, at) => ({ email, language: at === 0 ? "fr" : "en" }));
  await visitor.call(invite, { params: { surveyId }, body: { recipients } });
  for (const { email, language } of recipients) {
    await expect.poll(() => sink.to(email).length, { timeout: 30_000 }).toBe(1);
    const token = /\/s\/([^?\s]+)/.exec(sink.to(email)[0]?.text ?? "")?.[1] ?? "";
    const answer = { attempt: randomUUID(), answers: { score: 10, comment: "Parfait" }, language };
    await visitor.call(answerSurvey, { params: { token }, body: answer });
  }

  const { page } = await openWindow(browser, { storageState: signedIn });
  await page.goto(`${product.url}/w/${params.workspaceId}/voice/promoters`);
  await page.getByRole("checkbox", { name: p("tickAll", { count: 0 }) }).check();
  await page.getByRole("button", { name: p("write"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(p("kind.ambassador")).click();
  await dialog.getByText(p("language.en", { n: 1 })).click();
  await dialog.getByRole("textbox", { name: p("text") }).fill("Dear John, would you?");
  await dialog.frameLocator("iframe").getByText("Dear John, would you?").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await dialog.getByRole("button", { name: p("send") }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("heading", { name: p("none.new") }).waitFor();

  for (const email of emails) await expect.poll(() => sink.to(email).length, { timeout: 30_000 }).toBe(2);
  expect(sink.to("john@example.com")[1]?.text).toContain("Dear John, would you?");
  const join = /http\S+\/join\/\S+/.exec(sink.to("claire@example.com")[1]?.text ?? "")?.[0] ?? "";
  const { page: reader } = await openWindow(browser, { ...phone, javaScriptEnabled: false });
  await reader.goto(join);
  expect(await overflow(reader)).toBeLessThanOrEqual(0);
  await reader.getByRole("button", { name: "Oui, j’en suis" }).click();
  await reader.getByRole("status").getByText("Vous avez dit oui").waitFor();

  await page.getByText(p("view.ambassador", { accepted: 0, asked: 2 })).click();
  await page.reload();
  await page.getByText(p("view.ambassador", { accepted: 1, asked: 2 })).waitFor();
  await page.getByRole("listitem").filter({ hasText: "claire@example.com" }).getByText("a dit oui").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await page.setViewportSize(phone.viewport);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
