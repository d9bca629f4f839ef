import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "playwright-core";

declare global {
  interface Window {
    probe: {
      /** When the items in sight were first drawn; null: not yet. */
      readyAt: number | null;
      /** When the last task of more than 50 ms ended. */
      busyUntil: number;
      /** From each key to the frame that shows it. */
      keys: number[];
    };
  }
}

/** A task longer than this keeps who wants to do something waiting (web.dev, «Time to Interactive»), in milliseconds. */
const quietFor = 1_000;

/** Watches a page from its first moment on: when its items are drawn, until when it is busy, how long keys take. */
export async function watch(page: Page, isReady: () => boolean): Promise<void> {
  await page.addInitScript(watching(isReady));
}

/** The script that watches. */
export function watching(isReady: () => boolean): string {
  return `
    window.probe = { readyAt: null, busyUntil: 0, keys: [] };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.probe.busyUntil = startTime + duration;
    }).observe({ type: "longtask", buffered: true });
    const isReady = ${isReady.toString()};
    const look = () => {
      if (!isReady()) setTimeout(look, 20);
      else requestAnimationFrame(() => setTimeout(() => (window.probe.readyAt = performance.now())));
    };
    addEventListener("DOMContentLoaded", look);
    addEventListener("keydown", ({ timeStamp }) => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => window.probe.keys.push(performance.now() - timeStamp);
      requestAnimationFrame(() => painted.port2.postMessage(null));
    }, { capture: true });
  `;
}

/** Of a page that is watched: when its items were drawn and a quiet second began, in milliseconds; null before that. */
export const interactiveAt = `(() => {
  const { readyAt, busyUntil } = window.probe ?? { readyAt: null };
  const at = Math.max(readyAt, busyUntil);
  return readyAt !== null && performance.now() - at > ${quietFor} ? at : null;
})()`;

/** Milliseconds from the beginning of the navigation until the items in sight are drawn and a quiet second began. */
export async function timeToInteractive(page: Page): Promise<number> {
  const at = await page.waitForFunction(interactiveAt, undefined, { timeout: 120_000 });
  return Number(await at.jsonValue());
}

/** What a gesture cost. */
export interface GestureCost {
  /** Milliseconds from one frame that the page's compositor drew to the next: the mean, and the longest. */
  frame: number;
  longest: number;
  /** Milliseconds of processor time of the main thread a second of the gesture. */
  work: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Does a gesture and reads from Chromium's own trace which frames were drawn meanwhile. */
export async function gesture(cdp: CDPSession, act: () => Promise<void>): Promise<GestureCost> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  cdp.on("Tracing.dataCollected", collect);
  await cdp.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["cc", "toplevel", "blink.user_timing"], excludedCategories: ["*"] },
  });
  const begin = performance.now();
  await act();
  const duration = performance.now() - begin;
  const complete = new Promise((done) => cdp.once("Tracing.tracingComplete", done));
  await cdp.send("Tracing.end");
  await complete;
  cdp.off("Tracing.dataCollected", collect);
  return costOf(events, duration);
}

function costOf(events: readonly TraceEvent[], duration: number): GestureCost {
  const draws = events.filter(({ name, ph }) => name === "ProxyImpl::ScheduledActionDraw" && ph === "X");
  const page = mostCommon(draws.map(({ pid }) => pid));
  const times = draws.filter(({ pid }) => pid === page).map(({ ts }) => ts / 1000);
  const sorted = times.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, index) => time - (sorted[index] ?? time));
  const main = events.find(
    ({ name, pid, args }) => name === "thread_name" && pid === page && args?.name === "CrRendererMain",
  )?.tid;
  const work = events
    .filter(
      ({ name, ph, pid, tid }) =>
        name === "ThreadControllerImpl::RunTask" && ph === "X" && pid === page && tid === main,
    )
    .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  return { frame: duration / Math.max(1, sorted.length), longest: Math.max(...gaps), work: work / (duration / 1000) };
}

function mostCommon(values: readonly number[]): number | undefined {
  return [...Map.groupBy(values, (value) => value)].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0];
}

/** What typing cost, a figure a key. */
export interface TypingCost {
  /** From the key to the frame that shows it, as the page sees it. */
  toPaint: number[];
  /** Script, style and layout of the main thread, in its own processor time. */
  script: number[];
}

/** Types into whatever has the focus, a key each tenth of a second. */
export async function type(page: Page, cdp: CDPSession, keys: string): Promise<TypingCost> {
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate(() => window.probe.keys.splice(0));
  const script: number[] = [];
  for (const key of keys) {
    const before = await scriptTime(cdp);
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
    script.push((await scriptTime(cdp)) - before);
  }
  return { toPaint: await page.evaluate(() => window.probe.keys), script };
}

async function scriptTime(cdp: CDPSession): Promise<number> {
  const metrics = new Map((await cdp.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  const seconds = (name: string) => metrics.get(name) ?? 0;
  return 1000 * (seconds("ScriptDuration") + seconds("LayoutDuration") + seconds("RecalcStyleDuration"));
}

/** Megabytes of the heaps of script and document after the garbage was collected. */
export async function heaps(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.enable");
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send("Runtime.getHeapUsage");
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1024 / 1024;
}

/** Megabytes that the process of the one page there is shares with no other process. */
export async function memory(browser: Browser): Promise<number> {
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send("SystemInfo.getProcessInfo");
  await root.detach();
  // A spare renderer waits beside it, which holds less.
  return Math.max(...processInfo.filter(({ type: kind }) => kind === "renderer").map(({ id }) => privateMemory(id)));
}

function privateMemory(process: number): number {
  const said = readFileSync(`/proc/${process}/smaps_rollup`, "utf8");
  const kilobytes = said.matchAll(/^Private_\w+:\s+(\d+) kB/gm).map(([, size]) => Number(size));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
