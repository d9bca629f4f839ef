import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { linkLibraries } from "./embedded-postgres.ts";

test("[P14] library links that npm left out are made, and made again without harm", () => {
  const root = mkdtempSync(join(tmpdir(), "parcours-test-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "native/lib"), { recursive: true });
  const links = [{ source: "native/lib/libicuuc.so.60.2", target: "native/lib/libicuuc.so.60" }];
  writeFileSync(join(root, "native/pg-symlinks.json"), JSON.stringify(links));
  linkLibraries(root);
  linkLibraries(root);
  expect(readlinkSync(join(root, "native/lib/libicuuc.so.60"))).toBe("libicuuc.so.60.2");
});
