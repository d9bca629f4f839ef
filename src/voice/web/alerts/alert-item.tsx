import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Check, FolderOpen, MapPinned, MessageCircle, RotateCcw } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Alert, Sight } from "../../alerts/model.ts";
import classes from "./alerts.module.css";
import { AnswerText } from "./answer-text.tsx";
import { useSeeAlerts, useSettleAlert } from "./queries.ts";
import { ScoreChip } from "./score-chip.tsx";
import { SightChip } from "./sight-chip.tsx";
import { SightText } from "./sight-text.tsx";
import { useAlertTitle } from "./use-alert-title.ts";

/** One alert: what was answered or seen, where, and what can be done about it. */
export function AlertItem({ alert, isPointed }: { alert: Alert; isPointed: boolean }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const mayWork = useMay("case:work");
  const maySeeCases = useMay("case:read");
  const titleOf = useAlertTitle();
  const settle = useSettleAlert();
  const see = useSeeAlerts(workspaceId);
  const item = useRef<HTMLElement>(null);
  const { id, answer, cause, place, caseId, doneAt, isMine, isSeen } = alert;
  const isDone = doneAt !== null;
  const sight = cause.kind === "drop" || cause.kind === "silence" ? cause : null;
  const survey = answer === null ? sightedSurvey(sight) : { id: answer.surveyId, name: answer.surveyName };
  useEffect(() => {
    if (isPointed) item.current?.scrollIntoView({ block: "center" });
  }, [isPointed]);
  return (
    <article ref={item} className={classes["alert"]} data-pointed={isPointed} data-done={isDone}>
      {answer !== null && <ScoreChip metric={answer.metric} score={answer.score} />}
      {sight !== null && <SightChip sight={sight} />}
      <div>
        <h2>
          {isMine && !isSeen && !isDone && <i className={classes["new"]} role="img" aria-label={t("new")} />}
          {titleOf(alert)}
        </h2>
        <p className="soft">
          {alert.touchpointName} · <time dateTime={alert.createdAt}>{format.dateTime(alert.createdAt, timeZone)}</time>
        </p>
        {answer !== null && answer.comment !== "" && <AnswerText comment={answer.comment} spans={answer.spans} />}
        {sight !== null && <SightText sight={sight} />}
        <p className={classes["ways"]}>
          {survey !== null && (
            <Link to="/w/$workspaceId/voice" params={{ workspaceId }} search={{ survey: survey.id }}>
              <MessageCircle size={14} aria-hidden /> {survey.name}
            </Link>
          )}
          {place !== null && (
            <Link
              to="/w/$workspaceId/journeys/$journeyId"
              params={{ workspaceId, journeyId: place.journeyId }}
              search={{ touchpoint: place.placementId, ...daysOf(sight) }}
            >
              <MapPinned size={14} aria-hidden /> {t("onMap")}
            </Link>
          )}
          {caseId !== null && maySeeCases && (
            <Link to="/w/$workspaceId/voice/cases" params={{ workspaceId }} search={{ case: caseId }}>
              <FolderOpen size={14} aria-hidden /> {t("toCase")}
            </Link>
          )}
        </p>
      </div>
      <div className={classes["deeds"]}>
        {isDone && (
          <span className="soft">
            {t("doneBy", { name: alert.doneBy ?? "", when: format.dateTime(doneAt, timeZone) })}
          </span>
        )}
        {isMine && !isSeen && !isDone && (
          <Button variant="subtle" size="compact-sm" onClick={() => see.mutate([id])}>
            {t("see")}
          </Button>
        )}
        {mayWork && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={isDone ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
            onClick={() => settle.mutate({ alertId: id, isDone: !isDone })}
          >
            {t(isDone ? "reopen" : "done")}
          </Button>
        )}
      </div>
    </article>
  );
}

function sightedSurvey(sight: Sight | null): { id: string; name: string } | null {
  return sight?.kind === "silence" ? sight.survey : null;
}

/** The days whose figures, comments and people stand behind it. */
function daysOf(sight: Sight | null): { from?: string; to?: string } {
  return sight?.kind === "drop" ? { from: sight.now.from, to: sight.now.to } : {};
}
