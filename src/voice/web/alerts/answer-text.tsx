import type { Span } from "../../text/words.ts";
import classes from "./alerts.module.css";

/** A comment with the characters marked that a rule was set off by. */
export function AnswerText({ comment, spans }: { comment: string; spans: readonly Span[] }) {
  const pieces: { text: string; start: number; isFound: boolean }[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    pieces.push({ text: comment.slice(from, start), start: from, isFound: false });
    pieces.push({ text: comment.slice(Math.max(from, start), end), start, isFound: true });
    from = end;
  }
  pieces.push({ text: comment.slice(from), start: from, isFound: false });
  return (
    <blockquote className={classes["comment"]}>
      {pieces.map(({ text, start, isFound }) =>
        isFound ? <mark key={`${start} found`}>{text}</mark> : <span key={start}>{text}</span>,
      )}
    </blockquote>
  );
}
