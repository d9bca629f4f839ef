/** How a link of the survey is to ask, as its `data-` attributes say. */
export interface Settings {
  /** In the place of the link, or in a corner of the window. */
  place: "here" | "corner";
  /** Addresses of the site where it opens by itself; none: everywhere. */
  pages: RegExp[];
  /** Seconds to wait, and percent of the page to be scrolled, before it opens by itself; null: only when the link is pressed. */
  delay: number | null;
  scroll: number | null;
  /** Of how many page views in a hundred. */
  share: number;
  /** Days for which it does not open by itself again where it was answered or closed. */
  rest: number;
  /** Whether anything may be kept in the browser; never before somebody has answered or closed it. */
  mayStore: boolean;
  language: string;
  /** What is kept with an answer, as form fields. */
  properties: [name: string, value: string][];
}

const usualRest = 90;

/** Reads the attributes; what cannot be read counts as absent. `language` is that of the page. */
export function readSettings(data: DOMStringMap, language: string): Settings {
  const { parcours, pages = "", delay, scroll, share, rest, storage, lang = language, properties = "" } = data;
  return {
    place: parcours === "here" ? "here" : "corner",
    pages: pages.split(" ").filter(Boolean).map(patternOf),
    delay: number(delay),
    scroll: number(scroll),
    share: number(share) ?? 100,
    rest: number(rest) ?? usualRest,
    mayStore: storage !== "none",
    language: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(lang) ? lang : "",
    properties: [...new URLSearchParams(properties)].map(([name, value]) => [`p_${name}`, value]),
  };
}

/** `*` stands for anything. */
function patternOf(page: string): RegExp {
  return new RegExp(`^${page.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
}

function number(text: string | undefined): number | null {
  return text && Number(text) >= 0 ? Number(text) : null;
}
