import { createHash } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { DriverData, Drivers, DriversRefused } from "../drivers.ts";

type Found = Drivers | DriversRefused;

export interface DriverAnalysis {
  /** What drives a target; the same data is computed once. */
  of(data: DriverData): Promise<Found>;
}

/** Redrawing twelve drivers a thousand times takes seconds: fewer of them say nearly the same. */
const resamplesFor = (drivers: number) => (drivers <= 8 ? 1000 : 300);
/** The latest of these are kept. */
const mostKept = 50;

/** Computes beside the server's own thread, one at a time, and remembers by what it was computed from. */
export function createDriverAnalysis(): DriverAnalysis {
  const kept = new Map<string, Promise<Found>>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    of(data) {
      const digest = createHash("sha256").update(JSON.stringify(data)).digest();
      const key = digest.toString("hex");
      const known = kept.get(key);
      kept.delete(key);
      const found = known ?? turn.then(() => compute(data, digest.readInt32LE(0)));
      if (known === undefined) turn = found.catch(() => kept.delete(key));
      kept.set(key, found);
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(oldest);
      }
      return found;
    },
  };
}

async function compute(data: DriverData, seed: number): Promise<Found> {
  const resamples = resamplesFor(data.predictors[0]?.length ?? 0);
  const worker = new Worker(new URL("./drivers-worker.ts", import.meta.url), { workerData: { data, resamples, seed } });
  const [found] = (await once(worker, "message")) as [Found];
  return found;
}
