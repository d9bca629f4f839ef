import type { DateFormat } from "#activity/model.ts";
import { datesOf } from "#activity/rules/sniff.ts";
import type { ReviewField, ReviewMapping, reviewDoubts, ImportedSource } from "./model.ts";

/** A file as a table: names of its columns, and rows with the line they begin on. */
export interface ReviewTable {
  columns: readonly string[];
  rows: readonly ReviewRow[];
}

export interface ReviewRow {
  line: number;
  cells: readonly string[];
  /** What cannot be read at all has this, and its raw text as its only cell. */
  isUnreadable: boolean;
}

/**
 * What columns of review exports are called, in the order of how sure one can be; the exports of Google (Takeout, Play), Apple,
 * Trustpilot, Avis Vérifiés and Olist are among them.
 */
const names: Record<ReviewField, readonly RegExp[]> = {
  id: [/^(review ?|avis ?)?(id|reference)$/, /^(id|identifiant)( de l)?( ?(review|avis))$/, /^name$/],
  rating: [
    /^(review ?)?(stars?|rating|score)$/,
    /^(star ?rating|note|rate|etoiles|nombre d etoiles)$/,
    /rating|etoiles|\bstars\b|\bnote\b|review score/,
  ],
  title: [/^(review ?)?(title|titre)$/, /\b(title|titre)\b/],
  text: [
    /^(review ?)?(text|content|body|comment|message)$/,
    /^(review|avis|commentaire|texte|contenu)$/,
    /(comment|review|avis).*(message|text|content)|commentaire|review body/,
  ],
  author: [
    /^(author|auteur|nickname|pseudo|reviewer|username|user ?name|nom|customer name|client)$/,
    /display ?name|nickname|review username|reviewer name|author|auteur|consumer|firstname|prenom/,
  ],
  experiencedOn: [/experience|date d achat|order date|purchase|date de (la )?commande|visit/],
  publishedAt: [
    /^(review )?(created|creation)( ?(date|time|at))?( utc)?$/,
    /^(date|published|publication)( ?(date|at|de publication))?$/,
    /review.*(created|submit|date)|(date|submit).*(avis|review|publication)|create ?time|publi/,
  ],
  language: [/^(review(er)? ?)?(lang(uage)?|langue|locale)$/],
  url: [/\b(url|link|lien)\b/],
  reply: [/(reply|reponse|response).*(text|content|comment|message)/, /^(reply|reponse|response|company reply)$/],
  repliedAt: [/(reply|reponse|response|answer).*(date|time)|date.*(reply|reponse)/],
};
/** Columns that speak of the answer, not of the review. */
const ofReply = /reply|reponse|response|developer|answer/;
const ofDates = new Set<ReviewField>(["publishedAt", "experiencedOn", "repliedAt"]);
const sampled = 200;

/** Which column says what, by the names of the columns; what cannot be told is left to a person. */
export function proposeColumns(
  { columns, rows }: ReviewTable,
  source: ImportedSource,
): { mapping: ReviewMapping; doubts: (typeof reviewDoubts)[number][] } {
  const found: ReviewMapping["columns"] = {};
  const free = new Set(columns);
  for (const field of fieldsInOrder) {
    // Without an answer, «answered at» is when somebody filled in a form.
    if (field === "repliedAt" && found.reply === undefined) continue;
    const column = names[field]
      .flatMap((pattern) => [...free].filter((name) => pattern.test(plain(name)) && isOf(field, name)))
      .find((name) => !ofDates.has(field) || formatsOf(name).length > 0);
    if (column === undefined) continue;
    found[field] = column;
    free.delete(column);
  }
  const formats = found.publishedAt === undefined ? [] : formatsOf(found.publishedAt);
  const doubts: (typeof reviewDoubts)[number][] = [];
  if (found.rating === undefined) doubts.push("rating");
  if (found.publishedAt === undefined) doubts.push("publishedAt");
  if (formats.length > 1) doubts.push("dates");
  return { mapping: { source, columns: found, dates: formats[0] ?? "iso", touchpointId: null }, doubts };

  function formatsOf(column: string): DateFormat[] {
    const at = columns.indexOf(column);
    const cells = rows.slice(0, sampled).map(({ cells: row }) => row[at]?.trim() ?? "");
    return datesOf(cells.filter((cell) => cell !== ""));
  }
}

/** The answer's columns first, since «date» and «text» stand in their names too. */
const fieldsInOrder = [
  "reply",
  "repliedAt",
  "experiencedOn",
  "publishedAt",
  "id",
  "rating",
  "title",
  "text",
  "author",
  "language",
  "url",
] as const satisfies readonly ReviewField[];

function isOf(field: ReviewField, column: string): boolean {
  return field === "reply" || field === "repliedAt" || !ofReply.test(plain(column));
}

/** «reviewer.displayName», «Review_Created (UTC)» and «Réponse» as words without accents. */
function plain(name: string): string {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
