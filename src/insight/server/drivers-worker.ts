import { parentPort, workerData } from "node:worker_threads";
import { type DriverData, driversOf } from "../drivers.ts";

const { data, resamples, seed } = workerData as { data: DriverData; resamples: number; seed: number };
parentPort?.postMessage(driversOf(data, { resamples, random: mulberry32(seed) }));

/** Numbers that seem random and are the same again for the same seed, so that a link shows the same intervals. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
