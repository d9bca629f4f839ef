/** The languages of an `Accept-Language` header (RFC 9110 §12.5.4), the most wanted first. */
export function wantedLanguages(header: string | undefined): string[] {
  return (header ?? "")
    .split(",")
    .map((wish) => {
      const [language = "", weight] = wish.split(";q=", 2);
      return { language: language.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => language !== "" && language !== "*" && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}
