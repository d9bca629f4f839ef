import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ThumbsUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { Confirm } from "#ui/confirm.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useMay } from "#workspace/web/index.ts";
import { type CardVotes, clearVotes } from "../../api/votes.ts";
import type { Card } from "../../model.ts";
import { useShowItem } from "../comments/use-show-item.ts";
import { useTalk } from "../comments/talk.ts";
import { refOf } from "../item.ts";
import { useLaneName } from "../use-lane-name.ts";
import { useMap } from "../map-context.ts";
import { Panel } from "../panel.tsx";
import { useMapView } from "../screen-context.ts";
import { votesQuery } from "./queries.ts";
import classes from "./votes.module.css";

/** The cards that people voted for, the most voted first. */
export function VotesPanel() {
  const { t } = useTranslation("votes");
  const { journeyId } = useMap();
  const view = useMapView();
  const votes = useQuery(votesQuery(journeyId));
  const isEditor = useMay("journey:edit");
  const cards = new Map(
    [...view.cards.values()].flatMap((byStep) => [...byStep.values()].flat()).map((card) => [card.id, card]),
  );
  const shown = (votes.data ?? []).flatMap((each) => {
    const card = cards.get(each.cardId);
    return card === undefined ? [] : [{ card, votes: each }];
  });
  const most = shown[0]?.votes.count ?? 1;
  return (
    <Panel title={t("title")}>
      {votes.isPending && <Loading rows={4} />}
      {votes.isError && <ErrorState error={votes.error} retry={() => void votes.refetch()} />}
      {votes.isSuccess && shown.length === 0 && (
        <EmptyState picture={<ThumbsUp size={40} strokeWidth={1.25} />} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      )}
      <ol className={classes["votes"]}>
        {shown.map(({ card, votes }) => (
          <VotedCard key={card.id} card={card} votes={votes} most={most} />
        ))}
      </ol>
      {isEditor && shown.length > 0 && <ClearVotes />}
    </Panel>
  );
}

function VotedCard({ card, votes, most }: { card: Card; votes: CardVotes; most: number }) {
  const { t } = useTranslation("votes");
  const view = useMapView();
  const { vote } = useTalk();
  const laneName = useLaneName();
  const showItem = useShowItem();
  const lane = view.lanes.find(({ id }) => id === card.laneId);
  const step = view.steps.find(({ id }) => id === card.stepId);
  return (
    <li style={{ "--share": votes.count / most } as React.CSSProperties}>
      <button type="button" className={classes["what"]} onClick={() => showItem(refOf("card", card.id))}>
        {card.text}
        <small>
          {lane === undefined ? "" : laneName(lane)} · {step?.name}
        </small>
      </button>
      <Button
        variant={votes.isMine ? "filled" : "default"}
        size="compact-sm"
        aria-pressed={votes.isMine}
        aria-label={t("count", { count: votes.count })}
        leftSection={<ThumbsUp size={13} aria-hidden />}
        disabled={vote === null}
        onClick={() => vote?.(card.id)}
      >
        {votes.count}
      </Button>
    </li>
  );
}

function ClearVotes() {
  const { t } = useTranslation("votes");
  const { journeyId } = useMap();
  const queryClient = useQueryClient();
  const [isAsking, asking] = useDisclosure(false);
  const clear = useMutation({
    mutationFn: () => call(clearVotes, { params: { journeyId } }),
    onSuccess: () => {
      asking.close();
      return queryClient.invalidateQueries({ queryKey: votesQuery(journeyId).queryKey });
    },
  });
  return (
    <>
      <Button variant="subtle" color="red" size="compact-sm" onClick={asking.open}>
        {t("clear")}
      </Button>
      <Confirm
        opened={isAsking}
        title={t("clearTitle")}
        action={t("clearAction")}
        busy={clear.isPending}
        error={clear.error}
        onConfirm={() => clear.mutate()}
        onClose={asking.close}
      >
        {t("clearText")}
      </Confirm>
    </>
  );
}
