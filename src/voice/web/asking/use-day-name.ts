import { useTranslation } from "react-i18next";

/** Names ISO days of the week, 1 is Monday, in the language on screen. */
export function useDayName(): (day: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: "long", timeZone: "UTC" });
  // The first day of 2024 was a Monday.
  return (day) => format.format(Date.UTC(2024, 0, day));
}
