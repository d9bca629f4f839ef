import { z } from "zod";
import { route } from "#platform/http/route.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });

/** A picture of the workspace, which cards refer to by its id. */
export const JourneyImage = z.object({ id: z.uuid(), width: z.number().int(), height: z.number().int() });
export type JourneyImage = z.infer<typeof JourneyImage>;

/** One PNG, JPEG or WebP file of at most 2 MB, as `multipart/form-data`. */
export const addImage = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/images",
  summary: "Add a picture",
  permission: "journey:edit",
  params: inWorkspace,
  multipart: true,
  response: JourneyImage,
});
export const getImage = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/images/:imageId",
  summary: "A picture",
  permission: "journey:read",
  params: inWorkspace.extend({ imageId: z.uuid() }),
  stream: "image/*",
});
