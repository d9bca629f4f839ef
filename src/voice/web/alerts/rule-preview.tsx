import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import type { AlertAnswer, AlertRuleDraft, AlertTrigger } from "../../alerts/model.ts";
import { looksAtSurveys } from "../../alerts/rules.ts";
import type { previewAlertRule } from "../../api/alerts.ts";
import classes from "./alerts.module.css";
import { AnswerText } from "./answer-text.tsx";
import { previewQuery } from "./queries.ts";
import { ScoreChip } from "./score-chip.tsx";
import { SightChip } from "./sight-chip.tsx";
import { SightText } from "./sight-text.tsx";

/** Milliseconds without a change, after which it is looked what the rule would have raised. */
const rest = 400;

/** What the rule would have raised in the last 30 days, with what it would have told. */
export function RulePreview({ draft }: { draft: AlertRuleDraft }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const { trigger, touchpointIds, surveyIds } = draft;
  const [body] = useDebouncedValue({ trigger, touchpointIds, surveyIds }, rest);
  const { data, error, isPending } = useQuery(previewQuery(workspaceId, body));
  return (
    <aside className={classes["preview"]} aria-label={t("preview")} aria-live="polite">
      <h3>{t("preview")}</h3>
      {isPending && <Loading />}
      <ErrorNote error={error} />
      {data !== undefined && (
        <>
          <p>
            <strong>{t("wouldRaise", { count: data.raised, n: format.number(data.raised) })}</strong>{" "}
            <span className="soft">
              {t(lookedAt(data, trigger), { count: data.looked, n: format.number(data.looked) })}
            </span>
          </p>
          {data.kind === "answers" ? <Answers answers={data.answers} /> : <Sights sights={data.sights} />}
        </>
      )}
    </aside>
  );
}

type Preview = RouteResponse<typeof previewAlertRule>;

function lookedAt(preview: Preview, trigger: AlertTrigger) {
  if (preview.kind === "answers") return preview.isCut ? "lookedAtLast" : "lookedAt";
  return looksAtSurveys(trigger) ? "lookedAtSurveys" : "lookedAtTouchpoints";
}

function Answers({ answers }: { answers: readonly AlertAnswer[] }) {
  const format = useFormat();
  const { timeZone } = useWorkspace();
  return (
    <ul>
      {answers.map(({ responseId, metric, score, comment, spans, surveyName, answeredAt }) => (
        <li key={responseId}>
          <ScoreChip metric={metric} score={score} />
          <div>
            {comment !== "" && <AnswerText comment={comment} spans={spans} />}
            <span className="soft">
              {surveyName} · {format.dateTime(answeredAt, timeZone)}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Sights({ sights }: { sights: Extract<Preview, { kind: "overTime" }>["sights"] }) {
  return (
    <ul>
      {sights.map(({ touchpointName, cause }) => (
        <li key={JSON.stringify([touchpointName, cause])}>
          <SightChip sight={cause} />
          <div>
            {touchpointName}
            <SightText sight={cause} />
          </div>
        </li>
      ))}
    </ul>
  );
}
