import { VisuallyHidden } from "@mantine/core";
import { Pencil, TriangleAlert } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { Correction, PolarityLabel, ReadComment } from "../../comments/model.ts";
import { scales } from "../../model.ts";
import { OpenCase } from "../cases/open-case.tsx";
import { CommentText } from "./comment-text.tsx";
import { CorrectionMenu } from "./correction-menu.tsx";
import { PolarityMark } from "./polarity-mark.tsx";
import classes from "./verbatims.module.css";

interface CommentRowProps {
  comment: ReadComment;
  /** Of its touchpoint. */
  place: string;
  topicNames: ReadonlyMap<string, string>;
  /** Of what says which keys correct. */
  keysId: string;
  /** Not there for those who may not correct. */
  onCorrect: ((correction: Correction) => void) | null;
  onTopic: (topic: string) => void;
}

const polarityKeys: Readonly<Record<string, PolarityLabel>> = {
  "+": "positive",
  "=": "positive",
  "-": "negative",
  "?": "unsure",
};

/** A comment with its score, where and when it was given, and what is read out of it. */
export function CommentRow({ comment, place, topicNames, keysId, onCorrect, onTopic }: CommentRowProps) {
  const { t } = useTranslation("verbatims");
  const { t: tVoice } = useTranslation("voice");
  const { t: tReviews } = useTranslation("reviews");
  const format = useFormat();
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { reading, correction, metric, score } = comment;
  const polarity = correction?.polarity ?? reading.polarity.label;
  const topics = correction?.topics ?? reading.topics.map(({ id }) => id);
  const hint = t("probability", {
    label: t(`polarity.${reading.polarity.label}`),
    percent: format.percent(reading.polarity.probability),
  });
  const change = (part: Partial<Correction>) => onCorrect?.({ polarity: null, topics: null, ...correction, ...part });

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const label = polarityKeys[event.key];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.currentTarget, event.key);
    else if (label !== undefined) change({ polarity: label });
    else if (event.key.toLowerCase() === "t") setIsCorrecting(true);
    else if (event.key === "Backspace") onCorrect?.({ polarity: null, topics: null });
    else return;
    event.preventDefault();
  };
  const mark = <PolarityMark label={polarity} hint={hint} />;

  return (
    <li className={classes["row"]} data-polarity={polarity}>
      <div className={classes["said"]}>
        <CommentText comment={comment.comment} reading={reading} topicNames={topicNames} />
        <p className={classes["told"]}>
          {metric !== null && score !== null && (
            <b>
              {tVoice(`asked.${metric}`)} {format.number(score)}/{scales[metric].max}
            </b>
          )}
          {comment.source !== "surveys" && (
            <span className={classes["public"]}>{tReviews(`source.${comment.source}`)}</span>
          )}
          <span>{place}</span>
          <span>{format.date(comment.at)}</span>
          {topics.map((id) => (
            <button key={id} type="button" className={classes["topic"]} onClick={() => onTopic(id)}>
              {topicNames.get(id) ?? id}
            </button>
          ))}
          {[...new Set(reading.signals.map(({ kind }) => kind))].map((kind) => (
            <span key={kind} className={classes["signal"]}>
              {t(`signal.${kind}`)}
            </span>
          ))}
          {reading.disagreement !== null && (
            <span className={classes["disagreement"]}>
              <TriangleAlert size={12} aria-hidden />
              {t(`disagreement.${reading.disagreement}`)}
            </span>
          )}
          {comment.isResponse && <OpenCase responseId={comment.eventId} comment={comment.comment} />}
        </p>
      </div>
      <div className={classes["judged"]}>
        {correction !== null && <span className={classes["byHand"]}>{t("corrected")}</span>}
        {onCorrect === null ? (
          mark
        ) : (
          <CorrectionMenu
            opened={isCorrecting}
            onChange={setIsCorrecting}
            polarity={polarity}
            topics={topics}
            topicNames={topicNames}
            onCorrect={change}
            onMachine={correction === null ? null : () => onCorrect({ polarity: null, topics: null })}
          >
            <button
              type="button"
              className={classes["judgement"]}
              aria-describedby={keysId}
              onKeyDown={onKeyDown}
              onClick={() => setIsCorrecting(!isCorrecting)}
            >
              {mark}
              <VisuallyHidden>, {t("correct")}</VisuallyHidden>
              <Pencil size={12} aria-hidden />
            </button>
          </CorrectionMenu>
        )}
      </div>
    </li>
  );
}

/** Goes to the judgement of the comment above or below. */
function step(from: HTMLButtonElement, key: "ArrowUp" | "ArrowDown"): void {
  const row = from.closest("li");
  const next = key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector<HTMLButtonElement>(`.${from.className}`)?.focus();
}
