import type { Log } from "./log.ts";

export interface Rounds {
  /** Begins a round now, or as soon as the one under way has ended. */
  wake(): void;
  /** Begins no other round, and waits for the one under way. */
  close(): Promise<void>;
}

/**
 * Works every so many milliseconds and whenever it is woken, never twice at once; `failure` is what the log says of a round
 * that failed. The signal tells a long round that no other will begin.
 */
export function startRounds(
  milliseconds: number,
  log: Pick<Log, "warn">,
  failure: string,
  work: (signal: AbortSignal) => Promise<unknown>,
): Rounds {
  const stop = new AbortController();
  let round: Promise<unknown> = Promise.resolve();
  let isNextDue = false;
  const wake = (): void => {
    if (isNextDue || stop.signal.aborted) return;
    isNextDue = true;
    round = round
      .then(() => {
        isNextDue = false;
        return stop.signal.aborted ? undefined : work(stop.signal);
      })
      .catch((error: unknown) => log.warn(failure, { reason: String(error) }));
  };
  const timer = setInterval(wake, milliseconds);
  timer.unref();
  return {
    wake,
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await round;
    },
  };
}
