import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { CommentSaid } from "#voice/web/index.ts";
import { OpenCase } from "#voice/web/index.ts";
import type { Verbatim } from "../api.ts";
import { type Metric, scaleOf, sidesOf } from "../model.ts";
import classes from "./panel.module.css";
import { type MeasureView, type ScoreRange, verbatimsQuery } from "./queries.ts";
import { useRawWords } from "./use-raw-words.ts";

const ranges = ["allScores", "lowScores", "highScores"] as const;

interface CommentListProps {
  journeyId: string;
  touchpointKey: string;
  view: MeasureView;
  /** The metric whose low and high scores one can pick. */
  metric: Metric | null;
}

/** The latest comments at a touchpoint, each with its score and its day. */
export function CommentList({ journeyId, touchpointKey, view, metric }: CommentListProps) {
  const { t } = useTranslation("insight");
  const [range, setRange] = useState<(typeof ranges)[number]>("allScores");
  const comments = useInfiniteQuery(verbatimsQuery(journeyId, touchpointKey, view, rangeOfScores(metric, range)));
  const all = comments.data?.pages.flatMap((page) => page.verbatims) ?? [];
  return (
    <div className={classes["sections"]}>
      {metric !== null && (
        <SegmentedControl
          fullWidth
          aria-label={t("score")}
          value={range}
          onChange={(value) => setRange(value)}
          data={ranges.map((value) => ({ value, label: t(value) }))}
        />
      )}
      {comments.isPending && <Loading />}
      {comments.isError && <ErrorState error={comments.error} retry={() => void comments.refetch()} />}
      {comments.isSuccess && all.length === 0 && (
        <p className="soft">{t(range === "allScores" ? "noComments" : "noCommentsWith")}</p>
      )}
      <ul className={classes["comments"]}>
        {all.map((comment) => (
          <Comment key={comment.eventId} comment={comment} />
        ))}
      </ul>
      {comments.hasNextPage && (
        <Button variant="default" loading={comments.isFetchingNextPage} onClick={() => void comments.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function rangeOfScores(metric: Metric | null, range: (typeof ranges)[number]): ScoreRange {
  if (metric === null || range === "allScores") return {};
  const { low, high } = sidesOf[metric];
  return range === "lowScores" ? { metric, scoreMax: low } : { metric, scoreMin: high };
}

/** An answer to one of our surveys, which says how it came; its event has its id. */
function isOfSurvey({ properties }: Verbatim): boolean {
  return properties["survey"] !== undefined && properties["way"] !== undefined;
}

function Comment({ comment }: { comment: Verbatim }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const rawWords = useRawWords();
  const { metric, score } = comment;
  return (
    <li>
      <CommentSaid comment={comment.comment} said={comment.said} />
      <p className="soft num">
        {metric !== null && score !== null && (
          <>
            <b>
              {t(`metric.${metric}`)} {rawWords(metric, score)}
              {metric !== "yesNo" && `/${scaleOf[metric].max}`}
            </b>{" "}
            ·{" "}
          </>
        )}
        {format.date(comment.at)}{" "}
        {isOfSurvey(comment) && <OpenCase responseId={comment.eventId} comment={comment.comment} />}
      </p>
    </li>
  );
}
