import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFile, rowsOf, sampleOf, sourceFile } from "./reader.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parcours-reader-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function given(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  return sourceFile(name, path);
}

async function linesIn(name: string, content: string | Uint8Array): Promise<number> {
  let lines = 0;
  for await (const { rows } of rowsOf(await openFile(await given(name, content), {}))) lines += rows.length;
  return lines;
}

const longLine = `${"x".repeat(1_000_000)}\n`;

test.each([
  ["file_unfolds", "much.csv.gz", gzipSync(`text\n${longLine.repeat(70)}`)],
  ["line_endless", "long.csv", `text\n${longLine.slice(0, -1).repeat(5)}`],
])("[I18] a file that does not end is refused as what it is: %s", async (code, name, content) => {
  await expect(linesIn(name, content)).rejects.toMatchObject({
    code: "file_unreadable",
    issues: [{ path: name, code }],
  });
});

test("[I18] a packed file may unfold to many times its size, and a line may be long", async () => {
  expect(await linesIn("fine.csv.gz", gzipSync(`text\n${longLine.repeat(10)}`))).toBe(10);
});

test("[I18] of a packed file no more is unfolded than is looked at", async () => {
  const { bytes, isCut } = await sampleOf(await given("packed.csv.gz", gzipSync(longLine.repeat(200))));
  expect([bytes.length, isCut]).toEqual([256 * 1024, true]);
});
