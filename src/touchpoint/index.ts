export type { TouchpointDeps } from "./server/commands.ts";
export { ensureLibrary } from "./server/ensure.ts";
export { findTouchpoint, getLibrary } from "./server/queries.ts";
export { registerTouchpointRoutes } from "./server/routes.ts";
