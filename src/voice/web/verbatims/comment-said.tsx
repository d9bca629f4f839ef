import type { SaidInComment } from "../../comments/model.ts";
import { useTopicNames } from "../alerts/topic-names.ts";
import { CommentText } from "./comment-text.tsx";
import { PolarityMark } from "./polarity-mark.tsx";
import classes from "./verbatims.module.css";

/** A comment with what it says, where there is little room; without, until it is read. */
export function CommentSaid({ comment, said }: { comment: string; said: SaidInComment | null }) {
  const topicNames = useTopicNames();
  if (said === null) return <blockquote>{comment}</blockquote>;
  return (
    <>
      <CommentText comment={comment} reading={said.reading} topicNames={topicNames} />
      <p className={classes["told"]}>
        <PolarityMark label={said.polarity} />
        {said.topics.map((id) => (
          <span key={id}>{topicNames.get(id) ?? id}</span>
        ))}
      </p>
    </>
  );
}
