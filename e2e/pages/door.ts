import type { Page } from "playwright-core";
import type { owner } from "../people.ts";
import { type Locale, wordsOf } from "../words.ts";

/** The screens before one is inside: setup and sign-in. */
export function doorPage(page: Page, locale: Locale) {
  const t = wordsOf(locale, "workspace");
  return {
    async becomeOwner(link: string, { name, email, password }: typeof owner): Promise<void> {
      await page.goto(link);
      await page.getByLabel(t("yourName")).fill(name);
      await page.getByLabel(t("email")).fill(email);
      await page.getByLabel(t("password")).first().fill(password);
      await page.getByRole("button", { name: t("setupAction") }).click();
    },
    async signIn({ email, password }: Pick<typeof owner, "email" | "password">): Promise<void> {
      await page.getByLabel(t("email")).fill(email);
      await page.getByLabel(t("password")).first().fill(password);
      await page.getByRole("button", { name: t("signIn") }).click();
    },
  };
}
