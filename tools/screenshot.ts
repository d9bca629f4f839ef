import { join } from "node:path";
import { launchChromium } from "../e2e/chromium.ts";
import { makeOwner } from "../e2e/people.ts";
import { startProduct } from "../e2e/product.ts";
import { repository } from "./execute.ts";

/** Takes the picture of the README: the demo's map as a first start shows it. */
const product = await startProduct({ demo: true });
const browser = await launchChromium();
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  await makeOwner(page.request, product.ownerLink ?? "", "en");
  await page.goto(product.url);
  await page.getByRole("link", { name: /Renovating a kitchen/ }).click();
  await page
    .getByRole("button", { name: /CSAT \d/ })
    .first()
    .waitFor();
  await page.mouse.move(0, 0);
  const path = join(repository, "docs/pictures/map.png");
  await page.screenshot({ path });
  console.log(path);
} finally {
  await browser.close();
  await product.stop();
}
