export { createCustomers, type Customers, type KnownContact, type Reach } from "./server/customers.ts";
export type { ActivityDeps } from "./server/deps.ts";
export { type FromFiles, type ImportReport, runImportFromFiles } from "./server/from-files.ts";
export { erasePerson, tellPerson } from "./server/erase.ts";
export { forgetEvents } from "./server/forget.ts";
export {
  acceptEvents,
  type AcceptedEvent,
  acceptingEvents,
  identify,
  type Inbox,
  type InboxEvent,
  type Moved,
  startInbox,
} from "./server/inbox.ts";
export type { JourneyDraft } from "./server/map.ts";
export { mappingSchema } from "./server/mapping-schema.ts";
export {
  clearIdentifier,
  identifiersLike,
  identifiersLikeEach,
  labelOfIdentifier,
  labelPeople,
  personBehind,
} from "./server/people.ts";
export { renameProperties } from "./server/rename.ts";
export { type ActivityRoutesDeps, registerActivityRoutes } from "./server/routes.ts";
export { type ImportRunner, startImportRunner } from "./server/runner.ts";
