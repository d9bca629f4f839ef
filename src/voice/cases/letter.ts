import type { Locale } from "#workspace/model.ts";

/** The letter to whom a late case is brought. */
export function lateLetter(
  { number, title, url }: { number: number; title: string; url: string },
  locale: Locale,
): { subject: string; text: string } {
  return locale === "fr"
    ? {
        subject: `Dossier ${number} en retard : ${title}`,
        text: `Le dossier ${number} « ${title} » aurait dû être résolu. Un client attend.\n\n${url}\n`,
      }
    : {
        subject: `Case ${number} is late: ${title}`,
        text: `Case ${number} “${title}” should have been resolved by now. A customer is waiting.\n\n${url}\n`,
      };
}
