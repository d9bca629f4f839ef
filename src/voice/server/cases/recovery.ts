import type { Kysely } from "kysely";
import { zone } from "#activity/rules/time-zone.ts";
import type { Database } from "#platform/database.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { getRecovery as getRecoveryRoute } from "../../api/cases.ts";
import { workMinutesBetween } from "../../cases/business-hours.ts";
import { type Interval, recoveryOf } from "../../cases/recovery.ts";
import type { LetterTables } from "../letters/tables.ts";
import { calendarOf, getCaseSettings } from "./settings.ts";
import type { CaseTables } from "./tables.ts";

export interface RecoveryDeps {
  db: Kysely<Database>;
  /** The 95 % interval of a share, 0–1. */
  shareInterval: (share: { hits: number; n: number }) => Interval;
}

const day = 86_400_000;

/** How the cases closed in a period were recovered, in all and at each touchpoint. */
export async function recoveryIn(
  { db, shareInterval }: RecoveryDeps,
  workspaceId: string,
  { from, to, touchpoint }: RouteQuery<typeof getRecoveryRoute>,
): Promise<RouteResponse<typeof getRecoveryRoute>> {
  const calendar = await calendarOf(db, workspaceId, await getCaseSettings(db, workspaceId));
  const { instant } = zone(calendar.timeZone);
  const period = { start: new Date(instant(Date.parse(from))), end: new Date(instant(Date.parse(to) + day)) };
  const [closed, asked, { touchpoints }] = await Promise.all([
    closedIn(db, workspaceId, period),
    questionsIn(db, workspaceId, period),
    getLibrary(db, workspaceId),
  ]);
  const keys = new Map(touchpoints.map(({ id, key }) => [id, key]));
  const wanted = touchpoint === undefined ? null : new Set([touchpoint].flat());
  const closings = [
    ...closed.map(({ touchpointId, openedAt, closedAt, resolvedAt, dueAt }) => ({
      kind: "closed" as const,
      key: keys.get(touchpointId ?? "") ?? null,
      isInTime: (resolvedAt ?? closedAt) <= dueAt,
      workMinutes: workMinutesBetween(calendar, openedAt, closedAt),
    })),
    ...asked.map(({ touchpointId, isSolved }) => ({
      kind: "asked" as const,
      key: keys.get(touchpointId ?? "") ?? null,
      isSolved,
    })),
  ].filter(({ key }) => wanted === null || (key !== null && wanted.has(key)));
  return {
    whole: recoveryOf(closings, shareInterval),
    touchpoints: [...Map.groupBy(closings, ({ key }) => key)].flatMap(([key, its]) =>
      key === null ? [] : [{ key, ...recoveryOf(its, shareInterval) }],
    ),
  };
}

interface Period {
  start: Date;
  end: Date;
}

async function closedIn(db: Kysely<Database>, workspaceId: string, { start, end }: Period) {
  const rows = await db
    .withTables<CaseTables>()
    .selectFrom("customer_case")
    .select(["touchpoint_id as touchpointId", "opened_at as openedAt", "closed_at as closedAt"])
    .select(["resolved_at as resolvedAt", "due_at as dueAt"])
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "closed")
    .where("closed_at", ">=", start)
    .where("closed_at", "<", end)
    .execute();
  return rows.flatMap(({ closedAt, ...row }) => (closedAt === null ? [] : [{ ...row, closedAt }]));
}

/** The questions put for cases closed then, each with its answer: one closed twice was asked twice. */
async function questionsIn(db: Kysely<Database>, workspaceId: string, { start, end }: Period) {
  return db
    .withTables<CaseTables & LetterTables>()
    .selectFrom("customer_letter as l")
    .innerJoin("customer_case as c", "c.id", "l.case_id")
    .select(["c.touchpoint_id as touchpointId", "l.is_yes as isSolved"])
    .where("l.workspace_id", "=", workspaceId)
    .where("l.kind", "=", "solved")
    .where("l.sent_at", "is not", null)
    .where("l.created_at", ">=", start)
    .where("l.created_at", "<", end)
    .execute();
}
