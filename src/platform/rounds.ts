import type { Log } from "./log.ts";

export interface Rounds {
  /** Begins no other round, and waits for the one under way. */
  close(): Promise<void>;
}

/** Works every so many milliseconds, never twice at once; `failure` is what the log says of a round that failed. */
export function startRounds(milliseconds: number, log: Log, failure: string, work: () => Promise<unknown>): Rounds {
  let round: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(work).catch((error: unknown) => log.warn(failure, { reason: String(error) }));
  }, milliseconds);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
