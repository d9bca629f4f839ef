import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./execute.ts";

const ruleLine = /^- \*\*([A-Z]+\d+)\*\*/gm;
/** `"[I12] …` or `"[I12, I13] …`: a test's name that begins with the numbers of its rules. */
const citation = /["'`]\[([A-Z]+\d+(?:, ?[A-Z]+\d+)*)\]/g;

/**
 * Compares the numbered rules of docs/spec with the tests that cite them.
 * @returns how many rules there are, and a sentence for each that no test cites, is written twice, or does not exist.
 */
export function checkRules(root = repository): { inspected: number; problems: string[] } {
  const rules = collect(root, "docs/spec/*.md", (text) => [...text.matchAll(ruleLine)].map(([, id = ""]) => id));
  const cited = collect(root, "{src,tools,e2e}/**/*.test.{ts,tsx}", (text) =>
    [...text.matchAll(citation)].flatMap(([, ids = ""]) => ids.split(/, ?/)),
  );
  return {
    inspected: rules.size,
    problems: [
      ...[...rules]
        .filter(([, files]) => files.length > 1)
        .map(([id, files]) => `${id} is written more than once: ${files.join(", ")}`),
      ...[...rules].filter(([id]) => !cited.has(id)).map(([id, [file]]) => `${id} (${file}) is cited by no test`),
      ...[...cited]
        .filter(([id]) => !rules.has(id))
        .map(([id, [file]]) => `${id}, cited by ${file}, is not a rule of docs/spec`),
    ],
  };
}

/** Id → the files that have it, one entry for each time. */
function collect(root: string, pattern: string, idsOf: (text: string) => string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of globSync(pattern, { cwd: root }).toSorted()) {
    for (const id of idsOf(readFileSync(join(root, file), "utf8"))) {
      found.set(id, [...(found.get(id) ?? []), file]);
    }
  }
  return found;
}
