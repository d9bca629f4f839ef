import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import { getJourney } from "#journey/index.ts";
import type { Journey } from "#journey/model.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import { getWorkspace } from "#workspace/index.ts";
import { composeMeasures, groupsOf } from "../measure.ts";
import type { JourneyMeasures } from "../model.ts";
import { periodBefore, spanOf } from "../period.ts";
import { countEvents } from "./counts.ts";
import { daysWithEvents } from "./days.ts";
import { boundsOf, parseFilter, type Scope } from "./scope.ts";

export interface InsightDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
}

/** Days, both included, in the workspace's time zone; no bound: everything on that side. */
export interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  /** `property:value`; see parseFilter. */
  filter?: string | readonly string[] | undefined;
}

/** A journey with what is needed to ask about it. */
export interface Subject {
  journey: Journey;
  library: readonly Touchpoint[];
  timeZone: string;
}

/** @throws AppError `not_found` */
export async function subjectOf({ db }: InsightDeps, journeyId: string): Promise<Subject> {
  const journey = await getJourney(db, journeyId);
  if (journey === null) throw new AppError("not_found", "There is no such journey.");
  const [{ touchpoints }, { timeZone }] = await Promise.all([
    getLibrary(db, journey.workspaceId),
    getWorkspace(db, journey.workspaceId),
  ]);
  return { journey, library: touchpoints, timeZone };
}

/** Scope of a question about one touchpoint of a journey. @throws AppError `not_found` when it is not on that map. */
export function scopeAt(subject: Subject, touchpointKey: string, asked: Asked): Scope {
  const scope = scopeOf(subject, asked);
  if (!scope.touchpoints.includes(touchpointKey))
    throw new AppError("not_found", `The touchpoint «${touchpointKey}» is not on this map.`);
  return { ...scope, touchpoints: [touchpointKey] };
}

/** Scope of a question about everything on a journey's map. */
export function scopeOf({ journey, library, timeZone }: Subject, asked: Asked): Scope {
  return {
    workspaceId: journey.workspaceId,
    touchpoints: [...groupsOf(journey.document, library).whole.keys],
    ...boundsOf(asked, timeZone),
    filter: parseFilter(asked.filter),
  };
}

/**
 * Volumes and scores of a journey: per placement, step, stage and whole, split by a property, compared with the period before.
 * @throws AppError `not_found`, `invalid_input` for a period that ends before it begins, `too_large`
 */
export async function measureJourney(
  deps: InsightDeps,
  journeyId: string,
  asked: Asked & { splitBy?: string | undefined },
): Promise<JourneyMeasures> {
  const subject = await subjectOf(deps, journeyId);
  const { journey, library, timeZone } = subject;
  const { from = null, to = null } = asked;
  const before = from === null || to === null ? null : periodBefore({ from, to });
  const splitBy = asked.splitBy ?? null;
  const scope = scopeOf(subject, asked);
  const { touchpoints, steps, stages, whole } = groupsOf(journey.document, library);

  const [counted, days] = await Promise.all([
    countEvents(deps.clickhouse, {
      scope,
      since: before === null ? null : spanOf(before, timeZone).start,
      splitBy,
      groups: [...touchpoints, ...steps, ...stages, whole],
    }),
    before === null ? daysWithEvents(deps, scope, timeZone) : null,
  ]);
  const span = { from: from ?? days?.from ?? null, to: to ?? days?.to ?? null };
  return composeMeasures(
    { journeyId, journeyKey: journey.key, ...span, before, splitBy },
    journey.document,
    library,
    counted,
  );
}
