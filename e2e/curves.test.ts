import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { getJourney } from "#journey/api.ts";
import type { DocumentDraft } from "#journey/model.ts";
import { createChannel, createTouchpoint } from "#touchpoint/api.ts";
import { inspect } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { mapPage } from "./pages/map.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const journey = wordsOf("fr", "journey");
const emotion = wordsOf("fr", "emotion");
const links = wordsOf("fr", "links");

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});

/** A journey with a quote on the web and in a shop, on screen. */
async function openJourney(search = "") {
  const visitor = await visit(product, "fr");
  ({ page } = await openWindow(browser, { storageState: product.signedIn }));
  const workspaceId = await visitor.newWorkspace("Cuisines");
  const params = { workspaceId };
  const place = async (kind: "web" | "shop", name: string, stepId: string) => {
    const channel = await visitor.call(createChannel, { params, body: { name: `${name}, canal`, kind } });
    const body = { name, channelId: channel.id, teamId: null, initiator: "customer" as const };
    const { id: touchpointId } = await visitor.call(createTouchpoint, { params, body });
    return { id: kind, stepId, touchpointId, importance: null, momentOfTruth: false, expectation: null };
  };
  const document: DocumentDraft = {
    name: "Rénover",
    stages: [
      { id: "before", name: "Avant" },
      { id: "after", name: "Après" },
    ],
    steps: [
      { id: "compare", stageId: "before", name: "Je compare" },
      { id: "quote", stageId: "before", name: "Je fais mon devis" },
      { id: "fit", stageId: "after", name: "Je pose" },
    ],
    lanes: [
      { id: "points", kind: "touchpoint", name: "" },
      { id: "feelings", kind: "emotion", name: "" },
      { id: "pains", kind: "irritant", name: "" },
    ],
    cards: [],
    placements: [await place("web", "Devis en ligne", "quote"), await place("shop", "Caisse", "quote")],
  };
  const { id: journeyId, url } = await visitor.newJourney(workspaceId, document);
  const map = mapPage(page, "fr");
  await map.open(`${url}${search}`);
  await map.saved();
  const stored = async () => (await visitor.call(getJourney, { params: { journeyId } })).document;
  return { map, stored };
}

const feelingAt = (step: string) =>
  page.locator('[data-kind="emotion"]').getByRole("gridcell", { name: new RegExp(`^${step}`) });

test("[U73] an emotion is set, moved and taken away by keys on its cell, and undone", async () => {
  const { stored } = await openJourney();
  const values = async () => (await stored()).emotions.map(({ stepId, value }) => `${stepId} ${value}`);
  await feelingAt("Je compare").focus();
  await page.keyboard.press("4");
  await expect.poll(values).toEqual(["compare 1"]);
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(values).toEqual(["compare 1.5"]);
  await page.keyboard.press("Enter");
  await page
    .getByRole("slider", { name: emotion("slider", { step: "Je compare", curve: emotion("curve.lived") }) })
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect.poll(values).toEqual(["compare 0.5"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Delete");
  await expect.poll(values).toEqual([]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(values).toEqual(["compare 0.5"]);
  expect((await inspect(page)).problems).toEqual([]);
});

test("[U73] a point that was pressed takes the keys, follows the pointer in halves, and one pull is one thing to undo", async () => {
  const { map, stored } = await openJourney();
  const values = async () => (await stored()).emotions.map(({ value }) => value);
  await feelingAt("Je pose").hover();
  await feelingAt("Je pose").getByRole("button").click();
  await expect.poll(values).toEqual([0]);
  await page.keyboard.press("ArrowUp");
  await expect.poll(values).toEqual([0.5]);
  await map.undo();
  await expect.poll(values).toEqual([0]);
  const cell = (await feelingAt("Je pose").boundingBox())!;
  await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height / 2);
  await page.mouse.down();
  await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height * 0.75, { steps: 4 });
  await page.mouse.move(cell.x + cell.width / 2, cell.y + 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(values).toEqual([2]);
  await map.undo();
  await expect.poll(values).toEqual([0]);
});

test("[U76, U118] a step is linked with another without a mouse, and the link is renamed, taken away and taken back", async () => {
  const { map, stored } = await openJourney();
  await map.grid.locator('[data-ref="step:fit"]').focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: links("linkWith") }).press("Enter");
  const dialog = page.getByRole("dialog", { name: links("create") });
  const to = dialog.getByRole("combobox", { name: links("to") });
  await to.fill("compare");
  await to.press("Enter");
  await dialog.getByRole("textbox", { name: links("name") }).fill("à refaire");
  await page.keyboard.press("Enter");
  const said = links("said.return", { from: "Je pose", to: "Je compare" });
  const arc = (name: string) => map.grid.getByRole("button", { name: links("named", { said, name }) });
  await arc("à refaire").focus();
  expect((await inspect(page)).problems).toEqual([]);
  await page.keyboard.press("F2");
  await page
    .getByRole("dialog", { name: links("change") })
    .getByRole("textbox", { name: links("name") })
    .fill("cotes fausses");
  await page.keyboard.press("Enter");
  await arc("cotes fausses").focus();
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await stored()).links).toEqual([]);
  await page
    .getByRole("status")
    .getByRole("button", { name: journey("undo") })
    .click();
  await expect
    .poll(async () => (await stored()).links)
    .toMatchObject([{ kind: "return", fromStepId: "fit", toStepId: "compare", name: "cotes fausses" }]);
  await map.act("Je pose", links("linkWith"));
  await to.waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await map.grid.locator('[data-ref="step:fit"]:focus').waitFor();
});

