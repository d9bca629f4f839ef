import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../tools/browser.ts";

/** Nothing that a browser does by itself, and nothing that needs a screen. */
export const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Launches the machine's own Chromium. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    throw new Error("No Chromium on this machine: `npm test` brings one, CHROME_PATH names one.");
  }
  return chromium.launch({ executablePath, args: quiet });
}
