import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { execute, runTool } from "./execute.ts";
import { readTotals, totalsLine, totalsVariable } from "./test-totals.ts";

/** Everything a change must pass, the fast half first; every part runs, so that one run tells all that is wrong. */
const folder = mkdtempSync(join(tmpdir(), "parcours-tests-"));
const file = join(folder, "totals");
const env = { [totalsVariable]: file };
const failed: string[] = [];

await part(
  "the gates",
  async () => (await execute(process.execPath, ["tools/check.ts"], { show: true, env })).code === 0,
);
await part("tests on real stores", () => vitest("stores"));
await part("a browser", async () => {
  const remedy = await ensureBrowser();
  if (remedy !== null) console.log(remedy);
  return remedy === null;
});
if (!failed.includes("a browser")) await part("end-to-end tests", () => vitest("e2e"));

const totals = readTotals(file);
rmSync(folder, { recursive: true });
if (totals.passed === 0) failed.push("no test ran");
console.log(failed.length === 0 ? "\nAll is well." : `\nFailed: ${failed.join(", ")}.`);
console.log(totalsLine(totals));
process.exitCode = failed.length > 0 || totals.failed > 0 ? 1 : 0;

async function part(name: string, run: () => Promise<boolean>): Promise<void> {
  console.log(`\n── ${name} ──`);
  const begin = performance.now();
  if (!(await run())) failed.push(name);
  console.log(`── ${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s`);
}

/** Runs one of the projects of vitest.config.ts; one that has no tests has failed. */
async function vitest(project: string): Promise<boolean> {
  const before = readTotals(file).passed;
  const { code } = await runTool("vitest", ["run", "--project", project], { show: true, env });
  return code === 0 && readTotals(file).passed > before;
}
