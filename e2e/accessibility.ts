import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds against WCAG 2.2 A and AA and its best practices, one line each; `rules` is how many it could apply. */
export async function inspect(page: Page): Promise<{ rules: number; problems: string[] }> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  return {
    rules: passes.length + violations.length,
    problems: violations.flatMap(({ id, help, nodes }) =>
      nodes
        .filter((node) => !isOwnedElsewhere(id, node))
        .map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary ?? ""}`),
    ),
  };
}

/**
 * Axe takes an element for a child of where it is drawn, also when another owns it. What a map whose steps are rows is heard
 * as is read from the browser's own tree instead (U80).
 */
function isOwnedElsewhere(rule: string, { html }: { html: string }): boolean {
  return rule === "aria-required-children" && html.includes('data-orientation="rows"');
}

/** By how many pixels the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
