/** The languages that a survey is offered in; a program may ask in others. */
export const offered = ["fr", "en", "de", "es", "it", "nl", "pt", "pl", "ar"] as const;

/** Names languages in the language of the screen. */
export function languageNames(locale: string): (tag: string) => string {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return (tag) => names.of(tag) ?? tag;
}
