import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import type { DocumentDraft } from "#journey/model.ts";
import { inspect } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { mapPage } from "./pages/map.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "journey");
const clipboard = wordsOf("fr", "clipboard");
const palette = wordsOf("fr", "palette");
const presence = wordsOf("fr", "presence");
const selection = wordsOf("fr", "selection");
const zoom = wordsOf("fr", "zoom");

const stepNames = [
  "Je rêve",
  "Je compare",
  "Je visite",
  "Je signe",
  "Je suis livré",
  "Je pose",
  "J’appelle",
  "Je paie",
];
const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  stages: [{ id: "g", name: "Avant-vente" }],
  steps: stepNames.map((name, index) => ({ id: `s${index}`, stageId: "g", name })),
  lanes: [
    { id: "pains", kind: "irritant", name: "" },
    { id: "joys", kind: "delight", name: "" },
    { id: "shut", kind: "promise", name: "", isLocked: true },
  ],
  cards: [
    { id: "a", laneId: "pains", stepId: "s0", text: "Trop de choix" },
    { id: "b", laneId: "pains", stepId: "s1", text: "Personne au rayon" },
    { id: "c", laneId: "joys", stepId: "s1", text: "Le conseil" },
    { id: "d", laneId: "shut", stepId: "s2", text: "Le juste prix" },
  ],
  placements: [],
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A new journey in a workspace of its own, and how to open its map. */
async function newMap() {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Atelier");
  const create = async (document: DocumentDraft) => (await visitor.newJourney(workspaceId, document)).url;
  const url = await create(kitchen);
  const { page, context } = await openWindow(browser, { storageState: product.signedIn });
  await mapPage(page, "fr").open(url);
  return { visitor, workspaceId, create, url, page, context };
}

const cell = (page: Page, laneId: string, step: number) =>
  page.getByRole("grid").locator(`[data-column][data-lane="${laneId}"][data-step="s${step}"]`);
const cardIn = (page: Page, laneId: string, step: number) => cell(page, laneId, step).locator("[data-ref]").first();
const texts = (page: Page, laneId: string, step: number) => cell(page, laneId, step).locator("li").allInnerTexts();
const selectedCells = (page: Page) => page.getByRole("gridcell", { selected: true });

/** By its key, once the palette is there, which comes after the map; who types at once types into its field. */
async function openPalette(page: Page, key: string): Promise<void> {
  await page.getByRole("button", { name: palette("open") }).waitFor();
  await page.keyboard.press(key);
  const field = page.getByRole("textbox", { name: palette("search") });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Pastes as a spreadsheet, an editor or a hostile page would have filled the clipboard. */
async function pasteAt(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate((flavours) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(flavours)) clipboardData.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 12, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

async function middleOf(page: Page, laneId: string, step: number) {
  const box = await cell(page, laneId, step).boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 16 };
}

test("[U95] one writes on from cell to cell with Tab as in a spreadsheet, and empty cells stay empty", async () => {
  const { page } = await newMap();
  await cell(page, "joys", 2).locator("[data-item]").first().focus();
  await page.keyboard.press("n");
  await page.keyboard.type("Le café");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("La ponctualité");
  await page.keyboard.press("Enter");
  await expect.poll(() => texts(page, "joys", 4)).toEqual(["La ponctualité"]);
  expect(await texts(page, "joys", 2)).toEqual(["Le café"]);
  expect(await texts(page, "joys", 3)).toEqual([]);
});

test("[U94] a new step that is given up without a name is gone, and the focus is on the one beside it", async () => {
  const { page } = await newMap();
  const heads = page.getByRole("grid").locator('[data-kind="steps"] [role="columnheader"]');
  await page.getByRole("button", { name: t("addStepAfter") }).click();
  await expect.poll(() => heads.count()).toBe(9);
  await page.keyboard.press("Escape");
  await expect.poll(() => heads.count()).toBe(8);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-ref"))).toBe("step:s7");
});

test("[U91, U93] a range is selected and changed without a mouse, as one thing to undo", async () => {
  const { page } = await newMap();
  await cardIn(page, "pains", 0).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => selectedCells(page).count()).toBe(4);
  const bar = page.getByRole("toolbar", { name: selection("bar") });
  await bar.getByText("3 fiches").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => texts(page, "joys", 2)).toEqual(["Le conseil"]);
  await page.keyboard.press("Delete");
  await expect.poll(() => page.getByRole("grid").locator("li").count()).toBe(1);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => texts(page, "joys", 2)).toEqual(["Le conseil"]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => texts(page, "pains", 0)).toEqual(["Trop de choix"]);
});

