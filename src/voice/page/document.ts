import { follow } from "#collect/follow.ts";
import { isAsked } from "#collect/is-asked.ts";
import { proveForm } from "#collect/prove-form.ts";
import { prove } from "#collect/prove.ts";
import { markup, Markup } from "./markup.ts";
import { pageStyle } from "./style.ts";

/** The one style and the one script of every page here, as they stand in it, for the hashes of its content security policy. */
export function pageAssets(): { style: string; script: string } {
  const script = `{const form=document.querySelector("form");(${follow.toString()})(form,${isAsked.toString()});(${proveForm.toString()})(form,${prove.toString()})}`;
  return { style: pageStyle(), script };
}

/** What a page is made of; `from` is whose page it is, e.g. the company's name. */
export interface Sheet {
  language: string;
  title: string;
  from?: string | undefined;
  /** Stands opposite `from`. */
  aside?: Markup | null;
  main: Markup;
  /** Stands below, and a script of this site that runs after the page's own. */
  foot?: Markup | null;
  script?: string | undefined;
  /** Style of this page beside that of all. */
  ownStyle?: string;
  /** Meant to be found by search engines. */
  isPublic?: boolean;
}

/** How a language is written, for `dir`. */
export function directionOf(language: string): "ltr" | "rtl" {
  return ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].includes(language.split("-", 1)[0] ?? "")
    ? "rtl"
    : "ltr";
}

/** A whole page, which asks for nothing else: no font, no picture, no cookie. */
export function documentOf({
  language,
  title,
  from = "",
  aside = null,
  main,
  foot = null,
  script: more,
  ownStyle = "",
  isPublic = false,
}: Sheet): string {
  const { style, script } = pageAssets();
  const head = from === "" && aside === null ? null : markup`<header><span dir="auto">${from}</span>${aside}</header>`;
  return markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isPublic ? null : markup`<meta name="robots" content="noindex">`}
<meta name="referrer" content="same-origin">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style + ownStyle)}</style>
</head>
<body>${head}
<main>${main}</main>${foot}
<script>${new Markup(script)}</script>${more === undefined ? null : markup`<script src="${more}"></script>`}
</body>
</html>
`.text;
}
