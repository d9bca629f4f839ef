import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { urlOf } from "#ui/call.ts";
import { inspect, overflow } from "./accessibility.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { writeOlistFiles } from "./olist-files.ts";
import { importPage } from "./pages/import.ts";
import { voicePage } from "./pages/voice.ts";
import { visit } from "./visitor.ts";
import { type Locale, wordsOf } from "./words.ts";

interface Screen {
  name: string;
  /** Its path, with the ids of the demo as `:name`. */
  path: string;
  /** What makes it complete: axe waits for it, in each look. */
  ready?: (page: Page) => Promise<unknown>;
  /** What is done on it first. */
  act?: (page: Page, locale: Locale) => Promise<unknown>;
  /** Seen by whoever is not signed in. */
  outside?: boolean;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();
const figures = (page: Page) =>
  page
    .getByText(/\bn\s\d/)
    .first()
    .waitFor();
const map = "/w/:workspaceId/journeys/:journeyId";

const screens: Screen[] = [
  { name: "setup", path: "/setup?token=spent", outside: true },
  { name: "sign-in", path: "/sign-in", outside: true },
  { name: "invitation", path: "/invitation?token=spent", outside: true },
  { name: "a place that does not exist", path: "/nowhere", outside: true },
  { name: "journeys", path: "/w/:workspaceId/journeys" },
  { name: "map", path: map, ready: figures },
  { name: "touchpoint on the map", path: `${map}?touchpoint=:placementId`, ready: figures },
  ...(["table", "matrix", "channels", "story", "present"] as const).map((view) => ({
    name: `map as ${view}`,
    path: `${map}?view=${view}`,
    ready: view === "present" ? (page: Page) => page.getByRole("dialog").waitFor() : heading,
  })),
  ...(["warnings", "comments", "versions", "framing", "share"] as const).map((panel) => ({
    name: `map beside its ${panel}`,
    path: `${map}?panel=${panel}`,
    ready: figures,
  })),
  { name: "a card of the map", path: `${map}?panel=card&item=card:wait-irritant-1`, ready: figures },
  { name: "map with steps as rows", path: `${map}?orientation=rows`, ready: figures },
  { name: "new journey", path: "/w/:workspaceId/journeys/new" },
  {
    name: "placing a touchpoint",
    path: map,
    ready: (page) => page.getByRole("dialog").waitFor(),
    act: (page, locale) => placeTouchpoint(page, locale),
  },
  {
    name: "asking at a touchpoint",
    path: `${map}?touchpoint=:placementId`,
    ready: (page) => page.getByRole("dialog").locator("iframe").waitFor(),
    act: (page, locale) => voicePage(page, locale).ask(),
  },
  { name: "voice", path: "/w/:workspaceId/voice" },
  {
    name: "what comments say",
    path: "/w/:workspaceId/voice/comments",
    ready: (page) => page.getByRole("listitem").locator("blockquote").first().waitFor(),
  },
  ...(
    ["reviews", "suspicious", "invitations", "alerts", "interviews", "promoters", "cases", "cases/settings"] as const
  ).map((place) => ({
    name: `voice, ${place}`,
    path: `/w/:workspaceId/voice/${place}`,
  })),
  {
    name: "measures",
    path: "/w/:workspaceId/measures",
    ready: (page) => page.getByRole("table").first().waitFor(),
  },
  { name: "touchpoints", path: "/w/:workspaceId/touchpoints" },
  { name: "imports", path: "/w/:workspaceId/imports" },
  { name: "new import", path: "/w/:workspaceId/imports/new" },
  {
    name: "import being prepared",
    path: "/w/:workspaceId/imports/new",
    act: (page, locale) => importPage(page, locale).choose(writeOlistFiles().files),
  },
  {
    name: "import that is over",
    path: "/w/:workspaceId/imports",
    act: (page) => page.getByRole("table").getByRole("link").first().click(),
  },
  { name: "settings", path: "/w/:workspaceId/settings" },
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
    async ({ path, act, ready = heading, outside = false }) => {
      const visitor = await visit(product, locale);
      const demo = await visitor.demo();
      const { page } = await openWindow(browser, {
        locale: locale === "fr" ? "fr-FR" : "en-GB",
        ...(outside ? {} : { storageState: product.signedIn }),
      });
      await page.goto(product.url + urlOf(path, demo));
      await act?.(page, locale);
      for (const { colorScheme, viewport } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await ready(page);
        await settled(page, colorScheme);
        const look = `${colorScheme}, ${viewport.width} pixels`;
        const { rules, problems } = await inspect(page);
        expect(problems, look).toEqual([]);
        expect(rules).toBeGreaterThan(0);
        expect(await overflow(page), look).toBeLessThanOrEqual(0);
      }
    },
  );
});

async function placeTouchpoint(page: Page, locale: Locale): Promise<void> {
  const t = wordsOf(locale, "journey");
  await figures(page);
  await page.getByRole("button", { name: t("add"), exact: true }).click();
  await page.getByRole("menuitem", { name: t("addTouchpoint"), exact: true }).click();
}

/** A change of theme runs through the page as transitions, however short; axe must see its end. */
async function settled(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.waitForFunction(
    (scheme) =>
      document.documentElement.dataset["mantineColorScheme"] === scheme &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
    colorScheme,
    { polling: 100 },
  );
}
