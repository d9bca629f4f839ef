import { dateReader } from "#activity/rules/dates.ts";
import { readNumber } from "#activity/rules/numbers.ts";
import { zone } from "#activity/rules/time-zone.ts";
import type { ReviewTable } from "./columns.ts";
import { type QuarantinedReview, type Review, type ReviewField, type ReviewMapping, reviewLimits } from "./model.ts";

/** A review as a file tells it. `id` is its source's, empty when it gives none. */
export interface ReviewDraft extends Omit<Review, "id" | "source" | "touchpointId" | "isPlacedByHand"> {
  sourceId: string;
}

export interface ReadRows {
  drafts: ReviewDraft[];
  quarantine: QuarantinedReview[];
}

/** Google's export spells its stars. */
const spelled = new Map(["one", "two", "three", "four", "five"].map((word, at) => [word, at + 1]));
const day = 86_400_000;
const rawCharacters = 500;
const longestRating = 30;

/** Reads the rows of a table as a mapping says, in a time zone; what is no review comes with its reason. `now`: milliseconds since 1970. */
export function readRows(
  { columns, rows }: ReviewTable,
  mapping: ReviewMapping,
  { timeZone, now }: { timeZone: string; now: number },
): ReadRows {
  const local = zone(timeZone);
  const readers = [dateReader(mapping.dates, local), dateReader("iso", local)];
  const instant = (text: string) => readers.map((read) => read(text)).find((read) => read !== null) ?? null;
  const places = new Map(Object.entries(mapping.columns).map(([field, name]) => [field, columns.indexOf(name)]));
  const drafts: ReviewDraft[] = [];
  const quarantine: QuarantinedReview[] = [];
  for (const { line, cells, isUnreadable } of rows) {
    const cell = (field: ReviewField) => clean(cells[places.get(field) ?? -1] ?? "");
    const refuse = (code: QuarantinedReview["code"], detail = "") =>
      quarantine.push({ line, code, detail, raw: clean(cells.join(" | ")).slice(0, rawCharacters) });
    if (isUnreadable) {
      refuse("row_unreadable");
      continue;
    }
    const rating = ratingOf(cell("rating"));
    const published = instant(cell("publishedAt"));
    if (cell("rating") === "") refuse("rating_missing");
    else if (rating === null) refuse("rating_invalid", cell("rating"));
    else if (cell("publishedAt") === "") refuse("date_missing");
    else if (published === null) refuse("date_invalid", cell("publishedAt"));
    else if (published > now + day) refuse("date_future", cell("publishedAt"));
    else {
      const experienced = instant(cell("experiencedOn"));
      const replied = cell("reply") === "" ? null : instant(cell("repliedAt"));
      drafts.push({
        sourceId: cell("id").slice(0, reviewLimits.urlCharacters),
        rating,
        title: cell("title").slice(0, reviewLimits.titleCharacters),
        text: cell("text").slice(0, reviewLimits.textCharacters),
        author: cell("author").slice(0, reviewLimits.nameCharacters),
        experiencedOn: experienced === null ? null : new Date(local.local(experienced)).toISOString().slice(0, 10),
        publishedAt: new Date(published).toISOString(),
        language: languageOf(cell("language")),
        url: addressOf(cell("url")),
        reply: cell("reply").slice(0, reviewLimits.textCharacters),
        repliedAt: replied === null ? null : new Date(replied).toISOString(),
      });
    }
  }
  return { drafts, quarantine };
}

/** Whole stars out of five, however an export writes them: 4, 4.0, 4/5, FOUR, ★★★★; null for anything else. */
export function ratingOf(text: string): number | null {
  if (text.length > longestRating) return null;
  const drawn = /^[★⭐]+(?=[☆✩]*$)/u.exec(text)?.[0].length ?? null;
  const said = /^(.*?)\s*(?:\/ ?5|stars?|étoiles?)?$/iu.exec(text)?.[1] ?? "";
  const stars =
    drawn ?? spelled.get(said.toLowerCase()) ?? readNumber(said, ".") ?? readNumber(said, ",") ?? Number.NaN;
  return Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : null;
}

/** Only the web's: no other scheme becomes a link. */
function addressOf(text: string): string | null {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && text.length <= reviewLimits.urlCharacters ? url.href : null;
}

function languageOf(text: string): string | null {
  const code = text.replace("_", "-");
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) ? code : null;
}

/** Without NUL and half signs, which no store holds. */
function clean(text: string): string {
  return text.replaceAll("\0", "").replaceAll(/\r\n?/g, "\n").trim().toWellFormed();
}
