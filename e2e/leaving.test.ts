import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { createVersion } from "#journey/api/versions.ts";
import { addCard } from "#journey/api.ts";
import type { DocumentDraft } from "#journey/model.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { mapPage } from "./pages/map.ts";
import { visit } from "./visitor.ts";
import { wordsOf } from "./words.ts";

const product = inject("product");
const t = wordsOf("fr", "journey");
const exports = wordsOf("fr", "exports");
const versions = wordsOf("fr", "versions");

const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  framing: { objective: "Tenir une seule date" },
  stages: [{ id: "g", name: "Avant-vente" }],
  steps: ["Je rêve", "Je compare"].map((name, at) => ({ id: `s${at}`, stageId: "g", name })),
  lanes: [{ id: "pains", kind: "irritant", name: "" }],
  cards: [{ id: "a", laneId: "pains", stepId: "s0", text: "Trop de choix" }],
  placements: [],
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

async function newMap() {
  const visitor = await visit(product, "fr");
  const workspaceId = await visitor.newWorkspace("Remise");
  const { id: journeyId, url } = await visitor.newJourney(workspaceId, kitchen);
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  return { visitor, params: { journeyId }, url, page };
}

test("[R25, R28] slides are looked at before they are taken away, and are those that come", async () => {
  const { page, url } = await newMap();
  await mapPage(page, "fr").open(url);
  await page.getByRole("button", { name: t("journeyMenu") }).click();
  await page.getByRole("menuitem", { name: exports("action") }).click();
  await page.getByRole("radio", { name: exports("format.pptx") }).click();
  const preview = page.getByRole("region", { name: exports("preview") });
  // Cover, framing, overview, stage, pain points.
  await preview.getByText(exports("pages", { count: 5 })).waitFor();
  await preview.getByText("Tenir une seule date").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: exports("download") }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Rénover sa cuisine.pptx");
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides).toHaveLength(5);
  const said = slides.map((name) => strFromU8(files[name] ?? new Uint8Array())).join("\n");
  expect(said).toContain("Tenir une seule date");
  expect(said).toContain('type="title"');
});

test("[R31] a version is seen drawn, and what came since stands out beside it", async () => {
  const { visitor, params, page, url } = await newMap();
  const { id } = await visitor.call(createVersion, { params, body: { reason: "named", name: "Avant atelier" } });
  await visitor.call(addCard, { params, body: { laneId: "pains", stepId: "s1", text: "Rappel promis, jamais venu" } });
  await page.goto(`${url}/compare?before=${id}&after=now&as=drawn`);
  const [before, after] = ["drawnBefore", "drawnAfter"].map((side) =>
    page.getByRole("region", { name: versions(side as "drawnBefore") }),
  );
  await after?.getByText("+", { exact: true }).waitFor();
  expect(await after?.getByText("Rappel promis").count()).toBe(1);
  expect(await before?.getByText("Rappel promis").count()).toBe(0);
  expect((await inspect(page)).problems).toEqual([]);
  expect(await overflow(page)).toBe(0);

  await page.goto(`${url}?panel=versions`);
  await page.getByRole("button", { name: "Avant atelier", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("img", { name: "Rénover sa cuisine" }).waitFor();
  await dialog.getByText(versions("previewAs.table"), { exact: true }).click();
  await dialog.getByRole("table").waitFor();
  expect((await inspect(page)).problems).toEqual([]);
});
