import { createContext, useContext } from "react";
import type { Thread } from "../../api/comments.ts";
import type { CardVotes } from "../../api/votes.ts";
import { refOf } from "../item.ts";
import { type Store, createStore } from "../store.ts";

/** What is said of the items of a map, by `refOf`: each of them redraws by itself. */
export interface Talk {
  about: ReadonlyMap<string, Said>;
}

/** What is said of one item. */
interface Said {
  /** Threads that are open. */
  threads: number;
  votes?: CardVotes;
}

export interface TalkTools {
  talk: Store<Talk>;
  /** Null for those who may not vote. */
  vote: ((cardId: string) => void) | null;
}

const silence: Talk = { about: new Map() };

export function createTalk(): Store<Talk> {
  return createStore(silence);
}

export function talkOf(threads: readonly Thread[], votes: readonly CardVotes[]): Talk {
  const about = new Map<string, Said>();
  for (const { subject, resolvedAt } of threads)
    if (resolvedAt === null) about.set(subject, { threads: (about.get(subject)?.threads ?? 0) + 1 });
  for (const each of votes) {
    const subject = refOf("card", each.cardId);
    about.set(subject, { threads: about.get(subject)?.threads ?? 0, votes: each });
  }
  return { about };
}

export const TalkContext = createContext<TalkTools>({ talk: createTalk(), vote: null });

export function useTalk(): TalkTools {
  return useContext(TalkContext);
}
