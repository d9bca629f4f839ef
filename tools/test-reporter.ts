import type { Reporter } from "vitest/node";
import { addTotals, totalsLine, totalsVariable } from "./test-totals.ts";

/** Says how a run of Vitest ended: on the last line, or to whoever sums several runs. */
export class TotalsReporter implements Reporter {
  onTestRunEnd(...[modules, errors]: Parameters<NonNullable<Reporter["onTestRunEnd"]>>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const states = tests.map((each) => each.result().state);
    const unreadable = modules.filter((module) => module.errors().length > 0).length;
    const totals = {
      passed: states.filter((state) => state === "passed").length,
      failed: states.filter((state) => state === "failed").length + unreadable + errors.length,
    };
    const sum = process.env[totalsVariable];
    if (sum === undefined) console.log(totalsLine(totals));
    else addTotals(sum, totals);
  }
}
