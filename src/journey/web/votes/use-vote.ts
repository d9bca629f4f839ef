import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { type CardVotes, addVote, removeVote } from "../../api/votes.ts";
import { votesQuery } from "./queries.ts";

/** Votes for a card, or takes the vote back; seen at once, and put right when the server refuses. */
export function useVote(journeyId: string): (cardId: string) => void {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const { queryKey } = votesQuery(journeyId);
  const { mutate } = useMutation({
    mutationFn: ({ cardId, isMine }: CardVotes) =>
      call(isMine ? addVote : removeVote, { params: { journeyId, cardId } }),
    onMutate: (wanted) => queryClient.setQueryData(queryKey, (votes = []) => withVote(votes, wanted)),
    onError: (error) => toastError(words(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return useCallback(
    (cardId: string) => {
      const votes = queryClient.getQueryData(votesQuery(journeyId).queryKey) ?? [];
      const now = votes.find((each) => each.cardId === cardId) ?? { cardId, count: 0, isMine: false };
      mutate({ cardId, isMine: !now.isMine, count: now.count + (now.isMine ? -1 : 1) });
    },
    [journeyId, queryClient, mutate],
  );
}

function withVote(votes: readonly CardVotes[], wanted: CardVotes): CardVotes[] {
  const others = votes.filter(({ cardId }) => cardId !== wanted.cardId);
  return wanted.count === 0 ? others : [...others, wanted].toSorted((one, other) => other.count - one.count);
}
