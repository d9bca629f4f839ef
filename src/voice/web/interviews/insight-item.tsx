import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { Insight } from "../../interviews/model.ts";
import { HighlightItem } from "./highlight-item.tsx";
import classes from "./highlight.module.css";
import { mediaUrl } from "./media-url.ts";
import { useParticipantName } from "./use-participant-name.ts";

/** A highlight away from its interview: who said it and when, and the moment to hear it. */
export function InsightItem({ of, isOnCard = false }: { of: Insight; isOnCard?: boolean }) {
  const { t } = useTranslation("interviews");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const name = useParticipantName();
  const { interview, moment, mediaType } = of;
  const isErased = interview.ended !== null;
  const source = moment?.recordingId == null || mediaType === null ? null : mediaUrl(moment.recordingId, moment);
  const media = { controls: true, preload: "none", "aria-label": t("theMoment") } as const;
  return (
    <HighlightItem of={of} isErased={isErased} isOnCard={isOnCard}>
      <p className="soft num">
        <Link
          to="/w/$workspaceId/voice/interviews/$interviewId"
          params={{ workspaceId, interviewId: interview.id }}
          search={{ highlight: of.id }}
        >
          {name(interview)}
        </Link>{" "}
        · {format.date(interview.heldOn)}
      </p>
      {/* Its words stand above it. */}
      {/* oxlint-disable jsx-a11y/media-has-caption */}
      {source !== null &&
        !isErased &&
        (mediaType?.startsWith("video/") === true ? (
          <video className={classes["moment"]} src={source} {...media} />
        ) : (
          <audio className={classes["moment"]} src={source} {...media} />
        ))}
      {/* oxlint-enable jsx-a11y/media-has-caption */}
    </HighlightItem>
  );
}
