import { z } from "zod";

export const roles = ["owner", "editor", "contributor", "viewer"] as const;
export type Role = (typeof roles)[number];

export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];

export const permissions = [
  "workspace:read",
  "workspace:manage",
  "member:read",
  "member:manage",
  "journey:read",
  "journey:contribute",
  "journey:edit",
  "library:read",
  "library:edit",
  "persona:read",
  "persona:edit",
  "import:read",
  "import:run",
  "measure:read",
  "verbatim:read",
  "survey:read",
  "survey:edit",
  "answer:enter",
  "answer:judge",
  "comment:edit",
  "review:edit",
  "case:read",
  "case:work",
  "alert:read",
  "alert:edit",
  "invitation:read",
  "invitation:send",
  "interview:read",
  "interview:edit",
  "person:read",
  "person:erase",
] as const;
export type Permission = (typeof permissions)[number];

export const Id = z.uuid();

function isTimeZone(timeZone: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

export const Workspace = z.object({
  id: Id,
  name: z.string().min(1).max(80),
  locale: z.enum(locales),
  /** IANA name; days and months are cut in this zone. */
  timeZone: z.string().min(1).max(64).refine(isTimeZone, "not a time zone such as Europe/Paris"),
  isDemo: z.boolean(),
});
export type Workspace = z.infer<typeof Workspace>;

export const Member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.email(),
  role: z.enum(roles),
});
export type Member = z.infer<typeof Member>;
