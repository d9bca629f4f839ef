import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { type Jobs, jobs } from "./jobs.ts";
import type { Asked, Told } from "./thread.ts";

/** Of this thread alone: reading waits for whoever is waiting for an answer. */
setPriority(10);

/** The thread's own side: one job after the other. */
parentPort?.on("message", ({ id, name, input }: Asked) => parentPort?.postMessage(answer(id, name, input)));

function answer(id: number, name: keyof Jobs, input: unknown): Told {
  try {
    const job = jobs[name] as (given: unknown) => unknown;
    return { id, output: job(input) };
  } catch (error) {
    return { id, failure: String(error) };
  }
}
