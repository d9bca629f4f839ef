/** The language of what is made before there is an owner, whose choice replaces it. */
export const firstLocale = "fr";

/** The time zone of this machine, the best guess for where its customers are. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
