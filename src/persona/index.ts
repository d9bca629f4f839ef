export { createPersona } from "./server/commands.ts";
export { listPersonas } from "./server/queries.ts";
export { registerPersonaRoutes } from "./server/routes.ts";