test("[U76] a break point is drawn on the line of touchpoints between the two that it is between", async () => {
  const { map, stored } = await openJourney();
  await map.act("Devis en ligne", links("linkWith"));
  const dialog = page.getByRole("dialog", { name: links("create") });
  await dialog.getByRole("combobox", { name: links("to") }).fill("Caisse");
  await page.getByRole("option", { name: "Caisse" }).click();
  await dialog.getByRole("button", { name: links("link") }).click();
  const from = "Je fais mon devis, Devis en ligne";
  const said = links("said.break", { from, to: "Je fais mon devis, Caisse" });
  await map.grid.getByRole("button", { name: said }).waitFor();
  await expect
    .poll(async () => (await stored()).links)
    .toMatchObject([{ kind: "break", fromPlacementId: "web", toPlacementId: "shop" }]);
});

test("[U77] a touchpoint is marked missing, a step scored by the team, a stage given its phase, from their menus", async () => {
  const { map, stored } = await openJourney();
  const choose = async (on: string, list: string, choice: string) => {
    await map.act(on, list);
    await page.getByRole("menuitemradio", { name: choice, exact: true }).click();
  };
  await choose("Caisse", journey("flag"), journey("flag.missing"));
  await choose("Je pose", journey("selfScore"), journey("selfScoreSaid", { n: 4 }));
  await choose("Après", journey("phase"), journey("phase.afterSales"));
  await map.act("Après", journey("cycleClose"));
  const cycle = links("cycleSaid", { from: "Je pose", to: "Je compare" });
  await map.grid.getByRole("button", { name: cycle }).waitFor();
  await map.grid.getByRole("button", { name: new RegExp(`^Caisse.*${journey("flag.missing")}`) }).waitFor();
  await expect.poll(async () => (await stored()).isCycle).toBe(true);
  const { placements, stages, steps } = await stored();
  expect(placements.find(({ id }) => id === "shop")?.flag).toBe("missing");
  expect(steps.at(-1)?.selfScore).toBe(4);
  expect(stages.at(-1)?.phase).toBe("afterSales");
});

test("[U78] with steps as rows, the arrows lead where they point and menus say where things move", async () => {
  const { map, stored } = await openJourney("?orientation=rows");
  const heads = ["Je compare", "Je fais mon devis", "Je pose"].map((name) =>
    map.grid.getByRole("rowheader", { name, exact: true }),
  );
  const boxes = await Promise.all(heads.map((head) => head.boundingBox()));
  expect(new Set(boxes.map((box) => box?.x)).size).toBe(1);
  expect(boxes.map((box) => box?.y)).toEqual(boxes.map((box) => box?.y).toSorted((a = 0, b = 0) => a - b));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-ref"));
  await map.grid.locator('[data-ref="step:compare"]').focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("step:quote");
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(async () => (await stored()).steps.map(({ id }) => id)).toEqual(["compare", "quote", "fit"]);
  await expect.poll(async () => (await stored()).steps.find(({ id }) => id === "quote")?.stageId).toBe("after");
  await map.act("Je pose", journey("moveUp"));
  await expect.poll(async () => (await stored()).steps.map(({ id }) => id)).toEqual(["compare", "fit", "quote"]);
  expect((await inspect(page)).problems).toEqual([]);
});

test("[U80] a map whose steps are rows is heard as it is seen: a row a step, a column a lane", async () => {
  const { map } = await openJourney("?orientation=rows");
  const rows = await heardTable(page);
  expect(rows[0]?.map(({ role }) => role)).toEqual(rows[0]?.map(() => "columnheader"));
  expect(rows.slice(1).map((row) => row.findLast(({ role }) => role === "rowheader")?.name)).toEqual([
    "Je compare",
    "Je fais mon devis",
    "Je pose",
  ]);
  expect(rows[2]?.some(({ role, name }) => role === "gridcell" && name.includes("Devis en ligne"))).toBe(true);
  await map.grid.locator('[data-ref="step:compare"]').focus();
  await page.keyboard.press("Insert");
  await page.keyboard.type("Je mesure");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await heardTable(page)).length).toBe(5);
  expect((await inspect(page)).problems).toEqual([]);
});

interface Heard {
  role: string;
  name: string;
}

/** The map as the browser tells it to a screen reader: its rows, with what each cell is and is called. */
async function heardTable(of: Page): Promise<Heard[][]> {
  const session = await of.context().newCDPSession(of);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  type Node = (typeof nodes)[number];
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = (node: Node) => String(node.role?.value ?? "none");
  const parts = (node: Node): Node[] =>
    (node.childIds ?? [])
      .flatMap((id) => byId.get(id) ?? [])
      .flatMap((child) => (child.ignored || roleOf(child) === "none" ? parts(child) : [child]));
  const grid = nodes.find((node) => roleOf(node) === "grid");
  const rows = grid === undefined ? [] : parts(grid).filter((node) => roleOf(node) === "row");
  return rows.map((row) => parts(row).map((cell) => ({ role: roleOf(cell), name: String(cell.name?.value ?? "") })));
}

test("[U79] the line of touchpoints is cut into what is online and what is not", async () => {
  const { map } = await openJourney();
  const lineOf = (name: string) =>
    map.grid.getByRole("row").filter({ has: page.getByRole("button", { name: new RegExp(`^${name}`) }) });
  const cut = map.grid.getByRole("button", { name: journey("bySide") });
  await cut.click();
  expect(await cut.getAttribute("aria-pressed")).toBe("true");
  expect(await lineOf("Caisse").getByRole("rowheader").innerText()).toContain(journey("side.offline"));
  expect(await lineOf("Devis en ligne").getByRole("rowheader").innerText()).toContain(journey("side.online"));
});
