import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import type { AlertRuleDraft } from "../../alerts/model.ts";
import classes from "./alerts.module.css";
import { AnswerText } from "./answer-text.tsx";
import { previewQuery } from "./queries.ts";
import { ScoreChip } from "./score-chip.tsx";

/** Milliseconds without a change, after which it is looked what the rule would have raised. */
const rest = 400;

/** What the rule would have raised in the last 30 days, with the answers. */
export function RulePreview({ draft }: { draft: AlertRuleDraft }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const { id: workspaceId, timeZone } = useWorkspace();
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
              {t(data.isCut ? "lookedAtLast" : "lookedAt", { count: data.looked, n: format.number(data.looked) })}
            </span>
          </p>
          <ul>
            {data.answers.map(({ responseId, metric, score, comment, spans, surveyName, answeredAt }) => (
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
        </>
      )}
    </aside>
  );
}
