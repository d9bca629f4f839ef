import { MessageSquare, ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { JourneyAction } from "../journey-menu.tsx";

/** What the journey's menu opens of what people say. */
export function useTalkActions(): JourneyAction[] {
  const { t } = useTranslation("comments");
  const { t: votes } = useTranslation("votes");
  const alone = { item: undefined, touchpoint: undefined };
  return [
    {
      key: "comments",
      label: t("title"),
      icon: <MessageSquare size={15} aria-hidden />,
      onClick: ({ show }) => show({ panel: "comments", ...alone }),
    },
    {
      key: "votes",
      label: votes("title"),
      icon: <ThumbsUp size={15} aria-hidden />,
      onClick: ({ show }) => show({ panel: "votes", ...alone }),
    },
  ];
}
