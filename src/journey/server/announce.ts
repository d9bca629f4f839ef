import { type Kysely, sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { type Matter, matters } from "../live.ts";
import type { JourneyTables } from "./tables.ts";

const channel = "journey";
/** Between two attempts to listen again, in milliseconds. */
const retryAfter = 1_000;

/** What one process tells all of a journey: that its log grew, that something beside it changed, or that it is gone. */
const Announcement = z.object({
  journeyId: z.uuid(),
  from: z.uuid(),
  gone: z.literal(true).optional(),
  changed: z.enum(matters).optional(),
});
export type Announcement = z.infer<typeof Announcement>;

/** Tells every process, when and if the transaction commits. */
export async function announce(db: Kysely<Database>, announcement: Announcement): Promise<void> {
  await sql`SELECT pg_notify(${channel}, ${JSON.stringify(announcement)})`.execute(db);
}

/** Tells every journey that places one of these touchpoints, by key, of what changed there. */
export async function announceAt(
  db: Kysely<Database>,
  from: string,
  changed: Extract<Matter, "measures" | "alerts">,
  { workspaceId, touchpoints }: { workspaceId: string; touchpoints: readonly string[] },
): Promise<void> {
  const library = await getLibrary(db, workspaceId);
  const placed = library.touchpoints.filter(({ key }) => touchpoints.includes(key)).map(({ id }) => id);
  if (placed.length === 0) return;
  const journeys = await db
    .withTables<JourneyTables>()
    .selectFrom("journey_placement")
    .select("journey_id")
    .distinct()
    .where("touchpoint_id", "in", placed)
    .execute();
  for (const { journey_id: journeyId } of journeys) await announce(db, { journeyId, from, changed });
}

export interface Listener {
  close(): Promise<void>;
}

/**
 * Hears the announcements of all processes over a connection of its own. Lost, the connection is made again, and `heard`
 * gets null: anything may have been missed.
 */
export function listen(pool: pg.Pool, log: Log, heard: (announcement: Announcement | null) => void): Listener {
  const closing = new AbortController();
  let connected: Promise<void> = connect();

  async function connect(): Promise<void> {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      const lost = new Promise<Error | null>((resolve) => {
        client?.once("error", resolve);
        client?.once("end", () => resolve(new Error("the connection ended")));
        if (closing.signal.aborted) resolve(null);
        closing.signal.addEventListener("abort", () => resolve(null), { once: true });
      });
      client.on("notification", ({ payload }) => hear(payload));
      await client.query(`LISTEN ${channel}`);
      heard(null);
      const reason = await lost;
      client.release(true);
      if (reason === null) return;
      log.warn("listening for edits of other processes was interrupted", { reason: reason.message });
    } catch (error) {
      client?.release(true);
      if (closing.signal.aborted) return;
      log.warn("cannot listen for edits of other processes", { reason: String(error) });
    }
    await pause(closing.signal);
    if (!closing.signal.aborted) connected = connect();
  }

  function hear(payload: string | undefined): void {
    const parsed = Announcement.safeParse(parse(payload));
    if (parsed.success) heard(parsed.data);
    else log.warn("an announcement was not understood", { payload });
  }

  return {
    close: async () => {
      closing.abort();
      await connected;
    },
  };
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, retryAfter);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
