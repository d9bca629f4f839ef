import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { RouteQuery } from "#platform/http/route.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { reviewsPage as reviewsRoute } from "../../api/reviews.ts";
import type { ReviewsPage } from "../../page/reviews/reviews-page.ts";
import { checklistOf, isShowable, type ReviewDisplay, type ReviewPolicy, unsaidPolicy } from "../../reviews/policy.ts";
import type { ReviewOrder, ShownReviews } from "../../reviews/shown.ts";
import { newReviewToken } from "./author.ts";
import type { ReviewTables } from "./tables.ts";

export interface DisplayDeps {
  db: Kysely<Database>;
  now: () => Date;
  publicUrl: string;
}

/** Reviews of one page. */
const perPage = 10;

/** What is said where a workspace's reviews are shown, and how it stands with what the law asks. */
export async function reviewDisplay({ db, now, publicUrl }: DisplayDeps, workspaceId: string): Promise<ReviewDisplay> {
  const row = await db
    .withTables<ReviewTables>()
    .selectFrom("review_policy")
    .select(["token", "policy"])
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  const policy = row?.policy ?? unsaidPolicy;
  const counted = await countsOf(db, workspaceId, policy, now());
  const overdue = policy.publicationDays === null ? 0 : await overdueOf(db, workspaceId, policy.publicationDays, now());
  return {
    policy,
    checklist: checklistOf(policy, { overdue }),
    url: row !== undefined && isShowable(policy) ? `${publicUrl}/r/${row.token}` : null,
    published: counted.reduce((sum, count) => sum + count, 0),
  };
}

/** Says it anew; the link of the page stays. */
export async function setReviewPolicy(
  deps: DisplayDeps,
  workspaceId: string,
  policy: ReviewPolicy,
): Promise<ReviewDisplay> {
  const written = JSON.stringify(policy);
  await deps.db
    .withTables<ReviewTables>()
    .insertInto("review_policy")
    .values({ workspace_id: workspaceId, token: newReviewToken(), policy: written })
    .onConflict((conflict) => conflict.column("workspace_id").doUpdateSet({ policy: written }))
    .execute();
  return reviewDisplay(deps, workspaceId);
}

/** What the link with this token shows; null where there is none, or not everything is said that has to be. */
export async function shownReviews(
  { db, now, publicUrl }: DisplayDeps,
  token: string,
  { order, page, lang }: RouteQuery<typeof reviewsRoute>,
  wanted: readonly string[],
): Promise<ReviewsPage | null> {
  const row = await db
    .withTables<ReviewTables>()
    .selectFrom("review_policy")
    .select(["workspace_id", "policy"])
    .where("token", "=", token)
    .executeTakeFirst();
  if (row === undefined || !isShowable(row.policy)) return null;
  const { timeZone, locale } = await getWorkspace(db, row.workspace_id);
  const counts = await countsOf(db, row.workspace_id, row.policy, now());
  const pages = Math.max(1, Math.ceil(counts.reduce((sum, count) => sum + count, 0) / perPage));
  const at = Math.min(page, pages);
  const spoken = wanted.map((each) => (["fr", "en"] as const).find((one) => each.startsWith(one)));
  return {
    language: lang ?? spoken.find((each) => each !== undefined) ?? locale,
    timeZone,
    policy: row.policy,
    url: `${publicUrl}/r/${token}`,
    counts,
    order,
    page: at,
    pages,
    reviews: await pageOf(shown(db, row.workspace_id, row.policy, now()), order, at),
  };
}

/** Published, and not for longer than is said. */
function shown(db: Kysely<Database>, workspaceId: string, { keptMonths }: ReviewPolicy, now: Date) {
  return db
    .withTables<ReviewTables>()
    .selectFrom("review as r")
    .innerJoin("collected_review as c", "c.review_id", "r.id")
    .where("r.workspace_id", "=", workspaceId)
    .where("c.state", "=", "published")
    .where(sql<boolean>`r.published_at > ${now}::timestamptz - make_interval(months => ${keptMonths ?? 0}::int)`);
}

async function countsOf(
  db: Kysely<Database>,
  workspaceId: string,
  policy: ReviewPolicy,
  now: Date,
): Promise<ShownReviews["counts"]> {
  const rows = await shown(db, workspaceId, policy, now)
    .select(["r.rating"])
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .groupBy("r.rating")
    .execute();
  const of = (rating: number) => rows.find((row) => row.rating === rating)?.n ?? 0;
  return [of(1), of(2), of(3), of(4), of(5)];
}

async function pageOf(found: ReturnType<typeof shown>, order: ReviewOrder, page: number) {
  const rows = await found
    .select(["r.rating", "r.title", "r.body as text", "r.author", "r.experienced_on as experiencedOn"])
    .select(["r.published_at", "r.language", "r.reply", "c.is_buyer as isBuyer", "c.proof"])
    .$if(order !== "latest", (query) => query.orderBy("r.rating", order === "best" ? "desc" : "asc"))
    .orderBy("r.published_at", "desc")
    .orderBy("r.id", "desc")
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return rows.map(({ published_at, proof, ...review }) => ({
    ...review,
    publishedAt: published_at?.toISOString() ?? "",
    isProven: proof !== "none",
  }));
}

/** Reviews that wait for longer than is said. */
async function overdueOf(db: Kysely<Database>, workspaceId: string, days: number, now: Date): Promise<number> {
  const { n } = await db
    .withTables<ReviewTables>()
    .selectFrom("collected_review as c")
    .innerJoin("review as r", "r.id", "c.review_id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("r.workspace_id", "=", workspaceId)
    .where("c.state", "=", "waiting")
    .where(sql<boolean>`c.submitted_at < ${now}::timestamptz - make_interval(days => ${days}::int)`)
    .executeTakeFirstOrThrow();
  return n;
}
