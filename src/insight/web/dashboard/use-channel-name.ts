import { useTranslation } from "react-i18next";
import type { Dashboard } from "../../dashboard/model.ts";

/** What a channel is called, and those without one. */
export function useChannelName({ channels }: Pick<Dashboard, "channels">): (id: string | null) => string {
  const { t } = useTranslation("dashboard");
  return (id) => (id === null ? t("noChannel") : (channels.find((channel) => channel.id === id)?.name ?? ""));
}
