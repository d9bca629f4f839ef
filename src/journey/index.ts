export { announceAt } from "./server/announce.ts";
export { type MeasuredJourney, type Place, placesOfTouchpoints, touchpointsByJourney } from "./server/atlas.ts";
export { createJourney, ensureJourney, type JourneyDeps } from "./server/commands.ts";
export { createLogEditor, type JourneyEditor } from "./server/editor.ts";
export { createLive, type LiveDeps, type LiveJourneys } from "./server/live.ts";
export { fontFiles } from "./server/fonts.ts";
export { startHousekeeping } from "./server/housekeeping.ts";
export {
  findJourney,
  getJourney,
  journeysShowing,
  journeysTelling,
  stepsOfTouchpoint,
  workspaceOfJourney,
} from "./server/queries.ts";
export { registerJourneyRoutes, type JourneyRoutesDeps } from "./server/routes.ts";
