export { authorise } from "./server/policy.ts";
export { createWorkspace, ensureDefaultWorkspace, updateWorkspace } from "./server/commands.ts";
export {
  findWorkspace,
  getWorkspace,
  listMembers,
  listWorkspaces,
  localesOf,
  namesOf,
  needsOwner,
  roleIn,
} from "./server/queries.ts";
export { newOwnerToken } from "./server/links.ts";
export { registerWorkspaceRoutes } from "./server/routes.ts";
