import { useTranslation } from "react-i18next";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Sight } from "../../alerts/model.ts";
import { type Said, saySight } from "../../alerts/say.ts";

/** What was seen over time, in words of the language on screen. */
export function useSaySight(): (sight: Sight) => Said {
  const { i18n } = useTranslation();
  const { timeZone } = useWorkspace();
  const locale = i18n.language === "fr" ? "fr" : "en";
  return (sight) => saySight(sight, { locale, timeZone });
}
