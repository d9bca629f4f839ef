import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import plugin from "./layers.ts";

const repository = resolve(import.meta.dirname, "../..");
const house = mkdtempSync(join(tmpdir(), "parcours-house-"));
afterAll(() => rmSync(house, { recursive: true }));

/** Rule → files that break it, by their path below src/. */
const violations: Record<string, Record<string, string>> = {
  "pure-heart": {
    "journey/rules.ts": `import { readFileSync } from "node:fs"; export const text = readFileSync("x");`,
    "journey/model.ts": `import { createDatabase } from "#platform/database.ts"; export const database = createDatabase();`,
    "insight/scores.ts": `export { measure } from "./server/queries.ts";`,
    "voice/api.ts": `import { getJourney } from "#journey/index.ts"; export const get = getJourney;`,
  },
  "sides-apart": {
    "journey/server/routes.ts": `import { map } from "../web/map.tsx"; export const drawn = map;`,
    "journey/web/map.tsx": `import { getJourney } from "../index.ts"; export const get = getJourney;`,
    "insight/web/panel.tsx": `import { join } from "node:path"; export const at = join("a");`,
    "ui/call.ts": `import { readConfig } from "#platform/config.ts"; export const config = readConfig;`,
    "collect/tag.ts": `import { z } from "zod"; export const text = z.string();`,
  },
  "room-doors": {
    "insight/server/queries.ts": `import { findJourney } from "#journey/server/queries.ts"; export const find = findJourney;`,
    "journey/server/commands.ts": `import { measure } from "#insight/index.ts"; export const taken = measure;`,
    "insight/web/list.tsx": `import { Map } from "#journey/web/index.ts"; export const Drawn = Map;`,
    "activity/web/wizard.tsx": `import { Picker } from "#touchpoint/web/picker.tsx"; export const Chosen = Picker;`,
  },
  "foundations-first": {
    "platform/jobs.ts": `import { runImport } from "#activity/index.ts"; export const run = runImport;`,
    "ui/figure.tsx": `import type { Score } from "#insight/model.ts"; export type Shown = Score;`,
    "activity/server/jobs.ts": `import { startServer } from "#app/server.ts"; export const start = startServer;`,
    "workspace/server/policy.ts": `import { testStores } from "#testing/stores.ts"; export const stores = testStores;`,
  },
  "no-store-in-routes": {
    "touchpoint/server/routes.ts": `export const list = (deps: any) => deps.db.selectFrom("touchpoint").execute();`,
    "activity/server/policy.ts": `export const count = (deps: any) => deps.clickhouse.query({ query: "SELECT 1" });`,
  },
  "short-route": {
    "workspace/server/routes.ts": `export function register(routes: any) {\n  routes.handle({}, {\n${"    // work\n".repeat(40)}  });\n}`,
  },
  "no-ambient": {
    "voice/rules.ts": `export const today = () => new Date();`,
    "voice/score.ts": `export const now = () => Date.now();`,
    "persona/rules.ts": `export const dice = () => Math.random();`,
    "strategy/rules.ts": `export const title = () => document.title;`,
    "strategy/model.ts": `export const port = process.env["PORT"];`,
  },
  "no-module-state": {
    "initiative/server/counter.ts": `let count = 0; export const next = () => ++count;`,
  },
};

/** What the same rules must leave alone. */
const lawful: Record<string, string> = {
  "committee/model.ts": `import { z } from "zod"; export const Member = z.object({ at: z.date() });`,
  "committee/rules.ts": `import type { Member } from "./model.ts"; export const titled = (document: { title: string }, at: number) => [document.title, new Date(at)]; export type Given = Member;`,
  "committee/api.ts": `import { route } from "#platform/http/route.ts"; import { Member } from "./model.ts"; export const get = route(Member);`,
  "committee/server/queries.ts": `import { findJourney } from "#journey/index.ts"; export const find = (deps: any) => deps.db.selectFrom("a").where(findJourney);`,
  "committee/server/rows.test.ts": `import { testStores } from "#testing/stores.ts"; export const stores = testStores;`,
  "committee/web/screen.tsx": `import { Map } from "#journey/web/index.ts"; import { call } from "#ui/call.ts"; import type { Member } from "../model.ts"; export const all = [Map, call]; export type Given = Member;`,
  "ui/client.ts": `import type { Route } from "#platform/http/route.ts"; export type Given = Route;`,
  "app/server.ts": `import { getJourney } from "#journey/index.ts"; export const get = getJourney;`,
};

function lint(
  folder: string,
  config: string,
): { files: number; found: { file: string; rule: string; message: string }[] } {
  const run = spawnSync(
    join(repository, "node_modules/.bin/oxlint"),
    ["--config", config, "--format", "json", folder],
    {
      cwd: dirname(folder),
      encoding: "utf8",
    },
  );
  const { diagnostics, number_of_files: files } = JSON.parse(run.stdout) as {
    number_of_files: number;
    diagnostics: { filename: string; code: string; message: string }[];
  };
  return {
    files,
    found: diagnostics.map(({ filename, code, message }) => ({
      file: filename.slice(filename.lastIndexOf("src/") + "src/".length),
      rule: /^house\((.+)\)$/.exec(code)?.[1] ?? code,
      message,
    })),
  };
}

function onlyHouseRules(): string {
  const config = join(house, "house.json");
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`house/${rule}`, "error"]));
  const jsPlugins = [join(repository, "tools/lint/layers.ts")];
  writeFileSync(
    config,
    JSON.stringify({
      plugins: [],
      categories: { correctness: "off" },
      env: { builtin: true, browser: true, node: true },
      jsPlugins,
      rules,
    }),
  );
  return config;
}

function write(name: string, files: Record<string, string>): string {
  const folder = join(house, name, "src");
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  return folder;
}

const broken = Object.assign({}, ...Object.values(violations)) as Record<string, string>;
const foundInBroken = lint(write("broken", broken), onlyHouseRules());

test("[H2] every rule of the house has a violation it is tried on", () => {
  expect(Object.keys(violations).toSorted()).toEqual(Object.keys(plugin.rules).toSorted());
});

test.each(
  Object.entries(violations).flatMap(([rule, files]) => Object.keys(files).map((file) => [rule, file] as const)),
)("[H2] %s fires on src/%s, and nothing else does", (rule, file) => {
  const fired = foundInBroken.found.filter((each) => each.file === file);
  expect(fired.map((each) => each.rule)).toEqual([rule]);
});

test("[H2] the rules leave lawful imports alone", () => {
  const { files, found } = lint(write("lawful", lawful), onlyHouseRules());
  expect(found).toEqual([]);
  expect(files).toBe(Object.keys(lawful).length);
});

test("[H1] the product itself keeps the rules, and there is something to keep", () => {
  const { files, found } = lint(join(repository, "src"), onlyHouseRules());
  expect(found).toEqual([]);
  expect(files).toBeGreaterThan(0);
  const listed = execFileSync("git", ["ls-files", "src/*.ts", "src/*.tsx"], { cwd: repository, encoding: "utf8" });
  expect(files).toBeGreaterThanOrEqual(listed.trim().split("\n").length);
});
