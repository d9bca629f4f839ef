import type { Browser, CDPSession } from "playwright-core";
import { launchChromium } from "../e2e/chromium.ts";
import { startProduct } from "../e2e/product.ts";
import type { Contender, Point } from "./map-editor/contender.ts";
import { openExcalidraw } from "./map-editor/excalidraw.ts";
import { size } from "./map-editor/items.ts";
import { openParcours } from "./map-editor/parcours.ts";
import { gesture, heaps, memory, timeToInteractive, type, watch } from "./map-editor/probe.ts";
import { median, printReport } from "./report.ts";

/**
 * The same 3,000 items as our map (60 steps × 15 lanes) and as notes in Excalidraw (npm, MIT), in one Chromium, by turns,
 * each in a fresh window of 1280 × 800 without cache. Ours is the whole product with its server, signed in, saving as one
 * works; the peer is its React component alone, in a page that fetches the scene and saves nothing.
 *
 * - time to interactive: from the navigation until the editor has all items, those in sight are drawn, and the first
 *   quiet second begins (no task over 50 ms). Either editor draws what is out of sight later
 * - frame: the mean time between two frames that the page's compositor drew, out of Chromium's trace, during one
 *   gesture; at best 16.7 ms. `work`: the main thread's processor time a second of the gesture
 * - key to paint: from the key's time stamp until the frame that shows it was made
 * - script a key: script, style and layout of the main thread after a key, in its own processor time
 * - memory: what the process of the page holds for itself after a garbage collection, bitmaps and compiled code
 *   included; and the part of it that are the heaps of script and document, where a drawn canvas does not count
 *
 *   node bench/map-editor.ts [turns = 5]
 */
const turns = Number(process.argv[2] ?? 5);
const viewport = { width: 1280, height: 800 };
/** Between two windows, in milliseconds. */
const rest = 1_500;
const sentence = "And then nobody called me back.";

interface Figures {
  open: number;
  scrollFrame: number;
  scrollWork: number;
  dragFrame: number;
  dragWork: number;
  keyToPaint: number;
  keyScript: number;
  keyScriptMost: number;
  memory: number;
  heaps: number;
}

const questions: [keyof Figures, string, string][] = [
  ["open", "time to interactive", "ms"],
  ["scrollFrame", "frame while scrolling", "ms"],
  ["scrollWork", "main thread while scrolling", "ms/s"],
  ["dragFrame", "frame while dragging an item", "ms"],
  ["dragWork", "main thread while dragging an item", "ms/s"],
  ["keyToPaint", "key to paint, median of a sentence", "ms"],
  ["keyScript", "script a key, median of a sentence", "ms"],
  ["keyScriptMost", "script a key, most of a sentence", "ms"],
  ["memory", "memory", "MB"],
  ["heaps", "heaps of script and document", "MB"],
];

const product = await startProduct({ demo: false });
const browser = await launchChromium();
try {
  const peer = await openExcalidraw(browser);
  const contenders = [await openParcours(product), peer];
  const taken = new Map(contenders.map(({ name }) => [name, [] as Figures[]]));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const contender of contenders) {
      const figures = await measure(browser, contender);
      // The first turn warms up and does not count.
      if (turn > 0) taken.get(contender.name)?.push(figures);
    }
  }
  for (const [key, title, unit] of questions) {
    const [ours, theirs] = [...taken].map(([name, all]) => ({ name, values: all.map((figures) => figures[key]) }));
    if (ours !== undefined && theirs !== undefined)
      printReport({ title: `${title}, ${size.cards} items`, unit, better: "less" }, ours, theirs);
  }
  peer.close();
} finally {
  await browser.close();
  await product.stop();
}

async function measure(browser: Browser, contender: Contender): Promise<Figures> {
  const { url, storageState, isReady, itemAt, startTyping } = contender;
  const context = await browser.newContext({ viewport, ...(storageState === undefined ? {} : { storageState }) });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await watch(page, isReady);
  // What closing the window before left to do is not this one's.
  await new Promise((next) => setTimeout(next, rest));
  await page.goto(url, { waitUntil: "commit" });
  const open = await timeToInteractive(page);
  const heapsHeld = await heaps(cdp);
  const held = await memory(browser);
  const scroll = (xDistance: number, yDistance: number) =>
    cdp.send("Input.synthesizeScrollGesture", {
      x: 600,
      y: 450,
      xDistance,
      yDistance,
      speed: 1500,
      gestureSourceType: "mouse",
    });
  const scrolling = await gesture(cdp, async () => {
    await scroll(0, -1500);
    await scroll(-1500, 0);
    await scroll(1500, 1500);
  });
  const item = await itemAt(page);
  const dragging = await gesture(cdp, () => drag(cdp, item));
  await startTyping(page, await itemAt(page));
  const typing = await type(page, cdp, sentence);
  await context.close();
  return {
    open,
    scrollFrame: scrolling.frame,
    scrollWork: scrolling.work,
    dragFrame: dragging.frame,
    dragWork: dragging.work,
    keyToPaint: median(typing.toPaint),
    keyScript: median(typing.script),
    keyScriptMost: Math.max(...typing.script),
    memory: held,
    heaps: heapsHeld,
  };
}

/** Takes an item, moves it about for a second and a half at 60 moves a second, and puts it back where it was. */
async function drag(cdp: CDPSession, from: Point): Promise<void> {
  const send = (kind: "mousePressed" | "mouseMoved" | "mouseReleased", { x, y }: Point) =>
    cdp.send("Input.dispatchMouseEvent", { type: kind, x, y, button: "left", buttons: 1, clickCount: 1 });
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...from });
  await send("mousePressed", from);
  const moves: Promise<unknown>[] = [];
  const steps = 90;
  for (let step = 1; step <= steps; step += 1) {
    const turn = (2 * Math.PI * step) / steps;
    moves.push(send("mouseMoved", { x: from.x + 150 * Math.sin(turn), y: from.y + 150 - 150 * Math.cos(turn) }));
    await new Promise((next) => setTimeout(next, 1000 / 60));
  }
  await Promise.all(moves);
  await send("mouseReleased", from);
}
