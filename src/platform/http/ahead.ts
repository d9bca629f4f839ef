import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What a page begins with that the page itself does not name. */
export interface Ahead {
  screens: readonly AheadScreen[];
  /** How the path of the source file of each language's words ends; the first where a reader wants none of them. */
  words: ReadonlyMap<string, string>;
}

/** A screen that begins with much code or data: the browser is told of both with the page, not when its script has run. */
export interface AheadScreen {
  /** The addresses of the screen; what its groups find is given to `data`. */
  address: RegExp;
  /** How the path of its source file ends. */
  module: string;
  /** What it asks the API for first, as paths. */
  data: (found: RegExpExecArray) => readonly string[];
}

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
type Manifest = z.output<typeof Manifest>;

/** Answers the `Link` header (RFC 8288) of a page's address for a reader's languages, the most wanted first. */
export function aheadOf(
  webDir: string,
  { screens, words }: Ahead,
): (path: string, languages: readonly string[]) => string {
  const path = join(webDir, ".vite/manifest.json");
  const manifest = existsSync(path) ? Manifest.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
  const known = screens.map((screen) => ({ ...screen, code: linksOf(manifest, screen.module) }));
  const spoken = new Map([...words].map(([language, module]) => [language, linksOf(manifest, module)]));
  const [first = []] = spoken.values();
  return (address, languages) => {
    const links = languages.map((tag) => spoken.get(tag.slice(0, 2))).find((said) => said !== undefined) ?? first;
    for (const { address: pattern, code, data } of known) {
      const found = pattern.exec(address);
      if (found !== null) return [...links, ...code, ...data(found).map(dataLink)].join(", ");
    }
    return links.join(", ");
  };
}

/** Its script and styles with those it needs, save what every page begins with; as they will be asked for. */
function linksOf(manifest: Manifest, module: string): string[] {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (key: string | undefined) => {
    const part = manifest[key ?? ""];
    if (part === undefined || part.isEntry || scripts.has(part.file)) return;
    scripts.add(part.file);
    for (const style of part.css) styles.add(style);
    part.imports.forEach(visit);
  };
  visit(Object.keys(manifest).find((key) => key.endsWith(module)));
  return [
    ...[...scripts].map((file) => `</${file}>; rel=modulepreload`),
    ...[...styles].map((file) => `</${file}>; rel=preload; as=style; crossorigin=anonymous`),
  ];
}

/** As `fetch` will ask for it, or the browser would ask twice; after the code that will read it. */
function dataLink(path: string): string {
  return `<${path}>; rel=preload; as=fetch; crossorigin=anonymous; fetchpriority=low`;
}
