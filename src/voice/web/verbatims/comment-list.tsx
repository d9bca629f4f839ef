import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLibrary } from "#touchpoint/web/index.ts";
import { ErrorState } from "#ui/error-state.tsx";
import lists from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { CommentFilter } from "../../comments/model.ts";
import { CommentRow } from "./comment-row.tsx";
import { commentsQuery, useCorrectComment } from "./queries.ts";
import classes from "./verbatims.module.css";

interface CommentListProps {
  filter: CommentFilter;
  topicNames: ReadonlyMap<string, string>;
  onTopic: (topic: string) => void;
}

/** The comments of the filter, the latest first; each can be put right where it stands. */
export function CommentList({ filter, topicNames, onTopic }: CommentListProps) {
  const { t } = useTranslation("verbatims");
  const { t: voice } = useTranslation("voice");
  const { id: workspaceId } = useWorkspace();
  const mayCorrect = useMay("comment:edit");
  const list = useInfiniteQuery(commentsQuery(workspaceId, filter));
  const library = useLibrary(workspaceId);
  const correct = useCorrectComment(workspaceId);
  const keysId = useId();
  const places = new Map([
    ["", voice("wholeRelation")],
    ...(library.data?.touchpoints ?? []).map(({ key, name }) => [key, name] as const),
  ]);
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  const comments = list.data.pages.flatMap((page) => page.comments);
  if (comments.length === 0) return <p className={classes["none"]}>{t("none")}</p>;
  return (
    <>
      <ul className={lists["list"]} aria-label={t("list")} data-stale={list.isPlaceholderData}>
        {comments.map((comment) => (
          <CommentRow
            key={comment.eventId}
            comment={comment}
            place={places.get(comment.touchpoint) ?? comment.touchpoint}
            topicNames={topicNames}
            keysId={keysId}
            onCorrect={mayCorrect ? (correction) => correct.mutate({ eventId: comment.eventId, ...correction }) : null}
            onTopic={onTopic}
          />
        ))}
      </ul>
      {mayCorrect && (
        <p id={keysId} className={classes["keys"]}>
          {t("keys")}
        </p>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}
