import { join, resolve } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";
import { launchChromium } from "./chromium.ts";

/** Where a page that a test failed on is kept as a picture. */
const pictures = resolve(import.meta.dirname, "../dist/e2e");

/** The machine's own Chromium, closed at the end of the test file. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchChromium();
  afterAll(() => browser.close());
  return browser;
}

/** A window of its own for one test: other cookies, other storage. Anything the page complains about fails the test. */
export async function openWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "fr-FR",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource|WebSocket connection/.test(message.text()))
      complaints.push(message.text());
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") {
      const picture = join(pictures, `${task.id}-${context.browser()?.contexts().indexOf(context)}.png`);
      await page.screenshot({ path: picture }).catch(() => undefined);
      console.error([`It stood at ${page.url()}: ${picture}`, ...complaints].join("\n"));
    }
    await context.close();
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join("\n")}`);
  });
  return { page, context };
}
