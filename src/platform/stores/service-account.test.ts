import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandAs, serviceAccount } from "./service-account.ts";

const isRoot = process.getuid?.() === 0;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "parcours-test-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Who a program runs as, with which rights, and whether access(2) lets it read and write a file. */
const report = `
  const { accessSync, constants, readFileSync } = require("node:fs");
  const can = (mode) => { try { accessSync(process.argv[1], mode); return true; } catch { return false; } };
  const rights = /CapEff:\\s*(\\w+)/.exec(readFileSync("/proc/self/status", "utf8"))[1];
  const said = { uid: process.getuid(), rights: Number("0x" + rights), reads: can(constants.R_OK), writes: can(constants.W_OK) };
  console.log(JSON.stringify(said));`;

/** Runs the report from a copy of Node in a folder of its own, about a file beside it. */
function runIn(folder: string, mode: number): unknown {
  mkdirSync(join(dir, folder));
  const [program, file] = [join(dir, folder, "program"), join(dir, folder, "file")];
  copyFileSync(process.execPath, program);
  writeFileSync(file, "");
  for (const path of [program, join(dir, folder)]) chmodSync(path, mode);
  const { file: command, args, ...owner } = commandAs(serviceAccount(), program, ["-e", report, file], [file]);
  return JSON.parse(execFileSync(command, args, { ...owner, cwd: "/", encoding: "utf8" }));
}

test.runIf(isRoot)("[P8] where everyone may pass, the servers run as nobody with no right of root", () => {
  chmodSync(dir, 0o755);
  expect(runIn("open", 0o755)).toEqual({ uid: serviceAccount()?.uid, rights: 0, reads: true, writes: false });
});

test.runIf(isRoot)("[P8] below a folder for root only they run and read, and write nothing", () => {
  // The bit of CAP_DAC_READ_SEARCH. The folder of the test itself is for root only.
  expect(runIn("below", 0o755)).toEqual({ uid: serviceAccount()?.uid, rights: 1 << 2, reads: true, writes: false });
});

test.runIf(isRoot)("[P8] programs that were unpacked for root only still run", () => {
  // The bit of CAP_DAC_OVERRIDE: the least with which a file of mode 0700 can be run.
  expect(runIn("private", 0o700)).toEqual({ uid: serviceAccount()?.uid, rights: 1 << 1, reads: true, writes: true });
});

test.runIf(!isRoot)("[P8] who is not root runs the servers as they are", () => {
  expect(commandAs(serviceAccount(), "/bin/true", [], [])).toEqual({ file: "/bin/true", args: [] });
});
