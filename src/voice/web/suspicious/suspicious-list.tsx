import { Button, Checkbox } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Check, ShieldCheck, Undo2, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import list from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { toast } from "#ui/toast.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import { judgedAtOnce, type Verdict } from "../../suspicious/model.ts";
import { type SuspiciousFilter, suspiciousQuery, useJudge } from "./queries.ts";
import { SuspiciousItem } from "./suspicious-item.tsx";
import classes from "./suspicious.module.css";

/** Suspicious answers in one state, each with its reasons; judged one by one, or those that are ticked together. */
export function SuspiciousList({ state, surveyId }: SuspiciousFilter) {
  const { t } = useTranslation("suspicious");
  const { id: workspaceId } = useWorkspace();
  const answers = useInfiniteQuery(suspiciousQuery(workspaceId, { state, surveyId }));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const judge = useJudge(workspaceId);
  const shown = answers.data?.pages.flatMap((page) => page.answers);
  if (answers.isPending) return <Loading />;
  if (shown === undefined) return <ErrorState error={answers.error} retry={() => void answers.refetch()} />;
  if (shown.length === 0)
    return (
      <EmptyState title={t(`none.${state}`)} picture={<ShieldCheck size={40} strokeWidth={1.2} />}>
        {t("noneText")}
      </EmptyState>
    );
  const chosen = shown.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const isAll = chosen.length === Math.min(shown.length, judgedAtOnce);
  const decide = (answerIds: string[], verdict: Verdict | null) =>
    judge.mutate(
      { answerIds, verdict },
      {
        onSuccess: ({ judged, answeredSince }) => {
          setTicked(new Set());
          toast(t(`done.${verdict ?? "undecided"}`, { count: judged.length }));
          if (answeredSince.length > 0) toast(t("answeredSince", { count: answeredSince.length }));
        },
      },
    );
  return (
    <>
      <div className={list["bulk"]}>
        <Checkbox
          label={t("tickAll", { count: chosen.length })}
          checked={isAll}
          indeterminate={chosen.length > 0 && !isAll}
          onChange={() => setTicked(new Set(isAll ? [] : shown.slice(0, judgedAtOnce).map(({ id }) => id)))}
        />
        <Deeds
          state={state}
          isBusy={judge.isPending || chosen.length === 0}
          onDecide={(verdict) => decide(chosen, verdict)}
        />
      </div>
      <ul className={list["list"]} aria-label={t("title")}>
        {shown.map((answer) => (
          <li key={answer.id} className={classes["row"]}>
            <Checkbox
              aria-label={t("tick", { survey: answer.surveyName })}
              checked={ticked.has(answer.id)}
              onChange={() => setTicked((before) => toggled(before, answer.id))}
            />
            <SuspiciousItem answer={answer} />
            <Deeds state={state} isBusy={judge.isPending} onDecide={(verdict) => decide([answer.id], verdict)} />
          </li>
        ))}
      </ul>
      {answers.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={answers.isFetchingNextPage}
          onClick={() => void answers.fetchNextPage()}
        >
          {t("older")}
        </Button>
      )}
    </>
  );
}

interface DeedsProps {
  state: SuspiciousFilter["state"];
  isBusy: boolean;
  onDecide: (verdict: Verdict | null) => void;
}

/** What can still be decided: the one, the other, or the way back. */
function Deeds({ state, isBusy, onDecide }: DeedsProps) {
  const { t } = useTranslation("suspicious");
  const common = { size: "compact-sm", disabled: isBusy } as const;
  return (
    <div className={classes["deeds"]}>
      {state !== "accepted" && (
        <Button
          {...common}
          variant="light"
          leftSection={<Check size={14} aria-hidden />}
          onClick={() => onDecide("accepted")}
        >
          {t("accept")}
        </Button>
      )}
      {state !== "rejected" && (
        <Button
          {...common}
          variant="default"
          leftSection={<X size={14} aria-hidden />}
          onClick={() => onDecide("rejected")}
        >
          {t("reject")}
        </Button>
      )}
      {state !== "undecided" && (
        <Button
          {...common}
          variant="subtle"
          leftSection={<Undo2 size={14} aria-hidden />}
          onClick={() => onDecide(null)}
        >
          {t("takeBack")}
        </Button>
      )}
    </div>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id) && after.size < judgedAtOnce) after.add(id);
  return after;
}
