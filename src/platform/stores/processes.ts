import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process runs: a zombie, which still answers to signal 0, does not. */
export function isRunning(pid: number): boolean {
  try {
    // The state follows the command name, which is in parentheses and may itself contain some.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2)[0] !== "Z";
  } catch {
    return false;
  }
}

/** Whether a process runs and names all of `words` on its command line: guards against a reused process id. */
export function isRunningAs(pid: number, words: readonly string[]): boolean {
  if (!isRunning(pid)) return false;
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return words.every((word) => command.includes(word));
  } catch {
    return false;
  }
}

/** Signals a process and waits for its end; says whether it ended within `milliseconds`. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, milliseconds: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    return !isRunning(pid);
  }
  const deadline = performance.now() + milliseconds;
  while (isRunning(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}
