import { expect, inject, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";
import { arrowTo, press, tabTo } from "./keys.ts";
import { writeFiles } from "./olist-files.ts";
import { owner } from "./people.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const door = wordsOf("fr", "workspace");
const importing = wordsOf("fr", "activity");

test("[E6, U97] signing in, importing, reading and editing a map need no mouse", async () => {
  const workspaceId = await (await visit(product, "fr")).newWorkspace("Clavier");
  const browser = await openBrowser();
  const { page } = await openWindow(browser);
  const type = (text: string) => page.keyboard.type(text);

  await page.goto(`${product.url}/w/${workspaceId}/imports/new`);
  await tabTo(page, page.getByLabel(door("email")));
  await type(owner.email);
  await tabTo(page, page.getByLabel(door("password")).first());
  await type(owner.password);
  await page.keyboard.press("Enter");

  const visits = Array.from(
    { length: 30 },
    (_, index) => `2026-03-0${(index % 9) + 1},c${index},${index % 2 === 0 ? "Accueil" : "Caisse"}`,
  );
  const { files } = writeFiles({ "visites.csv": `date,client,étape\n${visits.join("\n")}\n` });
  const chooser = page.waitForEvent("filechooser");
  await press(page, page.getByRole("button", { name: importing("chooseFiles") }));
  await (await chooser).setFiles(files);
  await press(page, page.getByRole("button", { name: importing("check"), exact: true }));
  await press(page, page.getByRole("button", { name: importing("importNow") }));
  await press(page, page.getByRole("link", { name: importing("done.map") }));

  const grid = page.getByRole("grid");
  const heads = () => grid.getByRole("columnheader").allInnerTexts();
  const named = (...names: string[]) => names.map((name) => expect.stringContaining(name));
  await grid.getByText("Caisse").first().waitFor();
  // The map is one stop of Tab; within it the arrows lead.
  await tabTo(page, grid.locator("[tabindex='0']"));
  await arrowTo(page, "ArrowDown", grid.getByRole("columnheader", { name: "Accueil" }).locator("[data-item]"));
  await page.keyboard.press("F2");
  await page.keyboard.press("ControlOrMeta+A");
  await type("Je suis accueilli");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(heads).toEqual(named("", "Caisse", "Je suis accueilli"));
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(heads).toEqual(named("", "Je suis accueilli", "Caisse"));
  await page.keyboard.press("Delete");
  await expect.poll(heads).toEqual(named("", "Caisse"));
  // What follows what was deleted has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Caisse");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(heads).toEqual(named("", "Je suis accueilli", "Caisse"));
});

test("[U134] arrows and End turn the pages of a presentation, and Escape leaves it", async () => {
  const visitor = await visit(product, "fr");
  const { url } = await visitor.newJourney(await visitor.newWorkspace("Présentation"), {
    name: "Rénover sa cuisine",
    stages: [{ id: "before", name: "Avant-vente" }],
    steps: [{ id: "find", stageId: "before", name: "Je cherche une idée" }],
    lanes: [],
    cards: [],
    placements: [],
  });
  const { page } = await openWindow(await openBrowser(), { storageState: product.signedIn });
  await page.goto(`${url}?view=present`);
  const shown = page.getByRole("dialog");
  await shown.getByText("1 / 4").waitFor();
  await page.keyboard.press("ArrowRight");
  await shown.getByText("2 / 4").waitFor();
  await page.keyboard.press("End");
  await shown.getByText("4 / 4").waitFor();
  await page.keyboard.press("Escape");
  await shown.waitFor({ state: "hidden" });
});
