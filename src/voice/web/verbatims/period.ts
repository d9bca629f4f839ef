import type { CommentFilter } from "../../comments/model.ts";

/** Lengths, in days, of the periods that end with the last comment. */
export const lengths = [30, 90, 365] as const;
export type Length = `${(typeof lengths)[number]}`;
type Days = Pick<CommentFilter, "from" | "to">;

/** So many days up to the last one with a comment. */
export function periodOf(length: number, lastDay: string): Days {
  const from = new Date(Date.parse(lastDay) - (length - 1) * 86_400_000);
  return { from: from.toISOString().slice(0, 10), to: lastDay };
}

/** Which of the ready periods these days are; `own` for others. */
export function chosenPeriod({ from, to }: Days, lastDay: string): Length | "all" | "own" {
  if (from === undefined && to === undefined) return "all";
  const length = lengths.find((one) => periodOf(one, lastDay).from === from && to === lastDay);
  return length === undefined ? "own" : `${length}`;
}
