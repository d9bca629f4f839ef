import type { Page } from "playwright-core";
import type { Asked } from "#voice/model.ts";
import { type Locale, wordsOf } from "../words.ts";

/** Asking at a touchpoint, in its panel beside a map, and what comes of it. */
export function voicePage(page: Page, locale: Locale) {
  const t = wordsOf(locale, "voice");
  const ui = wordsOf(locale, "ui");
  const dialog = page.getByRole("dialog");
  return {
    dialog,
    panel: page.getByRole("region", { name: t("surveys"), exact: true }),
    /** The page as it will be, in the form. */
    preview: page.frameLocator("iframe"),
    ask: () => page.getByRole("button", { name: t("ask") }).click(),
    choose: (metric: Asked) => dialog.getByRole("radio", { name: t(`card.${metric}`) }).click(),
    save: () => dialog.getByRole("button", { name: ui("save") }).click(),
    edit: () => dialog.getByRole("button", { name: t("edit") }).click(),
    close: () => dialog.getByRole("button", { name: ui("close") }).click(),
    qr: dialog.getByRole("img", { name: t("qrOf", { name: "" }) }),
    link: () => dialog.getByRole("textbox", { name: t("link") }).inputValue(),
    count: (name: "answers" | "partial" | "suspicious") =>
      dialog
        .locator("dl > div")
        .filter({ hasText: t(`count.${name}`) })
        .locator("dd"),
  };
}
