import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { repository, runTool } from "./execute.ts";
import { readTotals, totalsVariable } from "./test-totals.ts";

/** A small project of its own whose tests Vitest runs with our reporter. */
function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "parcours-reporter-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const config = `import { TotalsReporter } from "${repository}/tools/test-reporter.ts";
export default { test: { reporters: [new TotalsReporter()] } };`;
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(root, "vitest.config.ts"), config);
  for (const [name, source] of Object.entries(files)) writeFileSync(join(root, "src", name), source);
  return root;
}

const run = (root: string, totals?: string) =>
  runTool("vitest", ["run", "--root", root], { env: { [totalsVariable]: totals } });

const good = `import { test } from "vitest"; test("it holds", () => {}); test.skip("later", () => {});`;
const bad = `import { expect, test } from "vitest"; test("it fails", () => expect(1).toBe(2));`;
const unreadable = `import "./nowhere.ts";`;

test("[H5] the last line says how many tests passed and failed; a file that cannot be read has failed", async () => {
  const { code, output } = await run(project({ "a.test.ts": good, "b.test.ts": bad, "c.test.ts": unreadable }));
  expect(output.trimEnd().split("\n").at(-1)).toBe("1 passed, 2 failed");
  expect(code).not.toBe(0);
});

test("[H5] several runs are summed where somebody asks for it, and without a test a run fails", async () => {
  const root = project({ "a.test.ts": good });
  const totals = join(root, "totals");
  const runs = [await run(root, totals), await run(root, totals), await run(project({}), totals)];
  expect(readTotals(totals)).toEqual({ passed: 2, failed: 0 });
  expect(runs.map(({ code }) => code === 0)).toEqual([true, true, false]);
});
