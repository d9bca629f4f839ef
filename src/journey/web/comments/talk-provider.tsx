import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { Afterwards } from "#ui/afterwards.tsx";
import { alertsKey, surveysKey } from "#voice/web/index.ts";
import { useMay } from "#workspace/web/index.ts";
import type { JourneyConnection } from "../connection.ts";
import type { Store } from "../store.ts";
import { useVote } from "../votes/use-vote.ts";
import { votesQuery } from "../votes/queries.ts";
import { threadsQuery } from "./queries.ts";
import { type Talk, TalkContext, createTalk, talkOf } from "./talk.ts";

/** Around a map: what is said of its items, kept in step with the server. */
export function TalkProvider({
  journeyId,
  connection,
  children,
}: {
  journeyId: string;
  connection: JourneyConnection;
  children: ReactNode;
}) {
  const [talk] = useState(createTalk);
  const mayVote = useMay("journey:contribute");
  const vote = useVote(journeyId);
  useChanges(journeyId, connection);
  const tools = useMemo(() => ({ talk, vote: mayVote ? vote : null }), [talk, mayVote, vote]);
  return (
    <TalkContext value={tools}>
      {children}
      <Afterwards>
        <Listener journeyId={journeyId} talk={talk} />
      </Afterwards>
    </TalkContext>
  );
}

/** Asks what is said, once the map that it is said of is on screen. */
function Listener({ journeyId, talk }: { journeyId: string; talk: Store<Talk> }) {
  const { data: threads } = useQuery(threadsQuery(journeyId));
  const { data: votes } = useQuery(votesQuery(journeyId));
  useEffect(() => talk.set(talkOf(threads ?? [], votes ?? [])), [talk, threads, votes]);
  return null;
}

/** Whatever belongs to the journey beside its document is asked for again when the server says that it changed. */
function useChanges(journeyId: string, connection: JourneyConnection): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      connection.onChanged((matters) => {
        for (const matter of matters) void askAgain(queryClient, ["journey", journeyId, matter]);
        if (matters.includes("measures"))
          for (const queryKey of [["measures", journeyId], surveysKey]) void askAgain(queryClient, queryKey);
        if (matters.includes("alerts")) void askAgain(queryClient, alertsKey);
        if (matters.includes("comments")) void askAgain(queryClient, ["mentions"]);
      }),
    [connection, journeyId, queryClient],
  );
}

/** What is being asked for the first time is given up first: its answer may be from before the change. */
async function askAgain(queryClient: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await queryClient.cancelQueries({ queryKey });
  await queryClient.invalidateQueries({ queryKey });
}
