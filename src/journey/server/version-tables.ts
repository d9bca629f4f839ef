import type { Generated, JSONColumnType } from "kysely";
import type { ChangeCounts, VersionReason } from "../api/versions.ts";
import type { JourneyTables } from "./tables.ts";

export type VersionTables = JourneyTables & {
  journey_version: {
    id: Generated<string>;
    journey_id: string;
    reason: VersionReason;
    name: string;
    /** In the open format, of whatever version it was written in. */ document: JSONColumnType<object>;
    authors: string[];
    changes: JSONColumnType<ChangeCounts>;
    created_by: string | null;
    created_at: Date;
  };
};
