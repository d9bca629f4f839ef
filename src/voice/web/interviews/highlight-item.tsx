import { ActionIcon, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { MapPin, Pencil, Play, Trash2, Unlink } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Highlight } from "../../interviews/model.ts";
import { clock } from "../../interviews/transcript.ts";
import { CardDialog } from "./card-dialog.tsx";
import { EditHighlight } from "./edit-highlight.tsx";
import classes from "./highlight.module.css";
import { useHighlightDeeds, useJourney } from "./queries.ts";

interface HighlightItemProps {
  of: Highlight;
  /** Its participant's consent has ended. */
  isErased: boolean;
  isCurrent?: boolean;
  /** It is shown on the card it stands behind, which says where it is. */
  isOnCard?: boolean;
  /** Where it was said; its moment is played by a button without it. */
  onPlay?: (() => void) | null;
  /** Whose words they are, and what plays them, where that is not said around it. */
  children?: ReactNode;
}

/** A highlight with what is said of it, and what can be done with it. */
export function HighlightItem({
  of,
  isErased,
  isCurrent = false,
  isOnCard = false,
  onPlay = null,
  children,
}: HighlightItemProps) {
  const { t } = useTranslation("interviews");
  const mayEdit = useMay("interview:edit");
  const { kind, quote, note, tags, moment, passage } = of;
  return (
    <li className={classes["highlight"]} data-kind={kind} data-current={isCurrent || undefined}>
      <p className={classes["head"]}>
        <b>{t(`kind.${kind}`)}</b>
        {tags.map((tag) => (
          <span key={tag} className={classes["tag"]}>
            {tag}
          </span>
        ))}
        {moment !== null && onPlay !== null && (
          <button type="button" className={classes["play"]} onClick={onPlay}>
            <Play size={12} aria-hidden /> {t("playAt", { time: clock(moment.fromMs) })}
          </button>
        )}
      </p>
      {isErased ? (
        <p className="soft">{t("erasedQuote")}</p>
      ) : quote === "" ? (
        <p className="soft">{t("aMoment")}</p>
      ) : (
        <blockquote className={classes["quote"]}>{quote}</blockquote>
      )}
      {!isErased && quote !== "" && passage === null && <p className="soft">{t("wordsGone")}</p>}
      {note !== "" && <p className={classes["note"]}>{note}</p>}
      {children}
      {!isOnCard && <Place of={of} />}
      {mayEdit && <Deeds of={of} isErased={isErased} />}
    </li>
  );
}

function Deeds({ of, isErased }: { of: Highlight; isErased: boolean }) {
  const { t } = useTranslation("interviews");
  const [open, setOpen] = useState<"card" | "edit" | null>(null);
  const { leave, remove } = useHighlightDeeds(of.id);
  return (
    <div className={classes["deeds"]}>
      {of.card !== null ? (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Unlink size={13} aria-hidden />}
          onClick={() => leave.mutate()}
        >
          {t("leaveCard")}
        </Button>
      ) : (
        !isErased && (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<MapPin size={13} aria-hidden />}
            onClick={() => setOpen("card")}
          >
            {t("putOnMap")}
          </Button>
        )
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t("editHighlight")} onClick={() => setOpen("edit")}>
        <Pencil size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t("unmark")} onClick={() => remove.mutate()}>
        <Trash2 size={14} aria-hidden />
      </ActionIcon>
      {open === "card" && <CardDialog of={of} onClose={() => setOpen(null)} />}
      {open === "edit" && <EditHighlight of={of} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** The step and the touchpoint that it is about, and the card that it stands behind. */
function Place({ of: { step, touchpointId, card } }: { of: Highlight }) {
  const { t } = useTranslation("interviews");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  const journey = useJourney(step?.journeyId ?? null);
  const names = [
    journey.data?.document.steps.find(({ id }) => id === step?.stepId)?.name,
    library.data?.touchpoints.find(({ id }) => id === touchpointId)?.name,
  ].filter(Boolean);
  if (names.length === 0 && card === null) return null;
  return (
    <p className={classes["place"]}>
      <span className="soft">{names.join(" · ")}</span>
      {card !== null && (
        <Link
          to="/w/$workspaceId/journeys/$journeyId"
          params={{ workspaceId, journeyId: card.journeyId }}
          search={{ panel: "card", item: `card:${card.cardId}` }}
        >
          {t("onMap")}
        </Link>
      )}
    </p>
  );
}
