import type { Locale } from "#workspace/model.ts";

/** A text of the demo in every language of the product. */
export type Bilingual = Readonly<Record<Locale, string>>;

export function inBoth(fr: string, en: string): Bilingual {
  return { fr, en };
}
