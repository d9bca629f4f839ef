export { addPersonas } from "./server/commands.ts";
export { ensurePersonas } from "./server/ensure.ts";
export { listPersonas } from "./server/queries.ts";
export { registerPersonaRoutes } from "./server/routes.ts";
