export { deleteExpired } from "./server/retention.ts";
export { registerVoiceRoutes, type VoiceDeps } from "./server/routes.ts";
