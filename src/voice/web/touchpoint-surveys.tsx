import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MessageCircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Phase } from "#journey/model.ts";
import { mainScore } from "../rules.ts";
import { plannedMetric } from "../wording.ts";
import { surveysQuery } from "./queries.ts";
import { SurveyDialog } from "./survey-dialog-later.ts";
import { StateMark } from "./state-mark.tsx";
import classes from "./voice.module.css";

/** The days shown to whoever asks for answers newer than the period on screen: few enough to see an answer move a figure. */
const newestDays = 30;

interface TouchpointSurveysProps {
  touchpoint: { id: string; name: string };
  /** Where the touchpoint is in the journey, by which a score is offered first; null: not said. */
  phase: Phase | null;
  /** The last day (`2026-10-31`) that the figures on screen count; null: there are none. */
  shownUntil: string | null;
  /** Shows the figures of these days. */
  onShow: (period: { from: string; to: string }) => void;
}

/** What is asked at a touchpoint, beside its figures, and the way to ask more. */
export function TouchpointSurveys({ touchpoint, phase, shownUntil, onShow }: TouchpointSurveysProps) {
  const { t } = useTranslation("voice");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
  const mayEdit = useMay("survey:edit");
  const surveys = useQuery(surveysQuery(workspaceId, touchpoint.id));
  const [open, setOpen] = useState<{ surveyId: string | null } | null>(null);
  const lastDay = lastDayOf(surveys.data?.map(({ lastAnswerAt }) => lastAnswerAt) ?? [], timeZone);
  return (
    <section className={classes["surveys"]} aria-labelledby="touchpoint-surveys">
      <header>
        <h3 id="touchpoint-surveys">{t("surveys")}</h3>
        {mayEdit && (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<MessageCircleQuestionMark size={14} aria-hidden />}
            onClick={() => setOpen({ surveyId: null })}
          >
            {t("ask")}
          </Button>
        )}
      </header>
      <ErrorNote error={surveys.error} />
      {surveys.data?.length === 0 && <p className="soft">{t("noneHere")}</p>}
      <ul>
        {surveys.data?.map((survey) => (
          <li key={survey.id}>
            <button type="button" className={classes["name"]} onClick={() => setOpen({ surveyId: survey.id })}>
              {survey.name}
            </button>
            <StateMark state={survey.state} />
            <span className="soft">
              {[
                t(`asked.${mainScore(survey.content).metric}`),
                t("answers", { count: survey.answers, n: format.number(survey.answers) }),
                ...(survey.lastAnswerAt === null
                  ? []
                  : [t("lastOn", { when: format.dateTime(survey.lastAnswerAt, timeZone) })]),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {shownUntil !== null && lastDay !== null && lastDay > shownUntil && (
        <p className={classes["later"]}>
          {t("outsidePeriod", { day: format.date(shownUntil) })}{" "}
          <button type="button" onClick={() => onShow({ from: daysBefore(lastDay, newestDays - 1), to: lastDay })}>
            {t("showNewest", { count: newestDays, day: format.date(lastDay) })}
          </button>
        </p>
      )}
      {open !== null && (
        <SurveyDialog
          surveyId={open.surveyId}
          touchpoint={touchpoint}
          planned={phase === null ? "csat" : plannedMetric(phase)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** The last day (`2026-10-31`) of these instants where the workspace is. */
function lastDayOf(instants: readonly (string | null)[], timeZone: string): string | null {
  const last = instants
    .filter((instant) => instant !== null)
    .toSorted()
    .at(-1);
  // Swedish writes days as ISO 8601 does.
  return last === undefined ? null : new Intl.DateTimeFormat("sv", { timeZone }).format(new Date(last));
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
