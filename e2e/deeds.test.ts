import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { getJourney } from "#journey/api.ts";
import type { DocumentDraft } from "#journey/model.ts";
import type { Role } from "#workspace/model.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { tabTo } from "./keys.ts";
import { mapPage } from "./pages/map.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "journey");
const card = wordsOf("fr", "card");
const clipboard = wordsOf("fr", "clipboard");
const comments = wordsOf("fr", "comments");
const emotion = wordsOf("fr", "emotion");
const lanes = wordsOf("fr", "lanes");
const links = wordsOf("fr", "links");
const selection = wordsOf("fr", "selection");

const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  stages: [{ id: "g", name: "Avant-vente" }],
  steps: ["Je rêve", "Je compare", "Je signe"].map((name, at) => ({ id: `s${at}`, stageId: "g", name })),
  lanes: [
    { id: "pains", kind: "irritant", name: "" },
    { id: "joys", kind: "delight", name: "" },
    { id: "shut", kind: "promise", name: "", isLocked: true },
    { id: "felt", kind: "emotion", name: "" },
  ],
  cards: [
    { id: "a", laneId: "pains", stepId: "s0", text: "Trop de choix" },
    { id: "b", laneId: "joys", stepId: "s1", text: "Le conseil" },
    { id: "c", laneId: "shut", stepId: "s1", text: "Le juste prix" },
  ],
  placements: [],
  links: [{ id: "back", kind: "return", fromStepId: "s2", toStepId: "s0", name: "" }],
  emotions: [{ id: "e", stepId: "s1", value: 1.5 }],
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A new journey in a workspace of its own, seen by its owner, and ways to see it as somebody else. */
async function newMap() {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Atelier");
  const { id: journeyId, url } = await visitor.newJourney(workspaceId, kitchen);
  const open = async (storageState: typeof product.signedIn) => {
    const { page } = await openWindow(browser, { storageState });
    await mapPage(page, "fr").open(url);
    return page;
  };
  return {
    url,
    page: await open(product.signedIn),
    openAs: async (role: Role) => open(await visitor.invite(workspaceId, { name: "Marc Bernard", role })),
    stored: async () => (await visitor.call(getJourney, { params: { journeyId } })).document,
  };
}

const cell = (page: Page, laneId: string, step: number) =>
  page.getByRole("grid").locator(`[data-column][data-lane="${laneId}"][data-step="s${step}"]`);
const item = (page: Page, ref: string) => page.getByRole("grid").locator(`[data-ref="${ref}"]`);
const texts = (page: Page, laneId: string, step: number) => cell(page, laneId, step).locator("li").allInnerTexts();

