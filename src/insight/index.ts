export { measureJourney } from "./server/queries.ts";
export { registerInsightRoutes } from "./server/routes.ts";
