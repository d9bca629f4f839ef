import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CalendarClock, Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DeleteButton } from "#ui/delete-button.tsx";
import { ErrorNote } from "#ui/error-state.tsx";
import list from "#ui/list.module.css";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { AskingTriggerSummary } from "../../asking/triggers.ts";
import classes from "./asking.module.css";
import { triggersQuery, useDeleteTrigger, usePauseTrigger } from "./queries.ts";
import { TriggerForm } from "./trigger-form.tsx";
import { LeftOut } from "./trigger-preview.tsx";
import { useSayTrigger } from "./use-say-trigger.ts";

/** When a survey asks by itself, what came of it, and the way to let it ask so. */
export function Triggers({ surveyId }: { surveyId: string }) {
  const { t } = useTranslation("asking");
  const maySend = useMay("invitation:send");
  const triggers = useQuery(triggersQuery(surveyId));
  const [isAdding, setIsAdding] = useState(false);
  if (triggers.data === undefined) return triggers.isPending ? <Loading /> : <ErrorNote error={triggers.error} />;
  return (
    <>
      {triggers.data.length === 0 && !isAdding && <p className="soft">{t("trigger.none")}</p>}
      {triggers.data.length > 0 && (
        <ul className={list["list"]}>
          {triggers.data.map((trigger) => (
            <Trigger key={trigger.id} trigger={trigger} />
          ))}
        </ul>
      )}
      {isAdding && <TriggerForm surveyId={surveyId} onClose={() => setIsAdding(false)} />}
      {maySend && !isAdding && (
        <Group mt="md">
          <Button
            variant="default"
            leftSection={<CalendarClock size={15} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            {t("trigger.add")}
          </Button>
        </Group>
      )}
    </>
  );
}

function Trigger({ trigger }: { trigger: AskingTriggerSummary }) {
  const { t } = useTranslation("asking");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const maySend = useMay("invitation:send");
  const say = useSayTrigger();
  const pause = usePauseTrigger();
  const remove = useDeleteTrigger();
  const { id, isPaused, since, invited, sent, answered, left } = trigger;
  const said = say(trigger);
  return (
    <li className={classes["trigger"]} data-paused={isPaused}>
      <div>
        <strong>{said}</strong>
        <p className="soft">
          {[
            isPaused ? t("trigger.paused") : t("trigger.since", { when: format.dateTime(since, timeZone) }),
            t("trigger.invited", { count: invited, n: format.number(invited) }),
            ...(sent === 0
              ? []
              : [t("trigger.answered", { answered: format.number(answered), sent: format.number(sent) })]),
          ].join(" · ")}
        </p>
        <LeftOut left={left} />
        <ErrorNote error={pause.error} />
      </div>
      {maySend && (
        <Group gap={4} wrap="nowrap">
          <Button
            variant="subtle"
            size="compact-sm"
            loading={pause.isPending}
            leftSection={isPaused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
            aria-label={t(isPaused ? "trigger.resumeNamed" : "trigger.pauseNamed", { name: said })}
            onClick={() => pause.mutate({ triggerId: id, isPaused: !isPaused })}
          >
            {t(isPaused ? "trigger.resume" : "trigger.pause")}
          </Button>
          <DeleteButton name={said} loss={t("trigger.loss")} refusal="" onDelete={() => remove.mutateAsync(id)} />
        </Group>
      )}
    </li>
  );
}
