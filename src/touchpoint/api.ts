import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Channel, Key, Library, Team, Touchpoint } from "./model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const one = inWorkspace.extend({ id: z.uuid() });
const base = "/api/v1/workspaces/:workspaceId";

export const getLibrary = route({
  method: "GET",
  path: `${base}/library`,
  summary: "Touchpoints, channels and teams",
  permission: "library:read",
  params: inWorkspace,
  response: Library,
});

/** The key is made from the name when none is given; taken already: 409. */
const NewTouchpoint = Touchpoint.omit({ id: true, key: true }).extend({ key: Key.optional() });
export const createTouchpoint = route({
  method: "POST",
  path: `${base}/touchpoints`,
  summary: "Add a touchpoint",
  permission: "library:edit",
  params: inWorkspace,
  body: NewTouchpoint,
  response: Touchpoint,
});
export const updateTouchpoint = route({
  method: "PATCH",
  path: `${base}/touchpoints/:id`,
  summary: "Change a touchpoint",
  permission: "library:edit",
  params: one,
  body: Touchpoint.omit({ id: true, key: true }).partial(),
  response: Touchpoint,
});
/** Refused (409) while it is placed on a journey or has events. */
export const deleteTouchpoint = route({
  method: "DELETE",
  path: `${base}/touchpoints/:id`,
  summary: "Delete an unused touchpoint",
  permission: "library:edit",
  params: one,
});

const NewChannel = Channel.omit({ id: true, key: true }).extend({ key: Key.optional() });
export const createChannel = route({
  method: "POST",
  path: `${base}/channels`,
  summary: "Add a channel",
  permission: "library:edit",
  params: inWorkspace,
  body: NewChannel,
  response: Channel,
});
export const updateChannel = route({
  method: "PATCH",
  path: `${base}/channels/:id`,
  summary: "Change a channel",
  permission: "library:edit",
  params: one,
  body: Channel.omit({ id: true, key: true }).partial(),
  response: Channel,
});
export const deleteChannel = route({
  method: "DELETE",
  path: `${base}/channels/:id`,
  summary: "Delete a channel no touchpoint uses",
  permission: "library:edit",
  params: one,
});

const NewTeam = Team.omit({ id: true, key: true }).extend({ key: Key.optional() });
export const createTeam = route({
  method: "POST",
  path: `${base}/teams`,
  summary: "Add a team",
  permission: "library:edit",
  params: inWorkspace,
  body: NewTeam,
  response: Team,
});
export const updateTeam = route({
  method: "PATCH",
  path: `${base}/teams/:id`,
  summary: "Change a team",
  permission: "library:edit",
  params: one,
  body: Team.omit({ id: true, key: true }).partial(),
  response: Team,
});
export const deleteTeam = route({
  method: "DELETE",
  path: `${base}/teams/:id`,
  summary: "Delete a team no touchpoint uses",
  permission: "library:edit",
  params: one,
});
