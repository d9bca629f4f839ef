import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import { deleteUnusedImages } from "./images.ts";
import { keepDueVersions } from "./version-keeper.ts";

export interface HousekeepingDeps {
  db: Kysely<Database>;
  log: Log;
  now: () => Date;
  processId: string;
}

const minute = 60_000;

/** Keeps a version of every journey when one is due, and deletes pictures that nothing shows. */
export function startHousekeeping(deps: HousekeepingDeps): Pick<Rounds, "close"> {
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
