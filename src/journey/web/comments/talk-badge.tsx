import { MessageSquare, ThumbsUp } from "lucide-react";
import { memo } from "react";
import { useMap } from "../map-context.ts";
import { useStore } from "../store.ts";
import { useTalk } from "./talk.ts";
import classes from "./talk.module.css";

/** On an item of the map: how many threads about it are open, and how many votes it has. Nothing when there are none. */
export const TalkBadge = memo(function TalkBadge({
  subject,
  isInline = false,
}: {
  subject: string;
  isInline?: boolean;
}) {
  const { t, openPanel } = useMap();
  const { talk, vote } = useTalk();
  const said = useStore(talk, ({ about }) => about.get(subject));
  if (said === undefined) return null;
  const { threads, votes } = said;
  return (
    <span className={classes["badge"]} data-inline={isInline}>
      {votes !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          aria-pressed={votes.isMine}
          aria-label={t("comments:votes", { count: votes.count })}
          disabled={vote === null}
          onClick={() => vote?.(votes.cardId)}
        >
          <ThumbsUp aria-hidden /> {votes.count}
        </button>
      )}
      {threads > 0 && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t("comments:openThreads", { count: threads })}
          onClick={() => openPanel("comments", subject)}
        >
          <MessageSquare aria-hidden /> {threads}
        </button>
      )}
    </span>
  );
});
