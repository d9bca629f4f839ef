import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

// npm takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

// A checkout that has the real way in and the real npm, but one package, which needs no network.
let root: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "parcours-test-"));
  for (const folder of ["tools", "src/app", "package"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["parcours.mjs", "follow-parent.mjs"]) {
    cpSync(fileURLToPath(new URL(file, import.meta.url)), join(root, "tools", file));
  }
  const dependencies = { part: "file:package" };
  const manifest = {
    name: "checkout",
    version: "1.0.0",
    type: "module",
    dependencies,
    scripts: { start: "node tools/parcours.mjs" },
  };
  const part = { name: "part", version: "1.0.0" };
  write("package.json", JSON.stringify(manifest));
  write("package/package.json", JSON.stringify(part));
  const packages = { "": manifest, package: part, "node_modules/part": { resolved: "package", link: true } };
  write("package-lock.json", JSON.stringify({ ...manifest, lockfileVersion: 3, packages }));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);

interface Run {
  child: ChildProcess;
  said: () => string;
  end: Promise<number | NodeJS.Signals | null>;
}

function start(...args: string[]): Run {
  return spawnIn([process.execPath, join(root, "tools/parcours.mjs"), ...args]);
}

function spawnIn([file = "", ...args]: string[]): Run {
  const env = { PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`, HOME: root };
  const child = spawn(file, args, { cwd: root, env });
  running.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += String(data)));
  const end = new Promise<number | NodeJS.Signals | null>((done) => {
    child.once("close", (code, signal) => done(code ?? signal));
  });
  return { child, said: () => said, end };
}

/** Says its arguments and stays until a signal comes, then says which. */
const stays = `
  const timer = setInterval(() => undefined, 1000);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {
    process.stdout.write("got " + signal + "\\n");
    clearInterval(timer);
  });
  process.stdout.write("started " + process.pid + " " + process.argv.slice(2).join(" ") + "\\n");`;

test("[P20] a checkout without packages installs them, then runs the command and ends with its code", async () => {
  write(
    "src/app/cli.ts",
    "const code: number = 7; process.stdout.write(process.argv.slice(2).join(' ')); process.exit(code);",
  );
  const first = start("measure", "--json");
  expect(await first.end).toBe(7);
  expect(first.said()).toMatch(/Installing the packages[^]*Packages installed in [\d.]+ s\.[^]*measure --json/);
  const second = start("doctor");
  expect(await second.end).toBe(7);
  expect(second.said()).toBe("doctor");
});

test("[P20] a lockfile that no longer fits is installed again", async () => {
  write("src/app/cli.ts", "");
  await start().end;
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  lock.packages["package"].version = "1.1.0";
  write("package-lock.json", JSON.stringify(lock));
  write("package/package.json", JSON.stringify({ name: "part", version: "1.1.0" }));
  const again = start();
  await again.end;
  expect(again.said()).toContain("Installing the packages");
});

test("[P20] two starts at once install once", async () => {
  write("src/app/cli.ts", "");
  const both = [start(), start()];
  expect(await Promise.all(both.map((run) => run.end))).toEqual([0, 0]);
  expect(both.filter((run) => run.said().includes("Packages installed"))).toHaveLength(1);
});

test("[P20] packages that cannot be fetched are told in one line with the remedy", async () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const address = "http://127.0.0.1:1/part-1.0.0.tgz";
  lock.packages = {
    "": { ...lock.packages[""], dependencies: { part: address } },
    "node_modules/part": { version: "1.0.0", resolved: address },
  };
  write("package-lock.json", JSON.stringify({ ...lock, dependencies: { part: address } }));
  write("package.json", JSON.stringify({ name: "checkout", version: "1.0.0", dependencies: { part: address } }));
  write(".npmrc", "fetch-retries=0\n");
  const run = start();
  expect(await run.end).toBe(1);
  expect(run.said()).toMatch(/^parcours: The packages could not be fetched: .*network/m);
});

test("[P21] a signal reaches the program once and its answer is the answer", async () => {
  write("src/app/cli.ts", stays);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const run = start("start", "--help");
    await vi.waitUntil(() => run.said().includes("started"), { timeout: 20_000 });
    run.child.kill(signal);
    expect(await run.end).toBe(0);
    expect(run.said().match(/got \w+/g)).toEqual([`got ${signal}`]);
  }
});

test("[P21] the program stops by itself when the way in is killed", async () => {
  write("src/app/cli.ts", stays);
  const run = start("start", "--help");
  await vi.waitUntil(() => run.said().includes("started"), { timeout: 20_000 });
  run.child.kill("SIGKILL");
  await run.end;
  await vi.waitFor(() => expect(run.said()).toContain("got SIGTERM"), { timeout: 10_000 });
});

test("[P21] the program stops when npm, which started it, is stopped or killed", async () => {
  write("src/app/cli.ts", stays);
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    const run = spawnIn(["npm", "start"]);
    await vi.waitUntil(() => run.said().includes("started"), { timeout: 20_000 });
    run.child.kill(signal);
    await run.end;
    expect(run.said()).toContain("got SIGTERM");
  }
});

test("[P21] a program that dies of a signal is answered with that signal", async () => {
  write("src/app/cli.ts", "process.kill(process.pid, 'SIGKILL')");
  expect(await start().end).toBe("SIGKILL");
  expect(readdirSync(root)).toContain("node_modules");
});
