import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CheckCircle2, CircleDashed, Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { useFormat } from "#ui/use-format.ts";
import { membersQuery, useMay, useSession, useWorkspace } from "#workspace/web/index.ts";
import type { Comment, Thread } from "../../api/comments.ts";
import { useMap } from "../map-context.ts";
import { colorOf, initialsOf } from "../presence.ts";
import classes from "./comments.module.css";
import { Composer } from "./composer.tsx";
import { partsOf } from "./mention-text.ts";
import { SubjectLink } from "./subject-link.tsx";
import { useSubjectName } from "./subject-name.ts";
import { useAnswer, useDeleteComment, useEditComment, useResolve } from "./use-comments.ts";

/** A thread: what it is about, what was said, and a place to answer. */
export function ThreadCard({ thread, isAlone }: { thread: Thread; isAlone: boolean }) {
  const { t } = useTranslation("comments");
  const { journeyId } = useMap();
  const mayComment = useMay("journey:contribute");
  const subject = useSubjectName(thread.subject, thread.subjectName);
  const [isAnswering, setIsAnswering] = useState(false);
  const answer = useAnswer(journeyId, thread.id);
  return (
    <li className={classes["thread"]} data-resolved={thread.resolvedAt !== null} data-alone={isAlone}>
      <header>
        {!isAlone && <SubjectLink subject={thread.subject} named={subject} />}
        {mayComment && <ResolveButton thread={thread} />}
      </header>
      {thread.resolvedAt !== null && (
        <p className={classes["resolved"]}>{t("resolvedBy", { name: thread.resolvedBy ?? "" })}</p>
      )}
      <ol>
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ol>
      {mayComment &&
        (isAnswering ? (
          <Composer
            label={t("answerTo")}
            action={t("answer")}
            isWanted
            isBusy={answer.isPending}
            error={answer.error}
            onSend={(written) => answer.mutateAsync(written).then(() => setIsAnswering(false))}
            onCancel={() => setIsAnswering(false)}
          />
        ) : (
          <Button variant="subtle" size="compact-xs" onClick={() => setIsAnswering(true)}>
            {t("answer")}
          </Button>
        ))}
    </li>
  );
}

function ResolveButton({ thread }: { thread: Thread }) {
  const { t } = useTranslation("comments");
  const { journeyId } = useMap();
  const resolve = useResolve(journeyId, thread.id);
  const isResolved = thread.resolvedAt !== null;
  const label = t(isResolved ? "reopen" : "resolve");
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color={isResolved ? "accent" : "gray"}
        size="sm"
        aria-label={label}
        loading={resolve.isPending}
        onClick={() => resolve.mutate(!isResolved)}
      >
        {isResolved ? <CheckCircle2 size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

function CommentItem({ comment }: { comment: Comment }) {
  const { t } = useTranslation("comments");
  const { journeyId } = useMap();
  const [isEditing, setIsEditing] = useState(false);
  const edit = useEditComment(journeyId, comment.id);
  if (comment.isDeleted) return <li className={classes["deleted"]}>{t("deletedComment")}</li>;
  return (
    <li className={classes["comment"]}>
      <span className={classes["avatar"]} style={{ background: colorOf(comment.authorId) }} aria-hidden>
        {initialsOf(comment.authorName)}
      </span>
      <div>
        <div className={classes["by"]}>
          <strong>{comment.authorName}</strong> <CommentTime comment={comment} />
          {!isEditing && <CommentMenu comment={comment} onEdit={() => setIsEditing(true)} />}
        </div>
        {isEditing ? (
          <Composer
            label={t("editComment")}
            action={t("save")}
            initial={comment.text}
            isWanted
            isBusy={edit.isPending}
            error={edit.error}
            onSend={(written) => edit.mutateAsync(written).then(() => setIsEditing(false))}
            onCancel={() => setIsEditing(false)}
          />
        ) : (
          <CommentText comment={comment} />
        )}
      </div>
    </li>
  );
}

function CommentTime({ comment: { createdAt, editedAt } }: { comment: Comment }) {
  const { t } = useTranslation("comments");
  const format = useFormat();
  const [now] = useState(Date.now);
  return (
    <time dateTime={createdAt} title={format.dateTime(createdAt)}>
      {format.ago(createdAt, now)}
      {editedAt !== null && ` · ${t("edited")}`}
    </time>
  );
}

/** Plain text in which the names of those who are mentioned stand out. */
function CommentText({ comment: { text, mentions } }: { comment: Comment }) {
  const { id: workspaceId } = useWorkspace();
  const me = useSession().user.id;
  const members = useQuery(membersQuery(workspaceId)).data ?? [];
  const parts = partsOf(
    text,
    members.filter(({ userId }) => mentions.includes(userId)),
  );
  return (
    <p className={classes["text"]}>
      {parts.map((part, index) =>
        part.userId === null ? (
          part.text
        ) : (
          // The same name may stand twice in one text, which never changes its order.
          // eslint-disable-next-line react/no-array-index-key
          <mark key={index} data-me={part.userId === me}>
            {part.text}
          </mark>
        ),
      )}
    </p>
  );
}

function CommentMenu({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const { t } = useTranslation("comments");
  const { journeyId } = useMap();
  const isMine = useSession().user.id === comment.authorId;
  const isEditor = useMay("journey:edit");
  const mayComment = useMay("journey:contribute");
  const words = useErrorWords();
  const remove = useDeleteComment(journeyId, comment.id);
  if (!mayComment || (!isMine && !isEditor)) return null;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("commentMenu", { name: comment.authorName })}>
          <Ellipsis size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.key === "Escape" && event.preventDefault()}>
        {isMine && <Menu.Item onClick={onEdit}>{t("edit")}</Menu.Item>}
        <Menu.Item
          color="red"
          onClick={() => remove.mutate(undefined, { onError: (error) => toastError(words(error)) })}
        >
          {t("delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
