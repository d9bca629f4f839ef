import { type Kysely, sql } from "kysely";
import { getJourney, type JourneyEditor, workspaceOfJourney } from "#journey/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import type { Locale } from "#workspace/model.ts";
import type { backCard as backRoute } from "../../api/interviews.ts";
import { evidenceOfHighlights } from "../../interviews/evidence.ts";
import { changeEvidence, putCard } from "../../map-card.ts";
import { notHere } from "./guides.ts";
import type { InterviewTables } from "./tables.ts";

export interface CardDeps {
  db: Kysely<Database>;
  editor: JourneyEditor;
  now: () => Date;
  newId: () => string;
}

type Wanted = RouteBody<typeof backRoute>;

/**
 * Puts a highlight behind a card, which is made first where it is not there: both, or neither.
 * @throws AppError `invalid_input` for a map of another workspace; `not_found` when the map has no such card or step, or no
 *   lane for it; `conflict` when the lane is locked
 */
export async function backCard(
  deps: CardDeps,
  { highlightId, workspaceId, userId }: { highlightId: string; workspaceId: string; userId: string | null },
  wanted: Wanted,
): Promise<void> {
  const { db, editor, newId } = deps;
  const { journeyId } = wanted;
  if ((await workspaceOfJourney(db, journeyId)) !== workspaceId) throw notHere("journeyId");
  if ("cardId" in wanted) {
    const cards = (await getJourney(db, journeyId))?.document.cards ?? [];
    if (!cards.some(({ id }) => id === wanted.cardId)) throw new AppError("not_found", "The map has no such card.");
    await stand(db, { highlightId, workspaceId, journeyId, cardId: wanted.cardId });
  } else {
    const cardId = newId();
    const { stepId, kind, text } = wanted;
    await editor.edit(
      journeyId,
      userId,
      (doc) => putCard(doc, { cardId, stepId, kind, text, before: "", evidence: "" }),
      (transaction) => stand(transaction, { highlightId, workspaceId, journeyId, cardId }),
    );
  }
  await tellCards(deps, workspaceId);
}

/** The card stays on the map. */
export async function leaveCard(
  deps: CardDeps,
  { highlightId, workspaceId }: { highlightId: string; workspaceId: string },
): Promise<void> {
  await deps.db
    .withTables<InterviewTables>()
    .updateTable("interview_highlight")
    .set({ card_id: null })
    .where("id", "=", highlightId)
    .execute();
  await tellCards(deps, workspaceId);
}

/**
 * Writes into the cards of a workspace (null: of all) how many highlights of how many interviews stand behind them, where
 * that is not what they say. Quotes are not written there: a map keeps its past, and what a participant takes back must be
 * gone everywhere.
 */
export async function tellCards(
  deps: Pick<CardDeps, "db" | "editor">,
  workspaceId: string | null,
  onRefusal: (reason: string) => void = () => undefined,
): Promise<void> {
  const { db, editor } = deps;
  for (const card of await cardsToTell(db, workspaceId)) {
    const { id, journeyId, cardId, before, evidence } = card;
    const keep = (transaction: Kysely<Database>) =>
      transaction
        .withTables<InterviewTables>()
        .updateTable("interview_card")
        .set({ evidence })
        .where("id", "=", id)
        .execute();
    try {
      await editor.edit(journeyId, null, (doc) => changeEvidence(doc, { cardId, before, evidence }), keep);
    } catch (error) {
      // A card of a lane that is locked, or with no room left, hears of it when it can.
      if (!(error instanceof AppError)) throw error;
      onRefusal(error.message);
    }
  }
}

/** Cards whose evidence is not what stands behind them now. */
async function cardsToTell(db: Kysely<Database>, workspaceId: string | null) {
  const { rows } = await sql<{
    id: string;
    journeyId: string;
    cardId: string;
    before: string;
    locale: Locale;
    highlights: number;
    interviews: number;
    ended: number;
  }>`
    SELECT c.id, c.journey_id AS "journeyId", c.card_id AS "cardId", c.evidence AS before, w.locale,
      count(h.id) AS highlights, count(DISTINCT i.id) AS interviews,
      count(DISTINCT i.id) FILTER (WHERE i.ended_at IS NOT NULL) AS ended
    FROM interview_card c
    JOIN workspace w ON w.id = c.workspace_id
    LEFT JOIN interview_highlight h ON h.card_id = c.id
    LEFT JOIN interview i ON i.id = h.interview_id
    WHERE ${workspaceId}::uuid IS NULL OR c.workspace_id = ${workspaceId}::uuid
    GROUP BY c.id, w.locale`.execute(db);
  return rows
    .map(({ locale, ...card }) => ({ ...card, evidence: evidenceOfHighlights(card, locale) }))
    .filter(({ before, evidence }) => before !== evidence);
}

async function stand(
  transaction: Kysely<Database>,
  place: { highlightId: string; workspaceId: string; journeyId: string; cardId: string },
): Promise<void> {
  const tables = transaction.withTables<InterviewTables>();
  const { id } = await tables
    .insertInto("interview_card")
    .values({ workspace_id: place.workspaceId, journey_id: place.journeyId, card_id: place.cardId })
    .onConflict((conflict) => conflict.columns(["journey_id", "card_id"]).doUpdateSet({ card_id: place.cardId }))
    .returning("id")
    .executeTakeFirstOrThrow();
  await tables.updateTable("interview_highlight").set({ card_id: id }).where("id", "=", place.highlightId).execute();
}
