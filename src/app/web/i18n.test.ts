import { expect, test } from "vitest";
import { en } from "#ui/words.en.ts";
import { createI18n } from "./i18n.ts";

test("[U5] French counts one, two and a million in words of its own", async () => {
  const t = (await createI18n("fr")).getFixedT(null, "activity");
  expect([1, 2, 1_000_000].map((count) => t("quarantine.title", { count, n: count }))).toEqual([
    "1 ligne en quarantaine",
    "2 lignes en quarantaine",
    "1000000 lignes en quarantaine",
  ]);
});

test("[U3] the words of another language come when it is chosen", async () => {
  const i18n = await createI18n("fr");
  expect(i18n.hasResourceBundle("en", "ui")).toBe(false);
  await i18n.changeLanguage("en");
  expect(i18n.t("close")).toBe(en["close"]);
});

test("[U3] every error that has a sentence has a remedy, and the other way round", () => {
  const family = (name: string) =>
    Object.keys(en).flatMap((key) => (key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : []));
  expect(family("error").length).toBeGreaterThan(10);
  expect(family("error")).toEqual(family("remedy"));
});
