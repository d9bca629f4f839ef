import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contracts } from "#app/contracts.ts";
import { checkRules } from "./check-rules.ts";
import { checkWords } from "./check-words.ts";
import { type Execution, runTool } from "./execute.ts";
import { checkOpenApi } from "./openapi.ts";
import { addTotals, readTotals, totalsLine, totalsVariable } from "./test-totals.ts";

/** What a gate looked at and what it found. */
export interface Finding {
  inspected: number;
  /** What was counted, e.g. "files". */
  of: string;
  /** What is wrong and how to mend it; empty when nothing is. */
  problems: string;
}

/** Every gate of `npm run check`, the slow ones first. */
export const gates: Record<string, () => Promise<Finding> | Finding> = {
  "unit tests": unitTests,
  types,
  lint: async () => counted(await runTool("oxlint", ["--deny-warnings"]), /on (\d+) files/),
  unused: async () => counted(await runTool("knip", knipArguments), /Looked at (\d+) files/),
  format: async () => counted(await runTool("oxfmt", ["--check"]), /on (\d+) files/, "To mend it: npm run format"),
  words: async () => listed(await checkWords(), "words"),
  "rule numbers": () => listed(checkRules(), "rules"),
  "openapi.json": () => listed({ inspected: contracts.length, problems: checkOpenApi() }, "routes"),
};

const knipArguments = [
  "--reporter",
  "symbols",
  "--reporter",
  "./tools/knip-count.ts",
  "--treat-config-hints-as-errors",
];

async function unitTests(): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), "parcours-check-"));
  try {
    const file = join(folder, "totals");
    const run = await runTool("vitest", ["run", "--project", "unit"], { env: { [totalsVariable]: file } });
    const totals = readTotals(file);
    const sum = process.env[totalsVariable];
    if (sum !== undefined) addTotals(sum, totals);
    return {
      inspected: totals.passed + totals.failed,
      of: "tests",
      problems: run.code === 0 ? "" : `${run.output}${totalsLine(totals)}`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function types(): Promise<Finding> {
  const { code, output } = await runTool("tsc", ["--noEmit", "--listFiles"]);
  const { file: files = [], said = [] } = Object.groupBy(output.split("\n"), (line) =>
    line.startsWith("/") ? "file" : "said",
  );
  const own = files.filter((file) => !file.includes("/node_modules/"));
  return { inspected: own.length, of: "files", problems: code === 0 ? "" : said.join("\n") };
}

/** The finding of a tool that says itself how many files it looked at. */
function counted({ code, output }: Execution, count: RegExp, remedy = ""): Finding {
  return {
    inspected: Number(count.exec(output)?.[1] ?? 0),
    of: "files",
    problems: code === 0 ? "" : `${output}\n${remedy}`,
  };
}

function listed({ inspected, problems }: { inspected: number; problems: string[] }, of: string): Finding {
  return { inspected, of, problems: problems.join("\n") };
}
