import type { Kysely } from "kysely";
import { type Database, inTransaction } from "#platform/database.ts";
import type { Library, LibraryDraft } from "../model.ts";
import { getLibrary } from "./queries.ts";
import type { TouchpointTables } from "./tables.ts";

/**
 * Adds what a library lacks of a draft, by key, and says what the library then is. What is there already is left as
 * people edited it; with `rename` its names become those of the draft.
 */
export async function ensureLibrary(
  db: Kysely<Database>,
  workspaceId: string,
  draft: LibraryDraft,
  { rename = false }: { rename?: boolean } = {},
): Promise<Library> {
  return inTransaction(db, async (transaction) => {
    const tables = transaction.withTables<TouchpointTables>();
    const own = { workspace_id: workspaceId };
    await addMissing(
      tables,
      "channel",
      draft.channels.map((channel) => ({ ...own, ...channel })),
    );
    await addMissing(
      tables,
      "team",
      draft.teams.map((team) => ({ ...own, ...team })),
    );
    const { channels, teams } = await getLibrary(transaction, workspaceId);
    const touchpoints = draft.touchpoints.map(({ channelKey, teamKey, ...touchpoint }) => ({
      ...own,
      ...touchpoint,
      channel_id: idOf(channels, channelKey),
      team_id: idOf(teams, teamKey),
    }));
    await addMissing(tables, "touchpoint", touchpoints);
    if (rename) {
      await renameAll(tables, "channel", workspaceId, draft.channels);
      await renameAll(tables, "team", workspaceId, draft.teams);
      await renameAll(tables, "touchpoint", workspaceId, draft.touchpoints);
    }
    return getLibrary(transaction, workspaceId);
  });
}

async function addMissing(
  tables: Kysely<TouchpointTables>,
  kind: keyof TouchpointTables,
  rows: readonly { workspace_id: string; key: string; name: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tables
    .insertInto(kind)
    .values(rows)
    .onConflict((conflict) => conflict.columns(["workspace_id", "key"]).doNothing())
    .execute();
}

async function renameAll(
  tables: Kysely<TouchpointTables>,
  kind: keyof TouchpointTables,
  workspaceId: string,
  items: readonly { key: string; name: string }[],
): Promise<void> {
  for (const { key, name } of items) {
    await tables
      .updateTable(kind)
      .set({ name })
      .where("workspace_id", "=", workspaceId)
      .where("key", "=", key)
      .execute();
  }
}

function idOf(items: readonly { id: string; key: string }[], key: string | null): string | null {
  return items.find((item) => item.key === key)?.id ?? null;
}
