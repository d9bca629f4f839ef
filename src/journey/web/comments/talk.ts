import { createContext, useContext } from "react";
import type { Thread } from "../../api/comments.ts";
import type { CardVotes } from "../../api/votes.ts";
import { refOf } from "../item.ts";
import { type Store, createStore } from "../store.ts";

/** What is said of the items of a map, by `refOf`: each of them redraws by itself. */
export interface Talk {
  /** Threads that are open. */
  threads: ReadonlyMap<string, number>;
  votes: ReadonlyMap<string, CardVotes>;
}

export interface TalkTools {
  talk: Store<Talk>;
  /** Null for those who may not vote. */
  vote: ((cardId: string) => void) | null;
}

const silence: Talk = { threads: new Map(), votes: new Map() };

export function createTalk(): Store<Talk> {
  return createStore(silence);
}

export function talkOf(threads: readonly Thread[], votes: readonly CardVotes[]): Talk {
  const open = Map.groupBy(
    threads.filter((thread) => thread.resolvedAt === null),
    (thread) => thread.subject,
  );
  return {
    threads: new Map([...open].map(([subject, about]) => [subject, about.length])),
    votes: new Map(votes.map((each) => [refOf("card", each.cardId), each])),
  };
}

export const TalkContext = createContext<TalkTools>({ talk: createTalk(), vote: null });

export function useTalk(): TalkTools {
  return useContext(TalkContext);
}
