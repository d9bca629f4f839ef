import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import type { DocumentDraft } from "#journey/model.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { holdCable } from "./cable.ts";
import { mapPage } from "./pages/map.ts";
import { owner } from "./people.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "journey");
const ui = wordsOf("fr", "ui");
const library = wordsOf("fr", "touchpoint");
const personas = wordsOf("fr", "personas");
const irritants = t("lane.irritant");

const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  stages: [{ id: "before", name: "Avant-vente" }],
  steps: [
    { id: "find", stageId: "before", name: "Je cherche une idée" },
    { id: "ask", stageId: "before", name: "Je demande conseil" },
  ],
  lanes: [
    { id: "points", kind: "touchpoint", name: "" },
    { id: "pains", kind: "irritant", name: "" },
  ],
  cards: [{ id: "wait", laneId: "pains", stepId: "ask", text: "Personne au rayon" }],
  placements: [],
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A new journey in a workspace of its own, with somebody beside the owner who may edit it. */
async function newJourney() {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Atelier");
  const { url } = await visitor.newJourney(workspaceId, kitchen);
  return { url, colleague: await visitor.invite(workspaceId, { name: "Marc Bernard", role: "editor" }) };
}

async function openMap(url: string, storageState: typeof product.signedIn) {
  const { page, context } = await openWindow(browser, { storageState });
  const cable = await holdCable(context);
  const map = mapPage(page, "fr");
  await map.open(url);
  return { page, map, cable };
}

test("[E3] what is written in place stays, and one's own changes are undone and redone", async () => {
  const { url } = await newJourney();
  const { page, map } = await openMap(url, product.signedIn);
  await map.rename("Je demande conseil", "Je demande un conseil");
  await map.addStep("Je compare");
  await map.addCard(irritants, "Je cherche une idée", "Trop de choix");
  await map.act("Personne au rayon", t("delete"));
  await map.text("Personne au rayon").waitFor({ state: "detached" });

  await map.undo();
  await map.text("Personne au rayon").waitFor();
  await map.undo();
  await map.text("Trop de choix").waitFor({ state: "detached" });
  await map.redo();
  await map.text("Trop de choix").waitFor();
  await map.saved();

  await page.reload();
  for (const text of ["Je demande un conseil", "Je compare", "Trop de choix", "Personne au rayon"])
    await map.text(text).waitFor();
});

test("[E4] two people see each other, each other's edits as they come, and undo only their own", async () => {
  const { url, colleague } = await newJourney();
  const mine = await openMap(url, product.signedIn);
  const theirs = await openMap(url, colleague);
  await mine.map.someoneHere("Marc Bernard");
  await theirs.map.someoneHere(owner.name);

  await mine.map.addCard(irritants, "Je demande conseil", "Attente trop longue");
  await theirs.map.text("Attente trop longue").waitFor();
  await theirs.map.rename("Avant-vente", "Avant l’achat");
  await mine.map.text("Avant l’achat").waitFor();

  await mine.map.undo();
  await theirs.map.text("Attente trop longue").waitFor({ state: "detached" });
  await mine.map.text("Avant l’achat").waitFor();
});

test("[J8, U57] two who type into one card at the same moment keep every word", async () => {
  const { url, colleague } = await newJourney();
  const mine = await openMap(url, product.signedIn);
  const theirs = await openMap(url, colleague);
  for (const { map } of [mine, theirs]) await map.text("Personne au rayon").dblclick();
  await mine.page.keyboard.press("Control+End");
  await theirs.page.keyboard.press("Control+Home");

  await Promise.all([
    mine.page.keyboard.type(" le samedi matin", { delay: 2 }),
    theirs.page.keyboard.type("Presque toujours : ", { delay: 2 }),
  ]);
  for (const { map } of [mine, theirs])
    await expect
      .poll(() => map.grid.getByRole("textbox", { name: t("card") }).inputValue())
      .toBe("Presque toujours : Personne au rayon le samedi matin");

  // Who gives up what they wrote gives up their own words.
  await theirs.page.keyboard.press("Escape");
  await mine.page.keyboard.press("Enter");
  for (const { map } of [mine, theirs]) await map.text("Personne au rayon le samedi matin").waitFor();
});

