import type { Highlight } from "../../interviews/model.ts";

/** A stretch of a line and what is marked there. */
export interface MarkedPiece {
  text: string;
  start: number;
  marks: Highlight[];
}

/** A line of a transcript, beginning at `at` in its text, cut wherever a highlight begins or ends. */
export function markedPieces(line: string, at: number, highlights: readonly Highlight[]): MarkedPiece[] {
  const placed = highlights.flatMap((mark) => (mark.passage === null ? [] : [{ ...mark.passage, mark }]));
  const inside = placed
    .flatMap(({ start, end }) => [start - at, end - at])
    .filter((cut) => cut > 0 && cut < line.length);
  const cuts = [...new Set([0, ...inside, line.length])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? line.length;
    const marks = placed.filter((each) => each.start <= at + start && at + end <= each.end).map(({ mark }) => mark);
    return { text: line.slice(start, end), start: at + start, marks };
  });
}
