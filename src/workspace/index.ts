export { authorise } from "./server/policy.ts";
export { createWorkspace, ensureDefaultWorkspace, updateWorkspace } from "./server/commands.ts";
export { findWorkspace, getWorkspace, listWorkspaces, needsOwner, roleIn } from "./server/queries.ts";
export { newOwnerToken } from "./server/links.ts";
export { registerWorkspaceRoutes } from "./server/routes.ts";
