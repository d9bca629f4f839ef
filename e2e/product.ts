import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const bootstrap = resolve(import.meta.dirname, "../tools/parcours.mjs");
const slowestStart = 120_000;

/** The product as a user runs it: one process started by the one command, with stores and data of its own. */
export interface Product {
  url: string;
  /** The one-time link of a first start, null when there is an owner. */
  ownerLink: string | null;
  dataDir: string;
  stop(): Promise<void>;
}

/**
 * Starts the product in a fresh folder on a free port, with other settings as given; `demo` also makes the demo workspace, as a
 * first start does.
 */
export async function startProduct({
  demo,
  settings = {},
}: {
  demo: boolean;
  settings?: NodeJS.ProcessEnv;
}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "parcours-e2e-"));
  // The embedded PostgreSQL runs as another user when we are root.
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const env = {
    ...process.env,
    ...settings,
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    PORT: String(port),
    DEMO: demo ? "1" : "0",
  };
  const server = spawn(process.execPath, [bootstrap, "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = await until(server, /Parcours is ready/);
  return {
    url: `http://localhost:${port}`,
    ownerLink: /http\S+\/setup\?token=\S+/.exec(said)?.[0] ?? null,
    dataDir,
    async stop() {
      const end = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await end;
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** What the process says until it says `words` and a blank line after them; rejects with all of it when it ends before. */
function until(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((done, failed) => {
    let said = "";
    const late = setTimeout(
      () => failed(new Error(`The product did not start in ${slowestStart} ms:\n${said}`)),
      slowestStart,
    );
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (!words.test(said) || !said.includes("Ctrl-C")) return;
      clearTimeout(late);
      done(said);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => {
      clearTimeout(late);
      failed(new Error(`The product ended with ${code}:\n${said}`));
    });
  });
}

/** Runs `parcours …` with these settings and answers how it ended and what it said. */
export function runParcours(
  settings: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, NODE_ENV: "production", ...settings };
  const child = spawn(process.execPath, [bootstrap, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((done, failed) => {
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.once("error", failed);
    child.once("close", (code) => done({ code: code ?? 1, ...said }));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? done(address.port) : failed(new Error("No free port.")),
      );
    });
  });
}
