import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import type { DocumentDraft } from "#journey/model.ts";
import { inspect } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { mapPage } from "./pages/map.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const comments = wordsOf("fr", "comments");
const votes = wordsOf("fr", "votes");
const sharing = wordsOf("fr", "sharing");

const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  stages: [{ id: "before", name: "Avant-vente" }],
  steps: [{ id: "ask", stageId: "before", name: "Je demande conseil" }],
  lanes: [{ id: "pains", kind: "irritant", name: "" }],
  cards: [
    { id: "wait", laneId: "pains", stepId: "ask", text: "Personne au rayon" },
    { id: "price", laneId: "pains", stepId: "ask", text: "Aucun prix affiché" },
  ],
  placements: [],
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A new journey in a workspace of its own, with a contributor beside the owner. */
async function newJourney() {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Atelier");
  const { url } = await visitor.newJourney(workspaceId, kitchen);
  return { url, contributor: await visitor.invite(workspaceId, { name: "Marc Bernard", role: "contributor" }) };
}

async function openMap(url: string, storageState: typeof product.signedIn): Promise<Page> {
  const { page } = await openWindow(browser, { storageState });
  await mapPage(page, "fr").open(url);
  return page;
}

const card = (page: Page, id: string) => page.locator(`[data-ref="card:${id}"]`);
const bubble = (page: Page, id: string, count: number) =>
  card(page, id).getByRole("button", { name: comments("openThreads", { count }) });

test("[J118] a comment written from the keyboard shows on its card for everybody, and its mention leads there", async () => {
  const { url, contributor } = await newJourney();
  const page = await openMap(url, product.signedIn);
  const other = await openMap(url, contributor);

  await card(page, "wait").focus();
  await page.keyboard.press("c");
  const field = page.getByRole("textbox", { name: comments("newComment") });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type("Vu trois fois @marc");
  await page.getByRole("option", { name: "Marc Bernard" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type("tu confirmes ?");
  await page.keyboard.press("Control+Enter");
  await bubble(other, "wait", 1).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => card(page, "wait").evaluate((element) => element === document.activeElement)).toBe(true);

  await other.getByRole("button", { name: comments("inboxUnseen", { count: 1 }) }).click();
  await other.getByRole("button", { name: "tu confirmes ?" }).click();
  await other
    .getByRole("region", { name: comments("title") })
    .getByText("Vu trois fois")
    .waitFor();
  expect((await inspect(other)).problems.filter((problem) => problem.includes("comments"))).toEqual([]);
  await other.getByRole("button", { name: comments("resolve") }).click();
  await bubble(page, "wait", 1).waitFor({ state: "detached" });
});

test("[J118] a vote from the menu is counted on the card and in the list", async () => {
  const { url, contributor } = await newJourney();
  const page = await openMap(url, product.signedIn);
  const other = await openMap(url, contributor);
  await card(page, "price").focus();
  await page.keyboard.press("v");
  await card(other, "price").hover();
  await card(other, "price").locator("[data-menu]").click();
  await other.getByRole("menuitem", { name: comments("vote") }).click();
  await card(page, "price")
    .getByRole("button", { name: comments("votes", { count: 2 }) })
    .waitFor();
  await page.goto(`${url}?panel=votes`);
  const panel = page.getByRole("region", { name: votes("title") });
  await panel.getByRole("button", { name: votes("count", { count: 2 }), pressed: true }).waitFor();
});

test("[J137] a link shows the map to whoever has it and its password, as a picture and as a table", async () => {
  const { url } = await newJourney();
  const page = await openMap(url, product.signedIn);
  await page.getByRole("button", { name: sharing("share") }).click();
  await page.getByRole("button", { name: sharing("new") }).click();
  await page.getByRole("textbox", { name: sharing("password") }).fill("chut-chut");
  await page.getByRole("button", { name: sharing("create") }).click();
  const link = await page.getByRole("textbox", { name: sharing("link"), exact: true }).inputValue();

  const { page: stranger } = await openWindow(browser);
  await stranger.goto(link);
  const password = stranger.getByRole("textbox", { name: sharing("password") });
  await password.fill("devinette");
  await stranger.getByRole("button", { name: sharing("unlock") }).click();
  await stranger.getByText(sharing("wrongPassword")).waitFor();
  expect((await inspect(stranger)).problems).toEqual([]);
  await password.fill("chut-chut");
  await stranger.getByRole("button", { name: sharing("unlock") }).click();
  await stranger.getByRole("img", { name: kitchen.name }).getByText("Personne au rayon").waitFor();
  expect((await inspect(stranger)).problems).toEqual([]);

  await stranger.getByText(sharing("table"), { exact: true }).click();
  await stranger.getByRole("columnheader", { name: "Je demande conseil" }).waitFor();
  await stranger.getByRole("cell", { name: "Personne au rayon" }).waitFor();
  expect((await inspect(stranger)).problems).toEqual([]);

  await page.getByRole("button", { name: sharing("done") }).click();
  await page.getByRole("button", { name: sharing("revokeOne", { name: sharing("unnamed") }) }).click();
  await page.getByRole("button", { name: sharing("revokeAction") }).click();
  await page.getByText(sharing("none")).waitFor();
  await stranger.reload();
  await stranger.getByRole("heading", { name: sharing("revoked") }).waitFor();
});
