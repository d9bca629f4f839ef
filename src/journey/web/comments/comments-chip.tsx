import { MessageSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMap } from "../map-context.ts";
import screen from "../screen.module.css";
import { useStore } from "../store.ts";
import { useTalk } from "./talk.ts";
import classes from "./talk.module.css";

/** How many comments on this map are open; opens them. */
export function CommentsChip() {
  const { t } = useTranslation("comments");
  const { openPanel } = useMap();
  const { talk } = useTalk();
  const open = useStore(talk, ({ about }) => about.values().reduce((sum, { threads }) => sum + threads, 0));
  return (
    <button
      type="button"
      className={`${screen["chip"]} ${classes["chip"]}`}
      aria-label={open === 0 ? t("title") : t("openThreads", { count: open })}
      onClick={() => openPanel("comments")}
    >
      <MessageSquare aria-hidden /> {open > 0 && open}
    </button>
  );
}
