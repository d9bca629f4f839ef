import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** How many tests ended how; a file that could not be read, or an error outside a test, counts as a failed one. */
export interface Totals {
  passed: number;
  failed: number;
}

/** The environment variable that tells a test run where to add its totals, for those who sum several runs. */
export const totalsVariable = "TEST_TOTALS";

export function addTotals(file: string, totals: Totals): void {
  appendFileSync(file, `${JSON.stringify(totals)}\n`);
}

/** The sum over the runs that wrote to this file; zero when none did. */
export function readTotals(file: string): Totals {
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").filter(Boolean) : [];
  const runs = lines.map((line) => JSON.parse(line) as Totals);
  return {
    passed: runs.reduce((sum, run) => sum + run.passed, 0),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
  };
}

/** The last line of every test run, alone on its line, for people and programs. */
export function totalsLine({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`;
}
