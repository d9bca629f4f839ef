import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

const cli = fileURLToPath(new URL("../app/cli.ts", import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A command of the product that runs in a process of its own. */
export interface RunningCommand {
  process: ChildProcess;
  /** Resolves with what it printed until then, on either output, once that matches. */
  saying(words: RegExp): Promise<string>;
  ended: Promise<Ended>;
}

/** The product in processes of their own, on one data directory and port. */
export interface TestProduct {
  url: string;
  dataDir: string;
  /** Starts `parcours …` and does not wait. */
  spawn(...args: string[]): RunningCommand;
  /** Runs `parcours …` to its end. */
  run(...args: string[]): Promise<Ended>;
  /** Ends what still runs, and removes the data. */
  close(): Promise<void>;
}

export async function testProduct(env: NodeJS.ProcessEnv = {}): Promise<TestProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), "parcours-product-"));
  // The embedded PostgreSQL runs as another user when we are root.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const settings = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO: "0", NO_COLOR: "1", ...env };
  const running = new Set<RunningCommand>();
  const start = (...args: string[]): RunningCommand => {
    const command = watch(
      spawn(process.execPath, [cli, ...args], { env: settings, stdio: ["ignore", "pipe", "pipe"] }),
    );
    running.add(command);
    void command.ended.then(() => running.delete(command));
    return command;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    spawn: start,
    run: (...args) => start(...args).ended,
    close: async () => {
      for (const { process: child } of running) child.kill("SIGTERM");
      await Promise.all([...running].map(({ ended }) => ended));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function watch(child: ChildProcess): RunningCommand {
  const said = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = new Promise<Ended>((done) => child.once("close", (code) => done({ code, ...said })));
  return {
    process: child,
    ended,
    saying: (words) =>
      new Promise((done, failed) => {
        const look = () => {
          const all = said.stdout + said.stderr;
          if (words.test(all)) done(all);
        };
        child.stdout?.on("data", look);
        child.stderr?.on("data", look);
        void ended.then(({ code }) => failed(new Error(`It ended with ${code}:\n${said.stdout}${said.stderr}`)));
        look();
      }),
  };
}
