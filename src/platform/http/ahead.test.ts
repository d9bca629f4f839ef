import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Ahead, aheadOf } from "./ahead.ts";

const ahead: Ahead = {
  screens: [{ address: /^\/maps\/(\w+)$/, module: "map/web/map-screen.tsx", data: ([, id]) => [`/api/v1/maps/${id}`] }],
  words: new Map([
    ["fr", "words/fr.ts"],
    ["en", "words/en.ts"],
  ]),
};

test("[P52] a page's answer names scripts, styles and data that its screen begins with, each once", () => {
  const links = aheadOf(
    built({
      "index.html": { file: "assets/start.js", isEntry: true, css: ["assets/start.css"] },
      "_shared.js": { file: "assets/shared.js", imports: ["index.html"], css: ["assets/shared.css"] },
      "../map/web/map-screen.tsx": {
        file: "assets/map.js",
        imports: ["index.html", "_shared.js", "_dates.js"],
        css: ["assets/map.css"],
      },
      "_dates.js": { file: "assets/dates.js", imports: ["_shared.js"] },
    }),
    ahead,
  );
  expect(links("/maps/one", []).split(", ")).toEqual([
    "</assets/map.js>; rel=modulepreload",
    "</assets/shared.js>; rel=modulepreload",
    "</assets/dates.js>; rel=modulepreload",
    "</assets/map.css>; rel=preload; as=style; crossorigin=anonymous",
    "</assets/shared.css>; rel=preload; as=style; crossorigin=anonymous",
    "</api/v1/maps/one>; rel=preload; as=fetch; crossorigin=anonymous; fetchpriority=low",
  ]);
});

test("[P52] another address, and a web that says nothing of its parts, are told of no code", () => {
  expect(aheadOf(built({}), ahead)("/other", [])).toBe("");
  expect(aheadOf(built(null), ahead)("/maps/one", [])).toBe(
    "</api/v1/maps/one>; rel=preload; as=fetch; crossorigin=anonymous; fetchpriority=low",
  );
});

test("[P52] the words of the language that a reader wants most come with every page", () => {
  const links = aheadOf(
    built({ "words/fr.ts": { file: "assets/fr.js" }, "words/en.ts": { file: "assets/en.js" } }),
    ahead,
  );
  const english = "</assets/en.js>; rel=modulepreload";
  const french = "</assets/fr.js>; rel=modulepreload";
  expect(links("/other", ["de", "en-GB", "fr"])).toBe(english);
  expect(links("/other", ["fr-CA", "en"])).toBe(french);
  expect(links("/other", ["de"])).toBe(french);
});

/** A folder of a built web with this manifest. */
function built(manifest: object | null): string {
  const dir = mkdtempSync(join(tmpdir(), "parcours-web-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  mkdirSync(join(dir, ".vite"));
  if (manifest !== null) writeFileSync(join(dir, ".vite/manifest.json"), JSON.stringify(manifest));
  return dir;
}
