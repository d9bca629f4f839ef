import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { getJourney } from "#journey/api.ts";
import type { DocumentDraft } from "#journey/model.ts";
import { createPersona } from "#persona/api.ts";
import { inspect } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { mapPage } from "./pages/map.ts";
import { type Visitor, visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const journey = wordsOf("fr", "journey");
const lanes = wordsOf("fr", "lanes");
const card = wordsOf("fr", "card");
const personas = wordsOf("fr", "personas");
const framing = wordsOf("fr", "framing");

const insurance: DocumentDraft = {
  name: "Souscrire",
  stages: [{ id: "before", name: "Avant" }],
  steps: [
    { id: "compare", stageId: "before", name: "Je compare" },
    { id: "quote", stageId: "before", name: "Je demande un devis" },
  ],
  lanes: [
    { id: "front", kind: "frontOffice", name: "" },
    { id: "line", kind: "interactionLine", name: "" },
    { id: "pains", kind: "irritant", name: "" },
    { id: "pictures", kind: "image", name: "" },
  ],
  cards: [
    { id: "jargon", laneId: "pains", stepId: "compare", text: "Un jargon partout" },
    { id: "sketch", laneId: "pictures", stepId: "quote", text: "Le guichet" },
  ],
  placements: [],
};

let owner: Visitor;
let workspaceId: string;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A new journey of a workspace of its own, on screen. */
async function openJourney(search = "") {
  owner = await visit(product, "fr");
  ({ page } = await openWindow(browser, { storageState: product.signedIn }));
  workspaceId = await owner.newWorkspace("Assurance");
  const { id: journeyId, url } = await owner.newJourney(workspaceId, insurance, "blueprint");
  const map = mapPage(page, "fr");
  await map.open(`${url}${search}`);
  const stored = async () => (await owner.call(getJourney, { params: { journeyId } })).document;
  return { map, stored };
}

test("[U60] a lane is folded, hidden, shown again and locked from its menu", async () => {
  const { map, stored } = await openJourney();
  const pains = journey("lane.irritant");
  await map.act(pains, lanes("collapse"));
  await map.grid.getByText(lanes("cards", { count: 1 })).click();
  await map.text("Un jargon partout").waitFor();
  await map.act(pains, lanes("hide"));
  await map.text("Un jargon partout").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: lanes("hidden", { count: 1 }) }).click();
  await page.getByRole("menuitem", { name: pains }).click();
  await map.text("Un jargon partout").waitFor();
  await map.act(pains, lanes("lock"));
  await map.grid.getByText(lanes("locked")).waitFor({ state: "attached" });
  await map.text("Un jargon partout").focus();
  await map.text("Un jargon partout").press("Delete");
  await page.getByRole("alert").getByText(journey("refused.locked")).waitFor();
  expect((await stored()).cards.map(({ id }) => id)).toContain("jargon");
});

test("[U61] a lane on the wrong side of a line says so and is put in place", async () => {
  const { map, stored } = await openJourney();
  const wrong = lanes("wrong.below", { line: journey("lane.interactionLine") });
  await map.grid.getByText(wrong).waitFor({ state: "attached" });
  await map.act(journey("lane.frontOffice"), lanes("putInPlace"));
  await map.grid.getByText(wrong).waitFor({ state: "detached" });
  await expect
    .poll(async () => (await stored()).lanes.map(({ id }) => id))
    .toEqual(["line", "front", "pains", "pictures"]);
});

test("[U62] the shelf of lanes is searched, and adds what is chosen, which has the focus next", async () => {
  const { stored } = await openJourney();
  await page.getByRole("button", { name: journey("addLane"), exact: true }).click();
  const shelf = page.getByRole("dialog", { name: lanes("addTitle") });
  const once = shelf.getByRole("button", { name: `${journey("lane.interactionLine")} ${lanes("there")}` });
  expect(await once.isDisabled()).toBe(true);
  expect((await inspect(page)).problems).toEqual([]);
  await shelf.getByRole("searchbox").fill("ressent mots");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await stored()).lanes.at(-1)?.kind).toBe("feel");
  const added = (await stored()).lanes.at(-1)?.id ?? "";
  await page.locator(`[data-ref="lane:${added}"]:focus`).waitFor();
});

