import { z } from "zod";
import { route } from "#platform/http/route.ts";

const onJourney = z.object({ journeyId: z.uuid() });
const onCard = onJourney.extend({ cardId: z.string().regex(/^[\w-]{1,200}$/) });

/** The votes for a card; who voted is nobody's business. */
export const CardVotes = z.object({
  cardId: z.string(),
  count: z.number().int(),
  /** Whether the reader's is among them. */ isMine: z.boolean(),
});
export type CardVotes = z.infer<typeof CardVotes>;

export const listVotes = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/votes",
  summary: "The cards that have votes, the most voted first",
  permission: "journey:read",
  params: onJourney,
  response: z.array(CardVotes),
});
export const addVote = route({
  method: "PUT",
  path: "/api/v1/journeys/:journeyId/cards/:cardId/vote",
  summary: "Vote for a card, once",
  permission: "journey:contribute",
  params: onCard,
});
export const removeVote = route({
  method: "DELETE",
  path: "/api/v1/journeys/:journeyId/cards/:cardId/vote",
  summary: "Take one's vote back",
  permission: "journey:contribute",
  params: onCard,
});
export const clearVotes = route({
  method: "DELETE",
  path: "/api/v1/journeys/:journeyId/votes",
  summary: "Remove everybody's votes",
  permission: "journey:edit",
  params: onJourney,
});
