/** The day it is in a zone, as `yyyy-mm-dd`, so many years from now. */
export function today(timeZone: string, years = 0): string {
  // Swedish writes dates as ISO 8601 does.
  const [year = "", ...rest] = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date()).split("-");
  // The 29th of February has no day like it in most years.
  return [Number(year) + years, ...rest].join("-").replace(years === 0 ? /$^/ : /-02-29$/, "-02-28");
}
