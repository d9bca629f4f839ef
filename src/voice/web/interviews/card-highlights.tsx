import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AudioLines } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import classes from "./highlight.module.css";
import { InsightItem } from "./insight-item.tsx";
import { insightsQuery } from "./queries.ts";

/** How many are shown where the card is; the way to all is beside them. */
const shown = 20;

/** What was said in interviews that a card of a map rests on, to be read and heard; nothing where there is none. */
export function CardHighlights({ cardId }: { cardId: string }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const mayRead = useMay("interview:read");
  const [isOpen, setIsOpen] = useState(false);
  const behind = useQuery({ ...insightsQuery(workspaceId, { cardId, limit: shown }), enabled: mayRead });
  if (behind.data === undefined || behind.data.total === 0) return null;
  const { highlights, total, interviews } = behind.data;
  return (
    <section className={classes["behind"]}>
      <button type="button" className={classes["opener"]} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <AudioLines size={14} aria-hidden />{" "}
        {t("behind", {
          highlights: t("highlightCount", { count: total }),
          interviews: t("interviewCount", { count: interviews }),
        })}
      </button>
      {isOpen && (
        <>
          <ul>
            {highlights.map((each) => (
              <InsightItem key={each.id} of={each} isOnCard />
            ))}
          </ul>
          {total > highlights.length && (
            <Link
              to="/w/$workspaceId/voice/interviews"
              params={{ workspaceId }}
              search={{ view: "highlights", card: cardId }}
            >
              {t("allHighlights")}
            </Link>
          )}
        </>
      )}
    </section>
  );
}
