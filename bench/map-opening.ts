import { launchChromium } from "../e2e/chromium.ts";
import { startProduct } from "../e2e/product.ts";
import { openExcalidraw } from "./map-editor/excalidraw.ts";
import { size } from "./map-editor/items.ts";
import { openParcours } from "./map-editor/parcours.ts";
import { plainBrowser } from "./map-editor/plain-browser.ts";
import { compare } from "./report.ts";

/**
 * How long the map of `map-editor.ts` takes to open, and the same notes in Excalidraw, in a browser that nothing but this
 * question is asked of: from the navigation until the items in sight are drawn and the first quiet second begins.
 *
 *   node bench/map-opening.ts [turns = 9]
 */
const turns = Number(process.argv[2] ?? 9);

const product = await startProduct({ demo: false });
const driven = await launchChromium();
const peer = await openExcalidraw(driven);
await driven.close();
const browser = await plainBrowser();
try {
  const ours = await openParcours(product);
  await compare(
    { title: `time to interactive, ${size.cards} items`, unit: "ms", better: "less" },
    turns,
    { name: ours.name, run: () => browser.open(ours) },
    { name: peer.name, run: () => browser.open(peer) },
  );
} finally {
  await browser.close();
  peer.close();
  await product.stop();
}
