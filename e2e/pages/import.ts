import type { Page } from "playwright-core";
import { type Locale, wordsOf } from "../words.ts";

/** The way from files to a measured map. */
export function importPage(page: Page, locale: Locale) {
  const t = wordsOf(locale, "activity");
  return {
    /** Gives files to the screen of a new import, as choosing or dropping them does. */
    async choose(files: string[]): Promise<void> {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: t("chooseFiles") }).click();
      await (await chooser).setFiles(files);
      await page.getByRole("button", { name: t("check"), exact: true }).waitFor();
    },
    /** Counts first, then imports; answers what the count said. */
    async checkAndImport(): Promise<string> {
      await page.getByRole("button", { name: t("check"), exact: true }).click();
      const counts = page.getByRole("region", { name: t("done.wouldBe") });
      const counted = await counts.innerText();
      await page.getByRole("button", { name: t("importNow") }).click();
      await page.getByRole("link", { name: t("done.map") }).waitFor();
      return counted;
    },
    openMap: () => page.getByRole("link", { name: t("done.map") }).click(),
  };
}
