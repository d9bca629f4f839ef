import { availableParallelism } from "node:os";
import { type Finding, gates } from "./gates.ts";

/** Runs every gate, as many at a time as there are cores, one line each; ends with 1 when one failed or inspected nothing. */
const begin = performance.now();
const waiting = Object.entries(gates);
const failed: string[] = [];
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
console.log(
  failed.length === 0 ? `All gates passed in ${since(begin)}.` : `Failed: ${failed.join(", ")} (${since(begin)}).`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, gate] = next;
    const start = performance.now();
    const { inspected, of, problems } = await Promise.resolve(gate()).catch(crashed);
    const passed = problems === "" && inspected > 0;
    console.log(
      `${passed ? "✓" : "✗"} ${name.padEnd(16)} ${`${inspected} ${of}`.padEnd(14)} ${since(start).padStart(7)}`,
    );
    if (passed) continue;
    failed.push(name);
    console.log(problems === "" ? "It inspected nothing." : problems.trimEnd());
  }
}

function crashed(error: unknown): Finding {
  return { inspected: 0, of: "", problems: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