test("[U116] a touchpoint that somebody makes on the map has its name for others", async () => {
  const { url, colleague } = await newJourney();
  const mine = await openMap(url, product.signedIn);
  const theirs = await openMap(url, colleague);
  await mine.map.grid.getByRole("button", { name: t("placeAt", { step: "Je demande conseil" }) }).click();
  await mine.page.getByRole("textbox", { name: library("pick.search") }).fill("Conseil au rayon");
  await mine.page.getByRole("option", { name: library("noChannel") }).waitFor();
  await mine.page.keyboard.press("Enter");
  for (const { map } of [mine, theirs])
    await map.grid
      .getByRole("button", { name: /^Conseil au rayon, / })
      .first()
      .waitFor();
});

test("[U117] Escape closes the window on top and leaves the one under it", async () => {
  const { url } = await newJourney();
  const { page } = await openMap(url, product.signedIn);
  await page.getByRole("button", { name: personas("persona") }).click();
  await page.getByRole("menuitem", { name: personas("manage") }).click();
  const below = page.getByRole("dialog", { name: personas("manageTitle") });
  await below.getByRole("textbox").fill("Camille");
  await page.keyboard.press("Enter");
  await below.getByRole("button", { name: ui("deleteNamed", { name: "Camille" }) }).click();
  const top = page.getByRole("dialog", { name: ui("deleteTitle", { name: "Camille" }) });
  await top.waitFor();

  await page.keyboard.press("Escape");
  await top.waitFor({ state: "hidden" });
  expect(await below.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await below.waitFor({ state: "hidden" });
});

test("[U66] a persona made from a map is on it", async () => {
  const { url } = await newJourney();
  const { page } = await openMap(url, product.signedIn);
  const chip = page.getByRole("button", { name: personas("persona") });
  await chip.click();
  await page.getByRole("menuitem", { name: personas("manage") }).click();
  const table = page.getByRole("dialog", { name: personas("manageTitle") });
  await table.getByRole("textbox").first().fill("Lou");
  await page.keyboard.press("Enter");
  await table.getByRole("button", { name: ui("deleteNamed", { name: "Lou" }) }).waitFor();
  await page.keyboard.press("Escape");
  await chip.click();
  await page.getByRole("menuitem", { name: personas("takeOffNamed", { name: "Lou" }) }).waitFor();
});

test("[E5] who was offline goes on writing, in all tabs, and both sides meet when the line is back", async () => {
  const { url, colleague } = await newJourney();
  const mine = await openMap(url, product.signedIn);
  const theirs = await openMap(url, colleague);
  const otherTab = mapPage(await theirs.page.context().newPage(), "fr");
  await otherTab.open(url);
  await mine.map.saved();
  await theirs.map.saved();
  await otherTab.saved();

  await theirs.cable.pull();
  await theirs.map.offline();
  await theirs.map.addCard(irritants, "Je demande conseil", "Écrit hors ligne");
  await otherTab.text("Écrit hors ligne").waitFor();
  await mine.map.addCard(irritants, "Je demande conseil", "Écrit en ligne");
  await theirs.cable.putBack();

  await mine.map.text("Écrit hors ligne").waitFor();
  await theirs.map.text("Écrit en ligne").waitFor();
  await theirs.map.saved();
  const order = async ({ grid }: typeof mine.map) => grid.getByText(/^Écrit/).allTextContents();
  expect(await order(mine.map)).toEqual(await order(theirs.map));
});

test("[U108] a text that is too long to be kept stays in its field to be cut", async () => {
  const { url } = await newJourney();
  const { page, map } = await openMap(url, product.signedIn);
  await map.grid
    .getByRole("button", { name: t("addCardAt", { lane: irritants, step: "Je cherche une idée" }) })
    .click();
  const field = map.grid.getByRole("textbox", { name: t("card") });
  const long = "Trop long. ".repeat(500);
  await field.fill(long);
  await field.press("Enter");
  await page.getByText(t("refusedTitle")).first().waitFor();
  expect(await field.inputValue()).toBe(long);
  await field.fill("Assez court");
  await field.press("Enter");
  await map.text("Assez court").waitFor();
  await map.saved();
});
