import type { CommentReading } from "../../comments/model.ts";

/** A stretch of a comment and what it tells. */
export interface Piece {
  text: string;
  start: number;
  topics: string[];
  /** Which way its words push the polarity. */
  push: "positive" | "negative" | null;
  signals: CommentReading["signals"][number]["kind"][];
}

/** A comment cut wherever something that was read begins or ends; joined, the pieces are the comment. */
export function piecesOf(comment: string, { polarity, topics, signals }: CommentReading): Piece[] {
  const spans = [...polarity.because, ...topics.flatMap((topic) => topic.spans), ...signals];
  const inside = (at: number) => at > 0 && at < comment.length;
  const cuts = [...new Set([0, ...spans.flatMap(({ start, end }) => [start, end]).filter(inside), comment.length])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? comment.length;
    const holds = (span: { start: number; end: number }) => span.start <= start && end <= span.end;
    const weight = polarity.because.filter(holds).reduce((sum, one) => sum + one.weight, 0);
    return {
      text: comment.slice(start, end),
      start,
      topics: topics.filter((topic) => topic.spans.some(holds)).map(({ id }) => id),
      push: weight === 0 ? null : weight > 0 ? "positive" : "negative",
      signals: [...new Set(signals.filter(holds).map(({ kind }) => kind))],
    };
  });
}
