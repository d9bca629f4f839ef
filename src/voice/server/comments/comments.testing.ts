import { randomUUID } from "node:crypto";
import type { ClickHouseClient } from "@clickhouse/client";
import type { Asked } from "../../model.ts";
import { tuning } from "../../text/comments.testing.ts";

export interface GivenEvent {
  id: string;
  comment: string;
  touchpoint: string;
  metric: Asked | "";
  score: number;
  at: string;
}

/** Comments of imports, as they stand in the store of events; answers them with their ids. */
export async function giveComments(
  clickhouse: ClickHouseClient,
  workspaceId: string,
  given: readonly (Partial<GivenEvent> & { comment: string })[],
): Promise<GivenEvent[]> {
  const events = given.map((one) => ({
    id: randomUUID(),
    touchpoint: "shop",
    metric: "csat" as const,
    score: 3,
    at: "2026-03-10 10:00:00",
    ...one,
  }));
  await clickhouse.insert({
    table: "event",
    format: "JSONEachRow",
    values: events.map(({ id, touchpoint, at, ...event }) => ({
      ...event,
      workspace_id: workspaceId,
      touchpoint_key: touchpoint,
      occurred_at: at,
      event_id: id,
      kind: "answer",
      person_id: id,
    })),
    clickhouse_settings: { insert_deduplicate: 0 },
  });
  return events;
}

/** Sixty-four comments whose score says what they mean, half of them happy, half in French. */
export const leaning = tuning
  .filter(({ lean }) => lean !== "neutral")
  .map(({ text, lean }) => ({ comment: text, score: lean === "positive" ? 5 : 1 }));
