import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";
import { writeFiles, writeOlistFiles } from "./olist-files.ts";
import { importPage } from "./pages/import.ts";
import { mapPage } from "./pages/map.ts";
import { visit } from "./visitor.ts";

const product = inject("product");
const mapping = resolve(import.meta.dirname, "../examples/olist/mapping.yaml");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

async function newImport(name: string) {
  const workspaceId = await (await visit(product, "fr")).newWorkspace(name);
  const { page } = await openWindow(browser, { storageState: product.signedIn });
  return {
    url: `${product.url}/w/${workspaceId}/imports/new`,
    page,
    importing: importPage(page, "fr"),
    map: mapPage(page, "fr"),
  };
}

test("[E2] files with a mapping become a map that carries their figures", async () => {
  const { url, page, importing, map } = await newImport("Olist");
  await page.goto(url);
  await importing.choose([...writeOlistFiles().files, mapping]);
  await importing.checkAndImport();
  await importing.openMap();
  await map.grid
    .getByRole("button", { name: /^Réponse, .*\. Étoiles 2,7, n 30, intervalle à 95\s% de 2,\d à 3,\d/ })
    .waitFor();
});

test("[E2] a plain export without a mapping is understood, confirmed, and becomes a map", async () => {
  const { url, page, importing, map } = await newImport("Enquête");
  const answers = Array.from(
    { length: 60 },
    (_, index) =>
      `client${index % 35};${String((index % 28) + 1).padStart(2, "0")}/03/2026${index < 40 ? ";Retrait en magasin;" : ";Livraison;"}${index % 4 === 0 ? 6 : 9};Très bien reçu à l’accueil\r\n`,
  );
  // As a spreadsheet of a French office writes it: semicolons, Windows-1252, days first.
  const csv = Buffer.from(
    `Client;Date;Point de contact;Note NPS;Commentaire\r\n${answers.join("")}`.replaceAll("’", "'"),
    "latin1",
  );
  await page.goto(url);
  await importing.choose(writeFiles({ "enquete.csv": csv }).files);
  const counted = await importing.checkAndImport();
  expect(counted).toMatch(/60/);
  await importing.openMap();
  await map.grid.getByRole("button", { name: /^Retrait en magasin, .*\. NPS \+50, n 40,/ }).waitFor();
});
