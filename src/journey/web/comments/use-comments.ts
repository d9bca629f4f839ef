import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import {
  type Thread,
  answerThread,
  deleteComment,
  editComment,
  resolveThread,
  startThread,
} from "../../api/comments.ts";
import type { Written } from "./composer.tsx";
import { threadsQuery } from "./queries.ts";

/** Puts a thread as the server answered it in its place; the others hear of it over the socket. */
function useKeep(journeyId: string): (thread: Thread) => void {
  const queryClient = useQueryClient();
  return (thread) =>
    queryClient.setQueryData(threadsQuery(journeyId).queryKey, (threads = []) =>
      threads.some(({ id }) => id === thread.id)
        ? threads.map((each) => (each.id === thread.id ? thread : each))
        : [...threads, thread],
    );
}

export function useStartThread(journeyId: string, subject: string) {
  const keep = useKeep(journeyId);
  return useMutation({
    mutationFn: (written: Written) => call(startThread, { params: { journeyId }, body: { ...written, subject } }),
    onSuccess: keep,
  });
}

export function useAnswer(journeyId: string, threadId: string) {
  const keep = useKeep(journeyId);
  return useMutation({
    mutationFn: (written: Written) => call(answerThread, { params: { journeyId, threadId }, body: written }),
    onSuccess: keep,
  });
}

export function useResolve(journeyId: string, threadId: string) {
  const keep = useKeep(journeyId);
  return useMutation({
    mutationFn: (isResolved: boolean) => call(resolveThread, { params: { journeyId, threadId }, body: { isResolved } }),
    onSuccess: keep,
  });
}

export function useEditComment(journeyId: string, commentId: string) {
  const keep = useKeep(journeyId);
  return useMutation({
    mutationFn: (written: Written) => call(editComment, { params: { journeyId, commentId }, body: written }),
    onSuccess: keep,
  });
}

export function useDeleteComment(journeyId: string, commentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteComment, { params: { journeyId, commentId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: threadsQuery(journeyId).queryKey }),
  });
}
