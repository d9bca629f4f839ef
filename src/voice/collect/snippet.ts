/** How a link to a survey is to ask on a site's page; its attributes are those that the widget reads. */
export interface Embedding {
  place: "corner" | "here";
  /** Seconds before it opens by itself; null: when it is pressed. */
  delay: number | null;
  /** Percent of the page. */
  scroll: number;
  share: number;
  /** Days. */
  rest: number;
  /** Addresses of the site, with `*` for anything; empty: every page. */
  pages: string;
  mayStore: boolean;
}

export const usualEmbedding: Embedding = {
  place: "corner",
  delay: null,
  scroll: 0,
  share: 100,
  rest: 90,
  pages: "",
  mayStore: true,
};

/** What a site puts into its page: a link that works by itself, and the script that makes it ask right there. */
export function snippetOf(surveyUrl: string, label: string, embedding: Embedding): string {
  const { place, delay, scroll, share, rest, pages, mayStore } = embedding;
  const opens = place === "corner" && delay !== null;
  const said: [name: string, value: string | number, isSaid: boolean][] = [
    ["parcours", place, true],
    ["delay", delay ?? 0, opens],
    ["scroll", scroll, opens && scroll > 0],
    ["share", share, opens && share < 100],
    ["rest", rest, opens && mayStore && rest !== usualEmbedding.rest],
    ["pages", pages.trim().replace(/\s+/g, " "), opens && pages.trim() !== ""],
    ["storage", "none", !mayStore],
  ];
  const attributes = said
    .filter(([, , isSaid]) => isSaid)
    .map(([name, value]) => ` data-${name}="${escaped(String(value))}"`);
  const script = `${surveyUrl.slice(0, surveyUrl.lastIndexOf("/s/"))}/collect.js`;
  return `<a href="${escaped(surveyUrl)}?way=widget"${attributes.join("")}>${escaped(label)}</a>
<script src="${escaped(script)}" async></script>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
