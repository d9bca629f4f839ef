import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { JourneyFile } from "../format/journey-file.ts";
import { Journey } from "../model.ts";

const one = z.object({ journeyId: z.uuid() });
const ofVersion = one.extend({ versionId: z.uuid() });
const base = "/api/v1/journeys/:journeyId/versions";
const name = z.string().trim().min(1).max(200);
const count = z.number().int();
const Author = z.object({ id: z.string(), name: z.string() });

/** `named`: by somebody; `automatic`: when editing ended, or each hour of it; `safety`: before all was replaced. */
export const versionReasons = ["named", "automatic", "safety"] as const;
export type VersionReason = (typeof versionReasons)[number];

/** How many elements differ from the version before. */
export const ChangeCounts = z.object({ added: count, changed: count, moved: count, removed: count });
export type ChangeCounts = z.infer<typeof ChangeCounts>;

export const Version = z.object({
  id: z.uuid(),
  reason: z.enum(versionReasons),
  name: z.string(),
  /** Who edited since the version before. */ authors: z.array(Author),
  changes: ChangeCounts,
  createdBy: Author.nullable(),
  createdAt: z.iso.datetime(),
});
export type Version = z.infer<typeof Version>;

export const listVersions = route({
  method: "GET",
  path: base,
  summary: "Versions of a journey, the last first",
  permission: "journey:read",
  params: one,
  response: z.object({
    versions: z.array(Version),
    /** What was edited since the last of them. */
    now: z.object({ authors: z.array(Author), changes: ChangeCounts }),
  }),
});
export const createVersion = route({
  method: "POST",
  path: base,
  summary: "Keep the journey as it is now",
  permission: "journey:edit",
  params: one,
  body: z.union([z.object({ reason: z.literal("named"), name }), z.object({ reason: z.literal("safety") })]),
  response: Version,
});
export const getVersion = route({
  method: "GET",
  path: `${base}/:versionId`,
  summary: "One version with its map",
  permission: "journey:read",
  params: ofVersion,
  response: Version.extend({ file: JourneyFile }),
});
/** A version that gets a name stays for good. */
export const renameVersion = route({
  method: "PATCH",
  path: `${base}/:versionId`,
  summary: "Name a version",
  permission: "journey:edit",
  params: ofVersion,
  body: z.object({ name }),
  response: Version,
});
export const deleteVersion = route({
  method: "DELETE",
  path: `${base}/:versionId`,
  summary: "Delete a version",
  permission: "journey:edit",
  params: ofVersion,
});
/** Answers the version that keeps what was there before. */
export const restoreVersion = route({
  method: "POST",
  path: `${base}/:versionId/restore`,
  summary: "Make the journey say what a version says",
  permission: "journey:edit",
  params: ofVersion,
  response: Version,
});
/** The target has the same ids inside, so that the two can be compared element by element. */
export const createTarget = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/target",
  summary: "Begin the target journey of a lived one",
  permission: "journey:edit",
  params: one,
  body: z.object({ name }),
  response: Journey,
});
