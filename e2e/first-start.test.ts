import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";
import { doorPage } from "./pages/door.ts";
import { owner } from "./people.ts";
import { type Product, startProduct } from "./product.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("fr", "app");
let product: Product;
beforeAll(async () => {
  product = await startProduct({ demo: true });
});
afterAll(() => product.stop());

test("[E1] the link of the first start makes the owner, once, who finds the measured demo map behind it", async () => {
  const browser = await openBrowser();
  const { page, context } = await openWindow(browser);
  const door = doorPage(page, "fr");
  await door.becomeOwner(product.ownerLink ?? "", owner);
  await page.getByRole("link", { name: /Rénover sa cuisine/ }).click();
  await page
    .getByRole("grid")
    .getByRole("button", { name: /^Suivi de livraison, .*\. CSAT \d\d\s%, n \d+, intervalle à 95\s% de / })
    .waitFor();
  await page.getByRole("heading", { name: wordsOf("fr", "insight")("priorities") }).waitFor();

  await context.clearCookies();
  await page.goto(product.ownerLink ?? "");
  await page.getByRole("link", { name: wordsOf("fr", "workspace")("signIn") }).click();
  await door.signIn(owner);
  await page.getByRole("navigation", { name: t("mainNavigation") }).waitFor();
  expect(page.url()).toMatch(/\/w\/[0-9a-f-]+\/journeys$/);
});
