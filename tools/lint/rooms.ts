/**
 * The rooms of the house (docs/decisions, design): the one list that the layer rules read.
 * A domain may use, through its door, only the domains that stand before it on the same side, so there are no circles.
 */
export const serverOrder = [
  "workspace",
  "touchpoint",
  "persona",
  "journey",
  "activity",
  "voice",
  "insight",
  "workshop",
  "initiative",
  "strategy",
  "committee",
  "relation",
] as const;

/** In the browser the journey's map shows what the other rooms draw, so it stands after them. */
export const browserOrder = [
  "workspace",
  "touchpoint",
  "persona",
  "voice",
  "insight",
  "journey",
  "activity",
  "workshop",
  "initiative",
  "strategy",
  "committee",
  "relation",
] as const;

export type Domain = (typeof serverOrder)[number];

/** What has no word of the field in it. */
export const foundations = ["platform", "ui"] as const;

/** Small libraries that do no I/O: the only packages the pure files of a room may import. */
export const purePackages = ["zod", "yjs", "yaml", "luxon", "d3-scale", "d3-shape", "qrcode-generator"] as const;

/** Files of the platform that are as pure as a model. */
export const purePlatform = ["platform/csv.ts", "platform/errors.ts", "platform/http/route.ts"] as const;

/** What the widget on other sites shares with the pages of a survey; it imports nothing either. */
export const pureCollect = [
  "collect/follow.ts",
  "collect/is-asked.ts",
  "collect/panel-style.ts",
  "collect/prove.ts",
  "collect/prove-form.ts",
  "collect/reviews-style.ts",
  "collect/style.ts",
] as const;

export function isDomain(room: string): room is Domain {
  return (serverOrder as readonly string[]).includes(room);
}
