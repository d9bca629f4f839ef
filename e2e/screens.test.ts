import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { visit } from "./visitor.ts";
import type { Locale } from "./words.ts";

interface Screen {
  name: string;
  /** Path of the screen, below the demo's workspace unless it starts with a slash. */
  path: string;
  /** What makes it complete: the axe run waits for it. */
  ready: (page: Page) => Promise<unknown>;
  outside?: boolean;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();

const screens: Screen[] = [
  { name: "setup", path: "/setup?token=spent", ready: heading, outside: true },
  { name: "sign-in", path: "/sign-in", ready: heading, outside: true },
  { name: "invitation", path: "/invitation?token=spent", ready: heading, outside: true },
  { name: "journeys", path: "journeys", ready: heading },
  { name: "touchpoints", path: "touchpoints", ready: heading },
  { name: "imports", path: "imports", ready: heading },
  { name: "new import", path: "imports/new", ready: heading },
  { name: "settings", path: "settings", ready: heading },
  { name: "a place that does not exist", path: "/nowhere", ready: heading },
];
const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ].map((viewport) => ({ colorScheme, viewport })),
);

const product = inject("product");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

describe.each(["fr", "en"] as const)("in %s", (locale) => {
  test.each(screens)(
    "[E7] $name: axe finds nothing, and nothing is wider than the window",
    async ({ path, ready, outside = false }) => {
      const visitor = await visit(product, locale);
      const demo = await visitor.demo();
      for (const look of looks) {
        const { page } = await openWindow(browser, windowFor(look, locale, outside));
        await page.goto(`${product.url}${path.startsWith("/") ? "" : `/w/${demo}/`}${path}`);
        await ready(page);
        const { rules, problems } = await inspect(page);
        expect(problems, JSON.stringify(look)).toEqual([]);
        expect(rules).toBeGreaterThan(0);
        expect(await overflow(page), JSON.stringify(look)).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    },
  );
});

function windowFor(look: (typeof looks)[number], locale: Locale, outside: boolean): BrowserContextOptions {
  return {
    ...look,
    locale: locale === "fr" ? "fr-FR" : "en-GB",
    ...(outside ? {} : { storageState: product.signedIn }),
  };
}
