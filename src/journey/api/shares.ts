import { z } from "zod";
import { JourneyMeasures } from "#insight/model.ts";
import { channelKinds } from "#touchpoint/model.ts";
import { route } from "#platform/http/route.ts";
import { JourneyDocument, journeyKinds, journeyStates } from "../model.ts";

const onJourney = z.object({ journeyId: z.uuid() });
const withToken = z.object({ token: z.string().min(1).max(200) });

/** A way to look at one journey without an account. */
export const ShareLink = z.object({
  id: z.uuid(),
  name: z.string(),
  hasPassword: z.boolean(),
  expiresAt: z.iso.datetime().nullable(),
  showsMeasures: z.boolean(),
  /** Whether other sites may show it in a frame. */ mayEmbed: z.boolean(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type ShareLink = z.infer<typeof ShareLink>;

/** All that a link shows: the map and the names on it. */
export const SharedJourney = z.object({
  kind: z.enum(journeyKinds),
  state: z.enum(journeyStates),
  updatedAt: z.iso.datetime(),
  document: JourneyDocument,
  touchpoints: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      channel: z.object({ name: z.string(), kind: z.enum(channelKinds) }).nullable(),
    }),
  ),
  personas: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The pictures on its cards, as data URIs. */
  images: z.array(z.object({ id: z.uuid(), href: z.string(), width: z.number(), height: z.number() })),
  /** Null unless the link shows measures; without anything that fewer than five people or answers stand behind. */
  measures: JourneyMeasures.nullable(),
});
export type SharedJourney = z.infer<typeof SharedJourney>;

export const listShares = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/shares",
  summary: "The share links of a journey that are not revoked",
  permission: "journey:edit",
  params: onJourney,
  response: z.array(ShareLink),
});
/** `link` is said this once: only its hash is kept. */
export const createShare = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/shares",
  summary: "Make a share link",
  permission: "journey:edit",
  params: onJourney,
  body: z.object({
    name: z.string().trim().max(80).default(""),
    password: z.string().min(6).max(200).nullable().default(null),
    expiresAt: z.iso.datetime().nullable().default(null),
    showsMeasures: z.boolean().default(false),
    mayEmbed: z.boolean().default(false),
  }),
  response: z.object({ share: ShareLink, link: z.url() }),
});
export const revokeShare = route({
  method: "DELETE",
  path: "/api/v1/journeys/:journeyId/shares/:shareId",
  summary: "Close a share link for good",
  permission: "journey:edit",
  params: onJourney.extend({ shareId: z.uuid() }),
});
/** Refuses with `gone` (issue `expired` or `revoked`), or `not_allowed` (issue `password`) when it asks for one. */
export const getShared = route({
  method: "GET",
  path: "/api/v1/shared/:token",
  summary: "The journey behind a share link",
  permission: "public",
  params: withToken,
  response: SharedJourney,
});
/** As `getShared`; a wrong password is `not_allowed` (issue `wrongPassword`), too many of them `too_many_requests`. */
export const unlockShared = route({
  method: "POST",
  path: "/api/v1/shared/:token",
  summary: "The journey behind a share link with a password",
  permission: "public",
  params: withToken,
  body: z.object({ password: z.string().max(200) }),
  response: SharedJourney,
});
/** The page of the web, with headers that say which sites may frame it. */
export const sharedPage = route({
  method: "GET",
  path: "/share/:token",
  summary: "The page of a share link",
  permission: "public",
  params: withToken,
  stream: "text/html; charset=utf-8",
});
