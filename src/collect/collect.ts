import { enhance } from "./enhance.ts";

/** Sites may ask that markup passes a named policy (W3C Trusted Types); TypeScript does not know it yet. */
declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
    };
  }
}

/** The script that sites put on their pages: each link to a survey that is marked asks right there. */
function start(): void {
  const policy = window.trustedTypes?.createPolicy("parcours", { createHTML: (html) => html });
  const trust = (html: string) => policy?.createHTML(html) ?? html;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-parcours]")) enhance(link, trust);
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
