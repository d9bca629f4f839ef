import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { JourneyDraft } from "./map.ts";

/** What the room needs of the house. */
export interface ActivityDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  /** Where files of imports are kept, in a folder `imports`. */
  dataDir: string;
  now(): Date;
  newId: () => string;
  /** Makes the journey of that key, or adds to it what it lacks and deletes nothing. */
  ensureJourney(workspaceId: string, draft: JourneyDraft): Promise<unknown>;
}
