import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkRules } from "./check-rules.ts";

function tree(spec: string, tests: string): string {
  const root = mkdtempSync(join(tmpdir(), "parcours-rules-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [folder, file, text] of [
    ["docs/spec", "area.md", spec],
    ["src/room", "rules.test.ts", tests],
  ] as const) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, file), text);
  }
  return root;
}

const cite = (ids: string) => `test("[${ids}] it holds", () => {});`;

test("[H3] a rule that a test cites is fine, alone or with others", () => {
  const root = tree("- **X1** One.\n- **X2** Two.\n- **X3** Three.", [cite("X1"), cite("X2, X3")].join("\n"));
  expect(checkRules(root)).toEqual({ inspected: 3, problems: [] });
});

test("[H3] an uncited rule, an unknown number and a number given twice are problems", () => {
  const root = tree("- **X1** One.\n- **X2** Two.\n- **X2** Again.", [cite("X2"), cite("X9")].join("\n"));
  expect(checkRules(root).problems).toEqual([
    expect.stringContaining("X2 is written more than once"),
    expect.stringContaining("X1 (docs/spec/area.md) is cited by no test"),
    expect.stringContaining("X9, cited by src/room/rules.test.ts, is not a rule"),
  ]);
});

test("[H4] no rules at all count as nothing inspected", () => {
  expect(checkRules(tree("", "")).inspected).toBe(0);
});