test("[U97] the palette leads to a card by a word of it, and the list of keys is one key away", async () => {
  const { page } = await newMap();
  await openPalette(page, "/");
  await page.keyboard.type("rayon");
  await page.getByRole("button", { name: /^Personne au rayon fiche/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Personne au rayon");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: palette("help") });
  await keys.getByText(palette("does.duplicate")).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
});

test("[U109] a panel takes the focus from the menu or the palette that opened it, and gives it back", async () => {
  const { page } = await newMap();
  const versions = wordsOf("fr", "versions")("title");
  const heading = page.getByRole("heading", { name: versions });
  const button = page.getByRole("button", { name: t("journeyMenu") });
  const hasFocus = (element: typeof heading) => element.evaluate((node) => node === document.activeElement);
  // The first time its code is fetched, the second time it is there at once.
  for (const time of ["first", "second"]) {
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: versions, exact: true }).press("Enter");
    await expect.poll(() => hasFocus(heading), { message: time }).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => hasFocus(button), { message: time }).toBe(true);
  }
  const step = page.locator('[data-ref="step:s0"]');
  await step.focus();
  await page.keyboard.press("/");
  await page.keyboard.type(versions);
  await expect.poll(() => page.getByRole("textbox", { name: palette("search") }).inputValue()).toBe(versions);
  await page.keyboard.press("Enter");
  await expect.poll(() => hasFocus(heading)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => hasFocus(step)).toBe(true);
});

test("[U98] a lane is copied to another map with what its cards say, and its steps are found by name", async () => {
  const { page, context, create } = await newMap();
  await page.getByRole("grid").locator('[data-ref="lane:pains"]').focus();
  await page.keyboard.press("ControlOrMeta+C");
  await page.getByText(clipboard("copied", { what: "1 ligne, 2 fiches" })).waitFor();
  const other = await context.newPage();
  await mapPage(other, "fr").open(
    await create({ ...kitchen, name: "Autre", steps: kitchen.steps.toReversed(), cards: [] }),
  );
  await other.getByRole("grid").locator('[data-ref="lane:joys"]').focus();
  await other.keyboard.press("ControlOrMeta+V");
  const pasted = other.getByRole("grid").locator('[data-step="s0"] li');
  await expect.poll(() => pasted.allInnerTexts()).toEqual([expect.stringContaining("Trop de choix")]);
});

test("[U98] a range of a spreadsheet that is larger than the map is asked about first", async () => {
  const { page } = await newMap();
  await cell(page, "joys", 7).locator("[data-item]").first().focus();
  await pasteAt(page, { "text/plain": "un\tdeux\n", "text/html": "<table><tr><td>un</td><td>deux</td></tr></table>" });
  const dialog = page.getByRole("dialog", { name: clipboard("askTitle") });
  await dialog.getByText(clipboard("steps", { count: 1 })).waitFor();
  await dialog.getByRole("button", { name: clipboard("askAll") }).click();
  await expect.poll(() => page.getByRole("grid").getByText("deux", { exact: true }).count()).toBe(1);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => page.getByRole("grid").getByText("un", { exact: true }).count()).toBe(0);
});

test("[U99] a hostile clipboard is text or nothing: nothing of it runs, and too much is refused in words", async () => {
  const { page } = await newMap();
  await cell(page, "joys", 3).locator("[data-item]").first().focus();
  const script = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  await pasteAt(page, { "text/plain": script, "text/html": script, "application/x-parcours+json": '{"__proto__":1}' });
  await expect.poll(() => texts(page, "joys", 3)).toEqual([script]);
  expect(await page.title()).not.toBe("1");
  await pasteAt(page, { "text/plain": "x\t\n".repeat(500_000) });
  await page.getByText(clipboard("nothingTitle")).waitFor();
  expect(await texts(page, "joys", 4)).toEqual([]);
});

test("[U101] the map is drawn at another size with its heads in place, and this browser remembers it", async () => {
  const { page } = await newMap();
  await cardIn(page, "pains", 0).focus();
  await page.keyboard.press("ControlOrMeta+9");
  const actual = page.getByRole("group", { name: zoom("zoom") }).getByTitle(zoom("actual"));
  await expect.poll(async () => Number.parseInt(await actual.innerText(), 10)).toBeLessThan(100);
  const fitted = await actual.innerText();
  const head = page.getByRole("columnheader", { name: "Je rêve" });
  const top = () => head.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await page.mouse.move(500, 300);
  await page.mouse.wheel(0, 200);
  await expect.poll(top).toBe(before);
  await page.reload();
  await page.getByRole("grid").waitFor();
  await expect.poll(() => actual.innerText()).toBe(fitted);
  await actual.click();
  await expect.poll(() => actual.innerText()).toContain("100");
});

test("[U102] what is selected is dragged together, and Escape gives a drag up", async () => {
  const { page } = await newMap();
  await cardIn(page, "pains", 0).click();
  await cardIn(page, "joys", 1).click({ modifiers: ["ControlOrMeta"] });
  await cardIn(page, "pains", 0).click({ modifiers: ["ControlOrMeta"] });
  await drag(page, await middleOf(page, "pains", 0), await middleOf(page, "pains", 3));
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await texts(page, "pains", 3)).toEqual([]);
  await cardIn(page, "joys", 1).click({ modifiers: ["ControlOrMeta"] });
  await cardIn(page, "pains", 0).click({ modifiers: ["ControlOrMeta"] });
  await drag(page, await middleOf(page, "pains", 0), await middleOf(page, "pains", 3));
  await page.mouse.up();
  await expect.poll(() => texts(page, "pains", 3)).toEqual([expect.stringContaining("Trop de choix")]);
  expect(await texts(page, "joys", 4)).toEqual(["Le conseil"]);
});

