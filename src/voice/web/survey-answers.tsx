import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { DeleteButton } from "#ui/delete-button.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { SurveySummary } from "../model.ts";
import { InviteButton } from "./asking/invite-button.tsx";
import { ResponseRates } from "./asking/response-rates.tsx";
import { Ways } from "./collect/ways.tsx";
import { useDeleteSurvey } from "./queries.ts";
import { StateMark } from "./state-mark.tsx";
import classes from "./voice.module.css";

interface SurveyAnswersProps {
  survey: SurveySummary;
  onEdit: () => void;
  onDeleted: () => void;
}

/** How a survey is answered, and what came of it so far. */
export function SurveyAnswers({ survey, onEdit, onDeleted }: SurveyAnswersProps) {
  const { t } = useTranslation("voice");
  const mayEdit = useMay("survey:edit");
  const mayReadInvitations = useMay("invitation:read");
  const remove = useDeleteSurvey();
  return (
    <div className={classes["answering"]}>
      <p>
        <StateMark state={survey.state} />
        <span className="soft">{t(`stateWhat.${survey.state}`)}</span>
      </p>
      <Counts survey={survey} />
      {mayReadInvitations && <ResponseRates surveyId={survey.id} />}
      <Ways survey={survey} />
      {mayEdit && (
        <Group justify="space-between">
          <DeleteButton
            name={survey.name}
            loss={t("deleteText")}
            refusal={t("deleteRefused")}
            onDelete={() => remove(survey.id).then(onDeleted)}
          />
          <Group gap="xs">
            <InviteButton survey={survey} />
            <Button leftSection={<Pencil size={15} aria-hidden />} onClick={onEdit}>
              {t("edit")}
            </Button>
          </Group>
        </Group>
      )}
    </div>
  );
}

/** What counts, and apart from it what does not. */
function Counts({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation("voice");
  const { id: workspaceId } = useWorkspace();
  const mayJudge = useMay("answer:judge");
  const format = useFormat();
  const { timeZone } = useWorkspace();
  return (
    <dl className={classes["counts"]}>
      {(["answers", "partial", "suspicious"] as const).map((count) => (
        <div key={count}>
          <dt>{t(`count.${count}`)}</dt>
          <dd>
            {format.number(survey[count])}{" "}
            <small>
              {count === "suspicious" && mayJudge && survey.suspicious > 0 ? (
                <Link to="/w/$workspaceId/voice/suspicious" params={{ workspaceId }} search={{ survey: survey.id }}>
                  {t("toCheck")}
                </Link>
              ) : (
                t(`countWhat.${count}`)
              )}
            </small>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("column.last")}</dt>
        <dd data-text>
          {survey.lastAnswerAt === null ? t("noAnswerYet") : format.dateTime(survey.lastAnswerAt, timeZone)}
        </dd>
      </div>
    </dl>
  );
}
