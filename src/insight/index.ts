export { wilson } from "./intervals.ts";
export { openDashboard } from "./server/dashboard.ts";
export { measuredDays } from "./server/roll-up.ts";
export { measureJourney } from "./server/queries.ts";
export { startLearning } from "./server/inferred/learning.ts";
export { recentChanges } from "./server/recent.ts";
export { registerInsightRoutes } from "./server/routes.ts";