test("[U103] what is locked does not follow the pointer, and says why", async () => {
  const { page } = await newMap();
  await drag(page, await middleOf(page, "shut", 2), await middleOf(page, "joys", 3));
  await page.getByText(selection("locked"), { exact: true }).waitFor();
  await page.mouse.up();
  expect(await texts(page, "shut", 2)).toEqual(["Le juste prix"]);
});

test("[U104] a step that was dragged is brought back from a message", async () => {
  const { page } = await newMap();
  const heads = async () => (await page.getByRole("columnheader").allInnerTexts()).slice(1, 4);
  const head = async (name: string, share: number) => {
    const box = await page.getByRole("columnheader", { name }).boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) * share, y: (box?.y ?? 0) + 18 };
  };
  await drag(page, await head("Je rêve", 0.3), await head("Je visite", 0.8));
  await page.mouse.up();
  await expect.poll(heads).toEqual(["Je compare", "Je visite", "Je rêve"]);
  await page
    .getByRole("status")
    .getByRole("button", { name: t("undo") })
    .click();
  await expect.poll(heads).toEqual(["Je rêve", "Je compare", "Je visite"]);
});

test("[U112, U113] one sees where another points at any size of the map, what they have selected, and follows them until one acts", async () => {
  const { page, url, visitor, workspaceId } = await newMap();
  const guest = await visitor.invite(workspaceId, { name: "Ana Roy", role: "editor" });
  const { page: hers } = await openWindow(browser, { storageState: guest, viewport: { width: 800, height: 600 } });
  await mapPage(hers, "fr").open(url);
  await page.getByRole("button", { name: presence("follow", { name: "Ana Roy" }) }).waitFor();
  await hers
    .getByRole("group", { name: zoom("zoom") })
    .getByRole("button", { name: zoom("in") })
    .click();
  await cardIn(hers, "pains", 1).click();
  await hers.keyboard.press("Shift+ArrowDown");
  await cardIn(hers, "pains", 1).hover();
  const pointer = page.locator("[data-client]");
  const isOnCard = async () => {
    const [at, card] = [await pointer.boundingBox(), await cardIn(page, "pains", 1).boundingBox()];
    if (at === null || card === null) return false;
    return at.x >= card.x && at.x <= card.x + card.width && at.y >= card.y && at.y <= card.y + card.height;
  };
  await expect.poll(isOnCard).toBe(true);
  await expect
    .poll(() => cardIn(page, "joys", 1).evaluate((card) => getComputedStyle(card).outlineStyle))
    .toBe("solid");

  await page.getByRole("button", { name: presence("follow", { name: "Ana Roy" }) }).click();
  await page.getByText(presence("following", { name: "Ana Roy" })).waitFor();
  await cardIn(hers, "pains", 0).focus();
  await hers.keyboard.press("End");
  const scrolled = () =>
    page.getByRole("grid").evaluate((grid) => {
      for (let at = grid.parentElement; at !== null; at = at.parentElement) if (at.scrollLeft > 0) return true;
      return false;
    });
  await expect.poll(scrolled).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByText(presence("following", { name: "Ana Roy" })).count()).toBe(0);
});

test("[U107] of a large map what is out of sight can be heard, and is drawn for keys and for the palette that lead there", async () => {
  const { visitor, workspaceId } = await newMap();
  const steps = Array.from({ length: 30 }, (_, at) => ({ id: `s${at}`, stageId: "g", name: `Je fais ${at}` }));
  const lanes = Array.from({ length: 8 }, (_, at) => ({ id: `l${at}`, kind: "free" as const, name: `Bande ${at}` }));
  const cards = lanes.flatMap((lane) =>
    steps.flatMap((step) =>
      ["matin", "soir"].map((when) => ({
        id: `${lane.id}-${step.id}-${when}`,
        laneId: lane.id,
        stepId: step.id,
        text: `${lane.name}, ${step.name}, ${when}`,
      })),
    ),
  );
  const { url } = await visitor.newJourney(workspaceId, { ...kitchen, steps, lanes, cards });
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  await mapPage(page, "fr").open(url);
  const far = page.locator('[data-column][data-lane="l7"][data-step="s29"]');
  await expect.poll(() => far.textContent()).toContain("Bande 7, Je fais 29, soir");
  expect(await far.locator("[data-ref]").count()).toBe(0);
  await page.locator('[data-ref="card:l0-s0-matin"]').focus();
  await page.keyboard.press("ControlOrMeta+End");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-ref"));
  await expect.poll(focused).toMatch(/^card:l7-s29-/);
  await page.keyboard.press("ControlOrMeta+Home");
  await openPalette(page, "ControlOrMeta+K");
  await page.keyboard.type("Bande 4, Je fais 17, soir");
  await page.getByRole("button", { name: /^Bande 4, Je fais 17, soir/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("card:l4-s17-soir");
});