test("[U63] a card's details are written beside the map without a mouse, and shown on it", async () => {
  const { map, stored } = await openJourney();
  const { id: personaId } = await owner.call(createPersona, { params: { workspaceId }, body: { name: "Camille" } });
  await page.reload();
  await page.getByRole("button", { name: personas("persona") }).click();
  await page.getByRole("menuitem", { name: "Camille" }).click();
  await page.keyboard.press("Escape");
  await map.grid.locator('[data-ref="card:jargon"]').focus();
  await page.keyboard.press("Space");
  const panel = page.getByRole("region", { name: card("title") });
  await panel
    .getByRole("radiogroup", { name: card("severity") })
    .getByText("4")
    .click();
  await panel.getByRole("textbox", { name: card("evidence") }).fill("https://example.org/etude");
  const link = panel.getByRole("link", { name: card("evidenceOpen") });
  expect(await link.getAttribute("rel")).toContain("noopener");
  await panel.getByLabel(card("tags")).first().fill("web");
  await page.keyboard.press("Enter");
  await panel.getByLabel(card("personas")).first().focus();
  for (const key of ["ArrowDown", "Enter", "Tab"]) await page.keyboard.press(key);
  await expect
    .poll(async () => (await stored()).cards[0])
    .toMatchObject({ severity: 4, evidence: "https://example.org/etude", tags: ["web"], personaIds: [personaId] });
  const said = [
    card("severitySaid", { n: 4 }),
    card("evidenceSaid"),
    "web",
    card("personasSaid", { names: "Camille" }),
  ];
  await map.grid.getByRole("button", { name: card("openDetails", { said: said.join(", ") }) }).waitFor();
  expect((await inspect(page)).problems).toEqual([]);
});

test("[U64] a picture is made small, kept and shown on its card", async () => {
  const { map, stored } = await openJourney("?panel=card&item=card:sketch");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: card("imageAdd") }).click();
  const large = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1200 });
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  const file = { name: "guichet.png", mimeType: "image/png", buffer: Buffer.from(large, "base64") };
  await (await chooser).setFiles(file);
  const picture = map.grid.getByRole("img", { name: "Le guichet" });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  await expect.poll(async () => (await stored()).cards.find(({ id }) => id === "sketch")?.imageId).not.toBeNull();
});

test("[U65] the framing sheet is kept as it is written, and the map is locked and unlocked", async () => {
  const { map, stored } = await openJourney("?panel=framing");
  await page.getByRole("textbox", { name: framing("objective") }).fill("Réduire l’abandon du devis");
  await page.getByRole("checkbox", { name: framing("driver.conversion") }).check();
  await expect
    .poll(async () => (await stored()).framing)
    .toMatchObject({ objective: "Réduire l’abandon du devis", drivers: ["conversion"] });
  expect((await inspect(page)).problems).toEqual([]);
  await page.getByRole("button", { name: journey("journeyMenu") }).click();
  await page.getByRole("menuitem", { name: journey("lockMap") }).click();
  await map.act(journey("lane.irritant"), journey("delete"));
  await page.getByRole("alert").getByText(journey("refused.locked")).waitFor();
  await page.getByRole("button", { name: journey("mapLocked") }).click();
  await expect.poll(async () => (await stored()).isLocked).toBe(false);
});

test("[U66] seen as one persona, only what is said for others steps back", async () => {
  const { map, stored } = await openJourney();
  const [camille, karim] = await Promise.all(
    ["Camille", "Karim"].map((name) => owner.call(createPersona, { params: { workspaceId }, body: { name } })),
  );
  const document = { ...(await stored()), personas: [camille, karim].map((persona) => ({ id: persona?.id ?? "" })) };
  const cards = insurance.cards.map((each, index) => ({ ...each, personaIds: index === 0 ? [karim?.id ?? ""] : [] }));
  const { url } = await owner.newJourney(workspaceId, { ...document, name: "Vu par Camille", cards });
  await map.open(url);
  const grounds = () =>
    map.grid.locator('[data-ref^="card:"]').evaluateAll((all) => all.map((each) => getComputedStyle(each).background));
  const [jargon, sketch] = await grounds();
  await page.getByRole("button", { name: personas("persona") }).click();
  await page.getByRole("menuitem", { name: "Camille" }).first().click();
  await expect.poll(async () => (await grounds())[0]).not.toBe(jargon);
  expect((await grounds())[1]).toBe(sketch);
});
