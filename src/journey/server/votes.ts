import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { CardVotes } from "../api/votes.ts";
import { collectionOf } from "../document.ts";
import { announce } from "./announce.ts";
import type { JourneyEditor } from "./editor.ts";
import type { TalkTables } from "./talk-tables.ts";

export interface VoteDeps {
  db: Kysely<Database>;
  editor: JourneyEditor;
  now: () => Date;
  processId: string;
}

/** A vote of somebody for a card. */
export interface Vote {
  journeyId: string;
  cardId: string;
  userId: string;
}

const subjectOf = (cardId: string) => `card:${cardId}`;

/** The votes for the cards that are there, the most voted first. */
export async function listVotes(db: Kysely<Database>, journeyId: string, userId: string): Promise<CardVotes[]> {
  return db
    .withTables<TalkTables>()
    .selectFrom("journey_vote as vote")
    .innerJoin("journey_card as card", (join) =>
      join.onRef("card.journey_id", "=", "vote.journey_id").on("vote.subject", "=", sql`'card:' || card.id`),
    )
    .select(["card.id as cardId"])
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      eb.fn.agg<boolean>("bool_or", [eb("vote.user_id", "=", userId)]).as("isMine"),
    ])
    .where("vote.journey_id", "=", journeyId)
    .groupBy("card.id")
    .orderBy("count", "desc")
    .orderBy("card.id")
    .execute();
}

/** Votes for a card; a second time changes nothing. @throws AppError `not_found` */
export async function addVote(
  { db, editor, now, processId }: VoteDeps,
  { journeyId, cardId, userId }: Vote,
): Promise<void> {
  const isThere = await editor.edit(journeyId, null, (doc) => collectionOf(doc, "cards").has(cardId));
  if (!isThere) throw new AppError("not_found", "There is no such card.");
  await db.transaction().execute(async (transaction) => {
    await transaction
      .withTables<TalkTables>()
      .insertInto("journey_vote")
      .values({ journey_id: journeyId, subject: subjectOf(cardId), user_id: userId, created_at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await announce(transaction, { journeyId, from: processId, changed: "votes" });
  });
}

/** Takes one's vote back, if there is one. */
export async function removeVote({ db, processId }: VoteDeps, { journeyId, cardId, userId }: Vote): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .withTables<TalkTables>()
      .deleteFrom("journey_vote")
      .where("journey_id", "=", journeyId)
      .where("subject", "=", subjectOf(cardId))
      .where("user_id", "=", userId)
      .execute();
    await announce(transaction, { journeyId, from: processId, changed: "votes" });
  });
}

/** Removes everybody's votes on a journey. */
export async function clearVotes({ db, processId }: VoteDeps, journeyId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.withTables<TalkTables>().deleteFrom("journey_vote").where("journey_id", "=", journeyId).execute();
    await announce(transaction, { journeyId, from: processId, changed: "votes" });
  });
}
