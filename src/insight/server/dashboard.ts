import { getJourney } from "#journey/index.ts";
import { AppError } from "#platform/errors.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { countApart, countResponses } from "#voice/index.ts";
import { getWorkspace } from "#workspace/index.ts";
import { composeDashboard } from "../dashboard/compose.ts";
import type { Dashboard } from "../dashboard/model.ts";
import { bucketFor, courseDays, periodBefore, spanOf, type Days } from "../period.ts";
import { countCourse } from "./course.ts";
import { countTallies, tallyEvents } from "./counts.ts";
import { daysWithEvents } from "./days.ts";
import { scopeOf, type Asked, type InsightDeps } from "./queries.ts";
import { aboutRelation, boundsOf } from "./scope.ts";
import { wholeBucket } from "./trend.ts";

/**
 * Everything a journey's dashboard shows. The store of events is asked a fixed number of times, however many touchpoints,
 * stages and channels there are.
 * @throws AppError `not_found`, `invalid_input` for a period that ends before it begins, `too_large`
 */
export async function openDashboard(
  deps: InsightDeps,
  journeyId: string,
  asked: Asked & { splitBy?: string | undefined },
): Promise<Dashboard> {
  const { db, clickhouse } = deps;
  const journey = await getJourney(db, journeyId);
  if (journey === null) throw new AppError("not_found", "There is no such journey.");
  const [library, { timeZone }] = await Promise.all([
    getLibrary(db, journey.workspaceId),
    getWorkspace(db, journey.workspaceId),
  ]);
  const scope = scopeOf({ journey, library: library.touchpoints, timeZone }, asked);
  const seen = asked.from !== undefined && asked.to !== undefined ? null : await daysWithEvents(deps, scope, timeZone);
  const { from = seen?.from ?? null, to = seen?.to ?? null } = asked;
  const before =
    asked.from === undefined || asked.to === undefined ? null : periodBefore({ from: asked.from, to: asked.to });
  const splitBy = asked.splitBy ?? null;
  const question = { scope, since: before === null ? null : spanOf(before, timeZone).start, splitBy };
  const relational = aboutRelation(scope);
  const course = from === null || to === null ? null : courseFrame({ from, to });
  const along = <Row>(count: (bounds: ReturnType<typeof boundsOf>) => Promise<Row[]>) =>
    course === null ? [] : count(boundsOf(course.days, timeZone));
  const [counted, ofRelation, ofCourse, relationalCourse, responses, apart] = await Promise.all([
    tallyEvents(clickhouse, question),
    countTallies(clickhouse, { ...question, scope: relational }),
    along((bounds) => countCourse(clickhouse, { ...scope, ...bounds }, course?.bucket ?? "month", timeZone)),
    along((bounds) => countCourse(clickhouse, { ...relational, ...bounds }, course?.bucket ?? "month", timeZone)),
    countResponses(db, scope),
    countApart(db, relational),
  ]);
  return composeDashboard(
    { journeyId, name: journey.name, from: asked.from ?? null, to: asked.to ?? null, before, splitBy, course },
    journey.document,
    library,
    { ...counted, relational: ofRelation, course: ofCourse, relationalCourse, responses, apart },
  );
}

/** At least the twelve months up to the period's end, so that it is seen in its course. */
function courseFrame(period: Days) {
  const days = courseDays(period);
  const bucket = bucketFor(days);
  return { days, bucket, startOf: (day: string) => wholeBucket(day, bucket) };
}
