import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Journey, laneKinds } from "../model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const one = z.object({ journeyId: z.uuid() });

export const foundKinds = ["journey", "tag", "stage", "step", "lane", "card", "touchpoint"] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Something on a map that says what was searched for, and where it stands. */
export const FoundItem = z.object({
  journeyId: z.uuid(),
  journeyName: z.string(),
  kind: z.enum(foundKinds),
  /** Of the stage, step, lane, card or placement; the journey's own for a journey or a tag. */
  id: z.string(),
  text: z.string(),
  stage: z.string().nullable(),
  step: z.string().nullable(),
  /** Empty name: the kind's, in the reader's language. */
  lane: z.object({ kind: z.enum(laneKinds), name: z.string() }).nullable(),
});
export type FoundItem = z.infer<typeof FoundItem>;

/** All the words must be said by one thing; case and accents do not matter. The language is that of lanes without a name. */
export const searchJourneys = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/journeys/search",
  summary: "Search everything on the maps of a workspace",
  permission: "journey:read",
  params: inWorkspace,
  query: z.object({ words: z.string().trim().min(2).max(200), locale: z.enum(["fr", "en"]).default("fr") }),
  response: z.object({
    found: z.array(FoundItem),
    /** There is more than is answered. */ isCut: z.boolean(),
  }),
});

/** The copy has the same ids inside, so that the two can be compared; it is not reviewed and stands by itself. */
export const duplicateJourney = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/duplicate",
  summary: "Duplicate a journey",
  permission: "journey:edit",
  params: one,
  body: z.object({ name: z.string().trim().min(1).max(200) }),
  response: Journey,
});

/** Cards go to the step of the same name, else to the one at the same place. */
export const copyLane = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/lanes/:laneId/copies",
  summary: "Copy a lane with its cards, or its emotions, to another journey of the workspace",
  permission: "journey:edit",
  params: one.extend({ laneId: z.string() }),
  body: z.object({ toJourneyId: z.uuid() }),
  response: z.object({
    laneId: z.string(),
    cards: z.number().int(),
    emotions: z.number().int(),
    /** Points of emotion that the other map did not take. */
    leftEmotions: z.number().int(),
    /** Steps whose cards stayed behind. */
    unmatched: z.array(z.object({ name: z.string(), cards: z.number().int() })),
  }),
});
