import { reviewsStyle } from "./reviews-style.ts";
import { trustAs } from "./trust.ts";

/** What the server says of the reviews behind a link. */
interface ReviewsPiece {
  language: string;
  direction: string;
  title: string;
  html: string;
}

/** Nothing of the page around is inherited but its size of letters. */
const frame = `:host{display:block}section{all:initial;display:block;padding:4px;background:var(--paper);color:var(--ink);font:max(1rem,16px)/1.5 system-ui,sans-serif}
.reviews a{min-height:24px}@media print{nav{display:none!important}}`;

/**
 * Shows the reviews of a company in the place of a link to their page. Whatever goes wrong, it stays that link. Keeps nothing in
 * the browser.
 */
function show(link: HTMLAnchorElement, trust: (html: string) => string): void {
  const page = link.ownerDocument;
  const host = page.createElement("parcours-reviews");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(reviewsStyle(":host") + frame);
  shadow.adoptedStyleSheets = [sheet];
  const section = page.createElement("section");
  section.tabIndex = -1;
  shadow.append(section);

  const draw = async (href: string): Promise<boolean> => {
    const url = new URL(href, link.href);
    url.pathname = url.pathname.replace("/r/", "/reviews/");
    const language = link.dataset["lang"] ?? page.documentElement.lang.slice(0, 2);
    if (!url.searchParams.has("lang") && language !== "") url.searchParams.set("lang", language);
    const answer = await fetch(url, { credentials: "omit" }).catch(() => null);
    if (answer === null || !answer.ok) return false;
    const piece = (await answer.json()) as ReviewsPiece;
    section.lang = piece.language;
    section.dir = piece.direction;
    section.ariaLabel = piece.title;
    section.innerHTML = trust(piece.html);
    return true;
  };
  section.addEventListener("click", (event) => {
    const chosen = (event.target as Element).closest("a");
    if (chosen === null || chosen.closest("nav") === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Whoever reads by ear or by keys is where the new reviews begin.
    void draw(chosen.href).then((isDrawn) => (isDrawn ? section.focus() : page.location.assign(chosen.href)));
  });
  const open = async () => {
    if (!(await draw(link.href))) return;
    link.before(host);
    link.hidden = true;
  };
  void open();
}

function start(): void {
  const trust = trustAs("parcours-reviews");
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-parcours-reviews]")) show(link, trust);
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
