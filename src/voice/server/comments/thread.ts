import { Worker } from "node:worker_threads";
import type { Jobs } from "./jobs.ts";

export interface Asked {
  id: number;
  name: keyof Jobs;
  input: unknown;
}
export type Told = { id: number; output: unknown } | { id: number; failure: string };

export interface CommentThread {
  /** Does a job beside the thread that answers requests; rejects as the job throws. */
  run<Name extends keyof Jobs>(name: Name, input: Parameters<Jobs[Name]>[0]): Promise<ReturnType<Jobs[Name]>>;
  /** Ends at once; what is under way is rejected. */
  close(): Promise<void>;
}

type Waiting = Pick<PromiseWithResolvers<unknown>, "resolve" | "reject">;

/** A thread that begins with its first job, and again after a job that killed it. */
export function createCommentThread(): CommentThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const begin = (): Worker => {
    const begun = new Worker(new URL("thread-work.ts", import.meta.url));
    begun.unref();
    begun.on("message", (told: Told) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if ("failure" in told) asked?.reject(new Error(told.failure));
      else asked?.resolve(told.output);
    });
    begun.on("error", (error) => end(begun, error));
    begun.on("exit", () => end(begun, new Error("the thread has ended")));
    return begun;
  };
  const end = (ended: Worker, reason: Error): void => {
    if (worker !== ended) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  return {
    run: <Name extends keyof Jobs>(name: Name, input: Parameters<Jobs[Name]>[0]) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker ??= begin();
      worker.postMessage({ id: last, name, input } satisfies Asked);
      return promise as Promise<ReturnType<Jobs[Name]>>;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}
