export { registerVoiceRoutes, type VoiceDeps } from "./server/routes.ts";
