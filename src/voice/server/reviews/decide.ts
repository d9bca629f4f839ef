import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import type { listCollectedReviews } from "../../api/reviews.ts";
import { type CollectedReview, type ReviewDecision, type ReviewState, reviewStates } from "../../reviews/collected.ts";
import type { VoiceTables } from "../tables.ts";
import type { ReviewTables } from "./tables.ts";

/** Most that are listed of one state: who has more to read begins with the oldest. */
const listed = 200;

/** Reviews collected here: those that wait first, the longest waiting before the others, then what was decided last. */
export async function collectedReviews(
  db: Kysely<Database>,
  workspaceId: string,
  { state }: RouteQuery<typeof listCollectedReviews>,
): Promise<RouteResponse<typeof listCollectedReviews>> {
  const all = await collected(db, workspaceId)
    .$if(state !== undefined, (query) => query.where("c.state", "=", state ?? "waiting"))
    .orderBy((eb) => eb.case().when("c.state", "=", "waiting").then(0).else(1).end())
    .orderBy((eb) => eb.case().when("c.state", "=", "waiting").then(eb.ref("c.submitted_at")).end())
    .orderBy("c.decided_at", "desc")
    .orderBy("r.id")
    .limit(listed)
    .execute();
  const counted = await db
    .withTables<ReviewTables>()
    .selectFrom("collected_review as c")
    .innerJoin("review as r", "r.id", "c.review_id")
    .select(["c.state"])
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("r.workspace_id", "=", workspaceId)
    .groupBy("c.state")
    .execute();
  const n = new Map(counted.map((row) => [row.state, row.n]));
  return {
    reviews: all.map(present),
    counts: Object.fromEntries(reviewStates.map((each) => [each, n.get(each) ?? 0])) as Record<ReviewState, number>,
  };
}

/**
 * Publishes a review, refuses it for one of the reasons there are, answers it, or notes what proves its experience.
 * @throws AppError `not_found`
 */
export async function decideReview(
  { db, now }: { db: Kysely<Database>; now: () => Date },
  { workspaceId, reviewId, userId }: { workspaceId: string; reviewId: string; userId: string | null },
  { state, refusal, reply, proofNote }: ReviewDecision,
): Promise<CollectedReview> {
  return db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<ReviewTables>();
    const found = await collected(transaction, workspaceId)
      .where("r.id", "=", reviewId)
      .forUpdate(["r", "c"])
      .executeTakeFirst();
    if (found === undefined) throw new AppError("not_found", "There is no such review.");
    const isNews = state !== undefined && state !== found.state;
    await tables
      .updateTable("collected_review")
      .set({
        ...(state === undefined ? {} : { state, refusal: refusal ?? null }),
        ...(isNews ? { decided_by: userId, decided_at: now() } : {}),
        ...(proofNote === undefined ? {} : { proof_note: proofNote, proof: proofOf(found.proof, proofNote) }),
      })
      .where("review_id", "=", reviewId)
      .execute();
    if (isNews || reply !== undefined)
      await tables
        .updateTable("review")
        .set({
          ...(isNews ? { published_at: state === "published" ? now() : null } : {}),
          ...(reply === undefined ? {} : { reply, replied_at: reply === "" ? null : now() }),
        })
        .where("id", "=", reviewId)
        .execute();
    return present(await collected(transaction, workspaceId).where("r.id", "=", reviewId).executeTakeFirstOrThrow());
  });
}

/** An invitation stays one, whatever else was looked at. */
function proofOf(before: CollectedReview["proof"], note: string): CollectedReview["proof"] {
  if (before === "invitation") return before;
  return note === "" ? "none" : "document";
}

function collected(db: Kysely<Database>, workspaceId: string) {
  return db
    .withTables<ReviewTables & VoiceTables>()
    .selectFrom("review as r")
    .innerJoin("collected_review as c", "c.review_id", "r.id")
    .innerJoin("response as a", "a.id", "r.response_id")
    .innerJoin("survey as s", "s.id", "a.survey_id")
    .select(["r.id", "r.source", "r.rating", "r.title", "r.body as text", "r.author"])
    .select(["r.experienced_on as experiencedOn", "r.published_at", "r.language", "r.url", "r.reply", "r.replied_at"])
    .select(["r.touchpoint_id as touchpointId", "r.is_placed_by_hand as isPlacedByHand", "c.state", "c.proof"])
    .select(["c.submitted_at", "c.is_buyer as isBuyer", "c.proof_note as proofNote", "c.refusal", "c.contest"])
    .select(["s.name as surveyName"])
    .where("r.workspace_id", "=", workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof collected>["execute"]>>[number];

function present({ published_at, replied_at, submitted_at, ...row }: Row): CollectedReview {
  return {
    ...row,
    publishedAt: published_at?.toISOString() ?? null,
    repliedAt: replied_at?.toISOString() ?? null,
    submittedAt: submitted_at.toISOString(),
  };
}