async function pasteAt(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate((flavours) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(flavours)) clipboardData.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

test("[U106] who may only add cards pastes them for everybody, takes them back, and is told what they may not do", async () => {
  const { page, openAs, stored } = await newMap();
  const contributor = await openAs("contributor");
  await cell(contributor, "pains", 1).locator("[data-item]").first().focus();
  await pasteAt(contributor, { "text/plain": "Cher\tLent\nFroid\tLoin" });
  await contributor.getByText(clipboard("pasted", { what: clipboard("cards", { count: 4 }) })).waitFor();
  await expect.poll(() => texts(page, "pains", 1)).toEqual(["Cher"]);
  await expect.poll(() => texts(page, "joys", 2)).toEqual(["Loin"]);
  await contributor
    .getByRole("status")
    .getByRole("button", { name: clipboard("undo") })
    .click();
  await contributor.getByText(clipboard("takenBack")).waitFor();
  await expect.poll(() => texts(page, "pains", 1)).toEqual([]);

  await item(contributor, "lane:pains").focus();
  await pasteAt(contributor, { "text/plain": "Preuves\tétude" });
  await contributor.getByText(clipboard("cardsOnly")).waitFor();
  await item(contributor, "card:a").focus();
  await contributor.keyboard.press("ControlOrMeta+X");
  await contributor.getByText(clipboard("cutEditors")).waitFor();
  expect((await stored()).cards).toHaveLength(3);
});

test("[U95] who may only add cards writes on with Tab too", async () => {
  const { page, openAs } = await newMap();
  const contributor = await openAs("contributor");
  await cell(contributor, "pains", 1).locator("[data-item]").first().press("Enter");
  await contributor.keyboard.type("Cher");
  await contributor.keyboard.press("Tab");
  await cell(contributor, "pains", 1).getByText("Cher").waitFor();
  await contributor.keyboard.type("Lent");
  await contributor.keyboard.press("Enter");
  await cell(page, "pains", 2).getByText("Lent", { exact: true }).waitFor();
  expect(await texts(page, "pains", 1)).toEqual(["Cher"]);
});

test("[J85] a step is copied with what is felt at it", async () => {
  const { page, stored } = await newMap();
  await item(page, "step:s1").focus();
  await page.keyboard.press("ControlOrMeta+C");
  await page.keyboard.press("ControlOrMeta+V");
  await expect.poll(async () => (await stored()).emotions.map(({ value }) => value)).toEqual([1.5, 1.5]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(async () => (await stored()).emotions).toHaveLength(1);
});

test("[U105] of what is deleted together, what is locked stays and is counted", async () => {
  const { page, stored } = await newMap();
  await item(page, "card:a").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+A");
  const bar = page.getByRole("toolbar", { name: selection("bar") });
  await bar.getByText("3 fiches").waitFor();
  await bar.getByRole("button", { name: selection("delete") }).click();
  await page.getByText(selection("left", { count: 1 })).waitFor();
  await expect.poll(async () => (await stored()).cards.map(({ id }) => id)).toEqual(["c"]);
  await page
    .getByRole("status")
    .getByRole("button", { name: t("undo") })
    .click();
  await expect.poll(async () => (await stored()).cards).toHaveLength(3);
});

test("[J119] a comment leads to what it is about, out of another view and into a folded lane", async () => {
  const { url, page, openAs } = await newMap();
  await item(page, "card:b").focus();
  await page.keyboard.press("c");
  await page.getByRole("textbox", { name: comments("newComment") }).fill("Qui conseille ?");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.getByRole("button", { name: comments("answer") }).waitFor();
  await mapPage(page, "fr").act(t("lane.delight"), lanes("collapse"));
  const show = comments("show", { what: `${comments("kind.card")} « Le conseil »` });

  const reader = await openAs("viewer");
  await reader.goto(`${url}?panel=comments&view=table`);
  await reader.getByRole("button", { name: show }).click();
  await reader.getByText(comments("laneShutText")).waitFor();
  await expect.poll(() => item(reader, "lane:joys").evaluate((head) => head === document.activeElement)).toBe(true);

  await page.goto(`${url}?panel=comments&view=table`);
  await page.getByRole("button", { name: show }).click();
  await expect.poll(() => item(page, "card:b").evaluate((card) => card === document.activeElement)).toBe(true);
  await page
    .getByRole("status")
    .getByRole("button", { name: t("undo") })
    .click();
  await item(page, "card:b").waitFor({ state: "detached" });
});

test("[J118] a link is commented on, and one sees who is on it", async () => {
  const { page, openAs } = await newMap();
  const other = await openAs("contributor");
  await item(page, "link:back").focus();
  await item(other, "link:back").locator("..").getByText("Claire Leroux").waitFor();
  await item(other, "link:back").press("Enter");
  await other.getByRole("textbox", { name: comments("newComment") }).fill("Combien reviennent ?");
  await other.keyboard.press("ControlOrMeta+Enter");
  const bubble = page.getByRole("grid").getByRole("button", { name: comments("openThreads", { count: 1 }) });
  await bubble.waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await item(page, "link:back").press("Enter");
  await page.getByRole("button", { name: links("comment") }).click();
  await page.getByText("Combien reviennent ?").waitFor();
});

test("[U81] on a phone an emotion is set, a card written, opened and commented on, by touch or by Tab", async () => {
  const { url, stored } = await newMap();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await openWindow(browser, { storageState: product.signedIn, ...phone });
  await page.goto(url);
  const values = async () => (await stored()).emotions.map(({ stepId, value }) => `${stepId} ${value}`);
  await page.getByRole("button", { name: emotion("setAt", { step: "Je compare" }) }).tap();
  const curve = emotion("curve.lived");
  const slider = page.getByRole("slider", { name: emotion("slider", { step: "Je compare", curve }) });
  await slider.press("ArrowLeft");
  await expect.poll(values).toEqual(["s1 1"]);
  expect((await inspect(page)).problems).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: emotion("forget") }).tap();
  await expect.poll(values).toEqual([]);

  await page
    .getByRole("button", { name: t("addCard") })
    .first()
    .tap();
  await page.getByRole("menuitem", { name: t("lane.irritant") }).tap();
  await expect(page.locator("textarea:focus").getAttribute("aria-label")).resolves.toBe(t("card"));
  await page.keyboard.type("Écrite debout");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await stored()).cards.map(({ text }) => text)).toContain("Écrite debout");
  await page.keyboard.press("Escape");

  const menu = page.getByRole("button", { name: t("itemMenu", { name: "Le conseil" }) });
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: comments("comment") }).tap();
  await page.getByRole("textbox", { name: comments("newComment") }).fill("Qui ?");
  await page.getByRole("button", { name: comments("send"), exact: true }).tap();
  await page.getByRole("button", { name: comments("answer") }).waitFor();
  await page.getByRole("button", { name: t("closePanel") }).tap();
  await menu.tap();
  await page.getByRole("menuitem", { name: t("cardDetails") }).tap();
  await page.getByRole("textbox", { name: card("evidence") }).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
});

test("[U114] one sees which card another drags, and a point of emotion while it is pulled", async () => {
  const { page, openAs, stored } = await newMap();
  const other = await openAs("viewer");
  await mapPage(page, "fr").someoneHere("Marc Bernard");
  const dragged = (await item(page, "card:a").boundingBox())!;
  await page.mouse.move(dragged.x + 20, dragged.y + 8);
  await page.mouse.down();
  await page.mouse.move(dragged.x + 60, dragged.y + 30, { steps: 5 });
  await other.getByText("Claire Leroux · Trop de choix").waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await other.getByText("Claire Leroux · Trop de choix").waitFor({ state: "detached" });

  const felt = other.locator('[data-kind="emotion"]').getByRole("gridcell", { name: /^Je compare/ });
  const point = page.getByRole("slider", { name: /Je compare/ });
  const from = (await point.boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + 400, { steps: 6 });
  await expect.poll(() => felt.getAttribute("aria-label")).toContain("−2");
  expect((await stored()).emotions.map(({ value }) => value)).toEqual([1.5]);
  await page.mouse.up();
  await expect.poll(async () => (await stored()).emotions.map(({ value }) => value)).toEqual([-2]);
  await expect.poll(() => felt.getAttribute("aria-label")).toContain("−2");
});
