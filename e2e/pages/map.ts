import type { Locator, Page } from "playwright-core";
import { type Locale, wordsOf } from "../words.ts";

/** The map of a journey. */
export function mapPage(page: Page, locale: Locale) {
  const t = wordsOf(locale, "journey");
  const grid = page.getByRole("grid");
  const bar = page.getByRole("banner");
  const text = (shown: string) => grid.getByText(shown, { exact: true });
  const field = (label: string) => grid.getByRole("textbox", { name: label });
  return {
    grid,
    text,
    /** Cells, heads and items are found by what they say, as a reader finds them. */
    head: (name: string): Locator => grid.getByRole("columnheader", { name }),
    async open(url: string): Promise<void> {
      await page.goto(url);
      await grid.waitFor();
    },
    async rename(from: string, to: string): Promise<void> {
      await text(from).dblclick();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(to);
      await page.keyboard.press("Enter");
      await text(to).waitFor();
    },
    async addCard(lane: string, step: string, words: string): Promise<void> {
      await grid.getByRole("button", { name: t("addCardAt", { lane, step }) }).click();
      await field(t("card")).fill(words);
      await field(t("card")).press("Enter");
      await text(words).waitFor();
    },
    async addStep(name: string): Promise<void> {
      await page.getByRole("button", { name: t("addStepAfter") }).click();
      await field(t("step")).fill(name);
      await field(t("step")).press("Enter");
      await text(name).waitFor();
    },
    async act(on: string, deed: string): Promise<void> {
      await grid.getByRole("button", { name: t("itemMenu", { name: on }), exact: true }).click();
      await page.getByRole("menuitem", { name: deed }).click();
    },
    undo: () => bar.getByRole("button", { name: t("undo"), exact: true }).click(),
    redo: () => bar.getByRole("button", { name: t("redo"), exact: true }).click(),
    saved: () => page.getByText(t("sync.saved"), { exact: true }).waitFor(),
    offline: () => page.getByText(t("sync.offline"), { exact: true }).waitFor(),
    someoneHere: (name: string) => page.getByRole("img", { name: t("personHere", { name }) }).waitFor(),
  };
}
