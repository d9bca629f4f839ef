import type { ActivityDeps } from "#activity/index.ts";
import { ensureJourney, type JourneyEditor } from "#journey/index.ts";
import type { Stores } from "#platform/stores/stores.ts";

interface Given {
  stores: Pick<Stores, "db" | "clickhouse">;
  dataDir: string;
  /** Edits the journeys that imports draw: the live ones of the server, or the log beside it. */
  editor: JourneyEditor;
  now: () => Date;
  newId: () => string;
}

/** What imports need, in the server and on the command line alike. */
export function activityDeps({ stores: { db, clickhouse }, dataDir, editor, now, newId }: Given): ActivityDeps {
  return {
    db,
    clickhouse,
    dataDir,
    now,
    newId,
    ensureJourney: (workspaceId, draft) => ensureJourney({ db, newId, editor }, workspaceId, draft),
  };
}
