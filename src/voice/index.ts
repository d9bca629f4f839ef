export { alertsFrom } from "./server/alerts/raise.ts";
export { startAsker } from "./server/asking/asker.ts";
export { createSenders } from "./server/asking/senders.ts";
export { startComments } from "./server/comments/follow.ts";
export { createCommentReader } from "./server/comments/reader.ts";
export { createCommentThread } from "./server/comments/thread.ts";
export { type FollowedAnswer, type Follower, startFollowUp } from "./server/follow-up.ts";
export { deleteExpired } from "./server/retention.ts";
export { registerVoiceRoutes, type VoiceDeps } from "./server/routes.ts";
