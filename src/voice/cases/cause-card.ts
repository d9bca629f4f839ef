import { mask } from "../text/mask.ts";

/** Comments shown as evidence, and the most characters of each. */
const shown = { comments: 5, characters: 200 } as const;

/** What cases say for a cause: how many they are, and their latest comments without personal data. */
export function evidenceOf(cases: number, comments: readonly string[], locale: "fr" | "en"): string {
  const plural = cases > 1 ? "s" : "";
  const head =
    locale === "fr"
      ? `${cases} dossier${plural} clos avec cette cause`
      : `${cases} case${plural} closed with this cause`;
  const quotes = comments
    .filter((comment) => comment !== "")
    .slice(0, shown.comments)
    .map((comment) => quoted(mask(comment).text, locale));
  return [head, ...quotes].join("\n");
}

function quoted(comment: string, locale: "fr" | "en"): string {
  const line = comment.replace(/\s+/g, " ").trim();
  const short = line.length <= shown.characters ? line : `${line.slice(0, shown.characters).toWellFormed()}…`;
  return locale === "fr" ? `« ${short} »` : `“${short}”`;
}
