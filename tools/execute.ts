import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

export const repository = resolve(import.meta.dirname, "..");

export interface Execution {
  code: number;
  output: string;
}

/** Runs a tool of node_modules with the Node that runs us; `show` passes its output through as it comes. */
export function runTool(
  name: string,
  args: string[],
  options: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Execution> {
  return execute(join(repository, "node_modules/.bin", name), args, options);
}

/** Runs a command in the repository and answers its exit code and what it printed. */
export function execute(
  command: string,
  args: string[],
  { show = false, env = {} }: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Execution> {
  const ours = { PATH: `${resolve(process.execPath, "..")}:${process.env["PATH"]}` };
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: repository,
      env: { ...process.env, ...ours, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", failed);
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}
