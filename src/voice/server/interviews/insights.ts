import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import type { listInsights as listRoute } from "../../api/interviews.ts";
import { highlights, presentEnd, presentHighlight } from "./queries.ts";

/** Highlights of all interviews of a workspace that are like that, the latest first, and how many there are. */
export async function listInsights(
  db: Kysely<Database>,
  workspaceId: string,
  { limit, ...asked }: RouteQuery<typeof listRoute>,
): Promise<RouteResponse<typeof listRoute>> {
  const found = narrowed(db, workspaceId, asked);
  const [rows, counts, steps, tags] = await Promise.all([
    found
      .leftJoin("interview_recording as r", "r.id", "h.recording_id")
      .select(["i.id as interviewId", "i.pseudonym", "i.held_on as heldOn", "i.persona_id as personaId"])
      .select(["i.ended_at", "i.ending", "r.media_type as mediaType"])
      .orderBy("h.created_at", "desc")
      .orderBy("h.id")
      .limit(limit)
      .execute(),
    found
      .clearSelect()
      .select(({ fn }) => [fn.countAll<number>().as("total"), fn.count<number>("i.id").distinct().as("interviews")])
      .executeTakeFirstOrThrow(),
    found
      .clearSelect()
      .select(({ fn }) => [
        fn.countAll<number>().as("highlights"),
        fn.count<number>("i.id").distinct().as("interviews"),
      ])
      .select(["h.journey_id as journeyId", "h.step_id as stepId"])
      .where("h.journey_id", "is not", null)
      .where("h.step_id", "is not", null)
      .$narrowType<{ journeyId: string; stepId: string }>()
      .groupBy(["h.journey_id", "h.step_id"])
      .execute(),
    found
      .innerJoinLateral(
        () => sql<{ tag: string }>`unnest(h.tags)`.as<"t">(sql`t(tag)`),
        (join) => join.onTrue(),
      )
      .clearSelect()
      .select(({ fn }) => [
        fn.countAll<number>().as("highlights"),
        fn.count<number>("i.id").distinct().as("interviews"),
      ])
      .select("t.tag")
      .groupBy("t.tag")
      .orderBy("highlights", "desc")
      .orderBy("t.tag")
      .execute(),
  ]);
  return {
    highlights: rows.map((row) => ({
      ...presentHighlight(row),
      mediaType: row.mediaType,
      interview: {
        id: row.interviewId,
        pseudonym: row.pseudonym,
        heldOn: row.heldOn,
        personaId: row.personaId,
        ended: presentEnd(row.ended_at, row.ending),
      },
    })),
    ...counts,
    steps,
    tags,
  };
}

type Narrowing = Omit<RouteQuery<typeof listRoute>, "limit">;

function narrowed(db: Kysely<Database>, workspaceId: string, asked: Narrowing) {
  const { kind, tag, personaId, journeyId, stepId, touchpointId, cardId, words } = asked;
  const like = `%${(words ?? "").replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return highlights(db)
    .innerJoin("interview as i", "i.id", "h.interview_id")
    .where("i.workspace_id", "=", workspaceId)
    .$if(kind !== undefined, (query) => query.where("h.kind", "=", kind ?? "quote"))
    .$if(tag !== undefined, (query) => query.where(sql<boolean>`${tag} = any(h.tags)`))
    .$if(personaId !== undefined, (query) => query.where("i.persona_id", "=", personaId ?? null))
    .$if(journeyId !== undefined, (query) => query.where("h.journey_id", "=", journeyId ?? null))
    .$if(stepId !== undefined, (query) => query.where("h.step_id", "=", stepId ?? null))
    .$if(touchpointId !== undefined, (query) => query.where("h.touchpoint_id", "=", touchpointId ?? null))
    .$if(cardId !== undefined, (query) => query.where("c.card_id", "=", cardId ?? null))
    .$if((words ?? "") !== "", (query) =>
      query.where(sql<boolean>`concat_ws(' ', h.quote, h.note, array_to_string(h.tags, ' ')) ILIKE ${like}`),
    );
}
