/** How a list that comes page by page goes on: each page says where the next one begins, null after the last. */
export const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { next: string | null }) => next,
};
