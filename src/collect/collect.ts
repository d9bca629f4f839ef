import { enhance } from "./enhance.ts";
import { trustAs } from "./trust.ts";

/** The script that sites put on their pages: each link to a survey that is marked asks right there. */
function start(): void {
  const trust = trustAs("parcours");
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-parcours]")) enhance(link, trust);
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
