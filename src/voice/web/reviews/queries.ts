import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import type { z } from "zod";
import { call, upload } from "#ui/call.ts";
import { paged } from "#ui/paged.ts";
import {
  decideReview,
  getReviewDisplay,
  getReviewFigures,
  importReviews,
  listCollectedReviews,
  listReviewImports,
  listReviews,
  placeReview,
  type ReviewImportRequest,
  setReviewPolicy,
  takeBackReviews,
} from "../../api/reviews.ts";
import type { ReviewDecision, ReviewState } from "../../reviews/collected.ts";
import type { ReviewFilter } from "../../reviews/model.ts";
import type { ReviewPolicy } from "../../reviews/policy.ts";

const reviewsKey = ["reviews"] as const;

export const reviewsQuery = (workspaceId: string, filter: ReviewFilter) =>
  infiniteQueryOptions({
    queryKey: [...reviewsKey, workspaceId, "list", filter],
    queryFn: ({ pageParam, signal }) =>
      call(listReviews, {
        params: { workspaceId },
        query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    ...paged,
    placeholderData: keepPreviousData,
  });

export const reviewFiguresQuery = (workspaceId: string, filter: ReviewFilter = {}) =>
  queryOptions({
    queryKey: [...reviewsKey, workspaceId, "figures", filter],
    queryFn: ({ signal }) => call(getReviewFigures, { params: { workspaceId }, query: filter, signal }),
    placeholderData: keepPreviousData,
  });

export const reviewImportsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...reviewsKey, workspaceId, "imports"],
    queryFn: ({ signal }) => call(listReviewImports, { params: { workspaceId }, signal }),
  });

/** Whatever is done to reviews changes their list, their figures and what is read out of them. */
function useAnew(workspaceId: string) {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: [...reviewsKey, workspaceId] }),
      queryClient.invalidateQueries({ queryKey: ["verbatims", workspaceId] }),
    ]);
}

export function usePlaceReview(workspaceId: string) {
  const anew = useAnew(workspaceId);
  return useMutation({
    mutationFn: ({ reviewId, touchpointId }: { reviewId: string; touchpointId: string | null }) =>
      call(placeReview, { params: { workspaceId, reviewId }, body: { touchpointId } }),
    onSuccess: anew,
  });
}

export function useReadFile(workspaceId: string) {
  const anew = useAnew(workspaceId);
  return useMutation({
    mutationFn: ({ file, ...request }: { file: File } & z.input<typeof ReviewImportRequest>) => {
      const form = new FormData();
      form.append("request", JSON.stringify(request));
      form.append("file", file, file.name);
      return upload(importReviews, { params: { workspaceId }, form }, () => undefined);
    },
    onSuccess: ({ importId }) => (importId === null ? undefined : anew()),
  });
}

export function useTakeBack(workspaceId: string) {
  const anew = useAnew(workspaceId);
  return (importId: string) => call(takeBackReviews, { params: { workspaceId, importId } }).then(anew);
}

export const collectedQuery = (workspaceId: string, state: ReviewState) =>
  queryOptions({
    queryKey: [...reviewsKey, workspaceId, "collected", state],
    queryFn: ({ signal }) => call(listCollectedReviews, { params: { workspaceId }, query: { state }, signal }),
    placeholderData: keepPreviousData,
  });

export function useDecide(workspaceId: string) {
  const anew = useAnew(workspaceId);
  return useMutation({
    mutationFn: ({ reviewId, ...body }: { reviewId: string } & ReviewDecision) =>
      call(decideReview, { params: { workspaceId, reviewId }, body }),
    onSuccess: anew,
  });
}

export const displayQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...reviewsKey, workspaceId, "display"],
    queryFn: ({ signal }) => call(getReviewDisplay, { params: { workspaceId }, signal }),
  });

export function useSetPolicy(workspaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ReviewPolicy) => call(setReviewPolicy, { params: { workspaceId }, body }),
    onSuccess: (display) => queryClient.setQueryData(displayQuery(workspaceId).queryKey, display),
  });
}
