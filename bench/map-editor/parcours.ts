import { request } from "playwright-core";
import { makeOwner } from "../../e2e/people.ts";
import type { Product } from "../../e2e/product.ts";
import type { Contender } from "./contender.ts";
import { benchMap, size } from "./items.ts";

/** Our map of the items, in the product as its user runs it. */
export async function openParcours(product: Product): Promise<Contender> {
  const visitor = await request.newContext({ extraHTTPHeaders: { origin: product.url } });
  await makeOwner(visitor, product.ownerLink ?? "", "en");
  const { workspaces } = await (await visitor.get(`${product.url}/api/v1/session`)).json();
  const journeys = `${product.url}/api/v1/workspaces/${workspaces[0].id}/journeys`;
  const made = await visitor.post(journeys, { data: { name: "Bench", document: benchMap() } });
  if (!made.ok()) throw new Error(`The map was not made: ${await made.text()}`);
  const { id } = await made.json();
  const storageState = await visitor.storageState();
  await visitor.dispose();
  return {
    name: "Parcours",
    url: `${product.url}/w/${workspaces[0].id}/journeys/${id}`,
    storageState,
    // A window of 1280 × 800 shows about 50 of them; the others are there as text until they come near.
    isReady: () => document.querySelectorAll('[role="grid"] [data-ref^="card:"]').length >= 50,
    itemAt: async (page) => {
      const box = await page.locator(`[data-ref="card:item-${size.steps * 15}"]`).boundingBox();
      if (box === null) throw new Error("The item is not on screen.");
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    startTyping: async (page, { x, y }) => {
      await page.mouse.dblclick(x, y);
      await page.locator('[role="grid"] textarea').waitFor();
      await page.keyboard.press("End");
    },
  };
}
