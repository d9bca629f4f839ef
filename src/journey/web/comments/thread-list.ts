import type { Thread } from "../../api/comments.ts";

export const threadFilters = ["open", "resolved", "mine"] as const;
export type ThreadFilter = (typeof threadFilters)[number];

/** Which threads a filter lets through; one is `mine` when I wrote in it or am mentioned, and it is open. */
export function passes(filter: ThreadFilter, me: string): (thread: Thread) => boolean {
  if (filter === "resolved") return ({ resolvedAt }) => resolvedAt !== null;
  const isOpen = ({ resolvedAt }: Thread) => resolvedAt === null;
  if (filter === "open") return isOpen;
  return (thread) =>
    isOpen(thread) && thread.comments.some(({ authorId, mentions }) => authorId === me || mentions.includes(me));
}

/** The thread in which somebody wrote last comes first. */
export function lastFirst(threads: readonly Thread[]): Thread[] {
  const last = ({ comments }: Thread) => comments.at(-1)?.createdAt ?? "";
  return threads.toSorted((one, other) => (last(one) < last(other) ? 1 : -1));
}
