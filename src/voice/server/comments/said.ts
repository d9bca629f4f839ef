import type { ClickHouseClient } from "@clickhouse/client";
import { ask } from "#platform/ask.ts";
import { SaidInComment } from "../../comments/model.ts";

/** What the comments of these events say, by the event's id; those that are not read yet are left out. At most 200 events. */
export async function saidInComments(
  clickhouse: ClickHouseClient,
  workspaceId: string,
  eventIds: readonly string[],
): Promise<Map<string, SaidInComment>> {
  const rows = await ask<{ eventId: string; polarity: string; topics: string[]; reading: string }>(
    clickhouse,
    `SELECT event_id AS eventId, polarity, topics, reading FROM comment_reading FINAL
     WHERE workspace_id = {workspaceId:UUID} AND event_id IN {eventIds:Array(UUID)}`,
    { workspaceId, eventIds },
  );
  return new Map(
    rows.map(({ eventId, reading, ...said }) => [
      eventId,
      SaidInComment.parse({ ...said, reading: JSON.parse(reading) }),
    ]),
  );
}
