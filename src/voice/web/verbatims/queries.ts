import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type InfiniteData,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { paged } from "#ui/paged.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import { commentThemes, correctComment, countComments, getCommentReader, listComments } from "../../api/comments.ts";
import type { CommentFilter, Correction, ReadComment } from "../../comments/model.ts";

const key = ["verbatims"] as const;
/** Comments come in and are read while somebody looks, so often (milliseconds) while the tab is seen. */
const refreshEvery = 15_000;
const whileReading = 2_000;

type Page = RouteResponse<typeof listComments>;

export const commentsQuery = (workspaceId: string, filter: CommentFilter) =>
  infiniteQueryOptions({
    queryKey: [...key, workspaceId, "list", filter],
    queryFn: ({ pageParam, signal }) =>
      call(listComments, {
        params: { workspaceId },
        query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    ...paged,
    placeholderData: keepPreviousData,
  });

export const countsQuery = (workspaceId: string, filter: CommentFilter) =>
  queryOptions({
    queryKey: [...key, workspaceId, "counts", filter],
    queryFn: ({ signal }) => call(countComments, { params: { workspaceId }, query: filter, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
  });

export const themesQuery = (workspaceId: string, { polarity: _both, ...filter }: CommentFilter) =>
  queryOptions({
    queryKey: [...key, workspaceId, "themes", filter],
    queryFn: ({ signal }) => call(commentThemes, { params: { workspaceId }, query: filter, signal }),
    placeholderData: keepPreviousData,
  });

export const commentReaderQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["commentReader", workspaceId],
    queryFn: ({ signal }) => call(getCommentReader, { params: { workspaceId }, signal }),
    refetchInterval: ({ state }) => (state.data?.isReading === true ? whileReading : refreshEvery),
  });

/** Corrects a comment; the list shows it at once, and the counts when they come. */
export function useCorrectComment(workspaceId: string) {
  const queryClient = useQueryClient();
  const lists = { queryKey: [...key, workspaceId, "list"] };
  const put = (changed: Pick<ReadComment, "eventId" | "correction">) =>
    queryClient.setQueriesData<InfiniteData<Page>>(
      lists,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            comments: page.comments.map((one) => (one.eventId === changed.eventId ? { ...one, ...changed } : one)),
          })),
        },
    );
  return useMutation({
    mutationFn: ({ eventId, ...body }: { eventId: string } & Correction) =>
      call(correctComment, { params: { workspaceId, eventId }, body }),
    onMutate: ({ eventId, polarity, topics }) =>
      put({ eventId, correction: polarity === null && topics === null ? null : { polarity, topics } }),
    onSuccess: async (comment) => {
      put(comment);
      await queryClient.invalidateQueries({ queryKey: [...key, workspaceId, "counts"] });
    },
    onError: () => queryClient.invalidateQueries(lists),
  });
}
