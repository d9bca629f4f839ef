import { z } from "zod";

/** A stable, readable key, unique in its workspace; it never changes once given, so that imports keep meeting it. */
export const Key = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens");

export const channelKinds = [
  "shop",
  "web",
  "app",
  "phone",
  "email",
  "sms",
  "post",
  "chat",
  "social",
  "poster",
  "radio",
  "press",
  "wordOfMouth",
  "delivery",
  "service",
  "other",
] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const initiators = ["customer", "company"] as const;
export type Initiator = (typeof initiators)[number];

export const Channel = z.object({
  id: z.uuid(),
  key: Key,
  name: z.string().trim().min(1).max(80),
  kind: z.enum(channelKinds),
});
export type Channel = z.infer<typeof Channel>;

export const Team = z.object({ id: z.uuid(), key: Key, name: z.string().trim().min(1).max(80) });
export type Team = z.infer<typeof Team>;

export const Touchpoint = z.object({
  id: z.uuid(),
  key: Key,
  name: z.string().trim().min(1).max(120),
  channelId: z.uuid().nullable(),
  teamId: z.uuid().nullable(),
  initiator: z.enum(initiators),
});
export type Touchpoint = z.infer<typeof Touchpoint>;

export const Library = z.object({ touchpoints: z.array(Touchpoint), channels: z.array(Channel), teams: z.array(Team) });
export type Library = z.infer<typeof Library>;

/** What an import or a demo knows of a library: keys in place of ids. */
export const LibraryDraft = z.object({
  channels: z.array(Channel.omit({ id: true })).default([]),
  teams: z.array(Team.omit({ id: true })).default([]),
  touchpoints: z
    .array(
      Touchpoint.omit({ id: true, channelId: true, teamId: true, initiator: true }).extend({
        channelKey: Key.nullable().default(null),
        teamKey: Key.nullable().default(null),
        initiator: z.enum(initiators).default("customer"),
      }),
    )
    .default([]),
});
export type LibraryDraft = z.output<typeof LibraryDraft>;
