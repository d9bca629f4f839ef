import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import type { RecentChange, RecentQuestion } from "#insight/recent.ts";
import type { Database } from "#platform/database.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import { alertLimits, type AlertTrigger, type Sight } from "../../alerts/model.ts";
import { type Occasion, occasionOf, toldOf } from "../../alerts/occasion.ts";
import type { Watched } from "../../alerts/rules.ts";
import { type Silence, silencesIn } from "../../alerts/silence.ts";
import type { VoiceTables } from "../tables.ts";
import { arrivalsAt, arrivalsOf } from "./arrivals.ts";

export interface SightDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  now: () => Date;
  /** How touchpoints (keys) changed, as seen after each of the last `looks` whole days, the oldest first. */
  recentChanges: (
    workspaceId: string,
    question: RecentQuestion & { touchpoints: readonly string[]; looks: number },
  ) => Promise<RecentChange[][]>;
}

type Place = Pick<Touchpoint, "id" | "key" | "name">;

/** Something to tell, and about what it is told once. */
export interface Seen {
  touchpoint: Place;
  found: Sight;
  occasion: Occasion;
}

type TriggerOf<Kind extends AlertTrigger["kind"]> = Extract<AlertTrigger, { kind: Kind }>;
/** What is watched over time, and not answer by answer. */
type WatchedOverTime = Watched & { trigger: TriggerOf<"drop" | "silence"> };

const day = 86_400_000;

/**
 * What a rule sees now, or with `lookBack` what it would have told of in so many days; `looked` is the number of touchpoints or
 * surveys it looks at. @throws AppError `too_large`
 */
export async function sightsOf(
  deps: SightDeps,
  workspaceId: string,
  { trigger, touchpointIds, surveyIds }: WatchedOverTime,
  lookBack = 0,
): Promise<{ looked: number; seen: Seen[] }> {
  const { touchpoints } = await getLibrary(deps.db, workspaceId);
  const places = touchpoints.filter(({ id }) => touchpointIds.length === 0 || touchpointIds.includes(id));
  if (trigger.kind === "drop")
    return { looked: places.length, seen: await dropsAt(deps, workspaceId, { places, trigger, lookBack }) };
  const listened =
    trigger.of === "surveys"
      ? await openSurveys(deps.db, workspaceId, { places, surveyIds })
      : places.map((touchpoint): Listened => ({ touchpoint, survey: null }));
  return { looked: listened.length, seen: await silencesAt(deps, workspaceId, { listened, trigger, lookBack }) };
}

async function dropsAt(
  { recentChanges }: SightDeps,
  workspaceId: string,
  { places, trigger, lookBack }: { places: readonly Place[]; trigger: TriggerOf<"drop">; lookBack: number },
): Promise<Seen[]> {
  const { metric, days, atLeast } = trigger;
  const byKey = new Map(places.map((place) => [place.key, place]));
  const question = { metric, days, atLeast, touchpoints: [...byKey.keys()], looks: Math.max(1, lookBack) };
  const looks = await recentChanges(workspaceId, question);
  const seen = looks.flat().flatMap(({ touchpoint: key, isBelieved, difference, now, before }) => {
    const touchpoint = byKey.get(key);
    if (touchpoint === undefined || !isBelieved || difference.value >= 0) return [];
    return [sighting(touchpoint, { kind: "drop", metric, now, before, difference })];
  });
  return toldOf(seen);
}

/** A touchpoint, or one survey there. */
interface Listened {
  touchpoint: Place;
  survey: { id: string; name: string } | null;
}

async function silencesAt(
  { db, clickhouse, now }: SightDeps,
  workspaceId: string,
  { listened, trigger, lookBack }: { listened: readonly Listened[]; trigger: TriggerOf<"silence">; lookBack: number },
): Promise<Seen[]> {
  const { of, days } = trigger;
  const until = now().getTime();
  const span = { since: until - (2 * days + alertLimits.awaitedDays) * day, until };
  const ids = listened.map(({ touchpoint, survey }) => survey?.id ?? touchpoint.key);
  const arrivals =
    of === "surveys"
      ? await arrivalsOf(db, ids, span)
      : await arrivalsAt(clickhouse, workspaceId, {
          touchpoints: ids,
          kind: of === "answers" ? "answer" : "contact",
          ...span,
        });
  const isTold = ({ at, isOpen }: Silence) =>
    lookBack === 0 ? isOpen && at > until - alertLimits.awaitedDays * day : at > until - lookBack * day;
  return listened.flatMap(({ touchpoint, survey }, i) =>
    silencesIn(arrivals.get(ids[i] ?? "") ?? [], { days, until })
      .filter(isTold)
      .map(({ lastAt, n }) =>
        sighting(touchpoint, { kind: "silence", of, survey, days, lastAt: new Date(lastAt).toISOString(), n }),
      ),
  );
}

/** The surveys that ask now, of those that are named, if any are. */
async function openSurveys(
  db: Kysely<Database>,
  workspaceId: string,
  { places, surveyIds }: { places: readonly Place[]; surveyIds: readonly string[] },
): Promise<Listened[]> {
  const surveys = await db
    .withTables<VoiceTables>()
    .selectFrom("survey")
    .select(["id", "name", "touchpoint_id"])
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "open")
    .$if(surveyIds.length > 0, (query) => query.where("id", "in", surveyIds))
    .execute();
  return surveys.flatMap(({ id, name, touchpoint_id }) => {
    const touchpoint = places.find((place) => place.id === touchpoint_id);
    return touchpoint === undefined ? [] : [{ touchpoint, survey: { id, name } }];
  });
}

function sighting({ id, key, name }: Place, found: Sight): Seen {
  return { touchpoint: { id, key, name }, found, occasion: occasionOf(found, id) };
}
