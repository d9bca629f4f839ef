import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { deleteUnusedImages } from "./images.ts";
import { keepDueVersions } from "./version-keeper.ts";

export interface HousekeepingDeps {
  db: Kysely<Database>;
  log: Log;
  now: () => Date;
  processId: string;
}

export interface Housekeeping {
  close(): Promise<void>;
}

const minute = 60_000;

/** Keeps a version of every journey when one is due, and deletes pictures that nothing shows. */
export function startHousekeeping(deps: HousekeepingDeps): Housekeeping {
  const rounds = [
    startRounds(minute, deps.log, "versions cannot be kept now", () => keepDueVersions(deps)),
    startRounds(60 * minute, deps.log, "unused pictures cannot be deleted now", () => deleteUnusedImages(deps)),
  ];
  return {
    close: async () => {
      await Promise.all(rounds.map((round) => round.close()));
    },
  };
}

/** Works every so many milliseconds, never twice at once. */
function startRounds(milliseconds: number, log: Log, failure: string, work: () => Promise<unknown>): Housekeeping {
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
