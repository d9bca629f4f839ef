import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import type { Asked, SurveySummary } from "../model.ts";
import { surveyQuery } from "./queries.ts";
import { SurveyAnswers } from "./survey-answers.tsx";
import { SurveyForm } from "./survey-form.tsx";
import { useLeaving } from "./use-leaving.tsx";

interface SurveyDialogProps {
  /** Null: one is to be made. */
  surveyId: string | null;
  /** Where a new one asks; null: of the whole relation, at none; undefined: the form lets choose. */
  touchpoint?: { id: string; name: string } | null;
  /** The score that a new one asks for first. */
  planned?: Asked;
  onClose: () => void;
}

/** A survey in a window: how it is answered, or what it asks. */
export function SurveyDialog({ surveyId, touchpoint, planned = "csat", onClose }: SurveyDialogProps) {
  const { t } = useTranslation("voice");
  const isPhone = useMediaQuery("(max-width: 48em)", window.matchMedia("(max-width: 48em)").matches) ?? false;
  const [shownId, setShownId] = useState(surveyId);
  const [isEditing, setIsEditing] = useState(surveyId === null);
  const [isChanged, setIsChanged] = useState(false);
  const survey = useQuery({ ...surveyQuery(shownId ?? ""), enabled: shownId !== null });
  const { leave, question } = useLeaving(isChanged, onClose);
  const show = (saved: SurveySummary) => {
    setShownId(saved.id);
    setIsEditing(false);
    setIsChanged(false);
  };
  return (
    <Dialog
      opened
      fullScreen={isPhone}
      onClose={leave}
      title={
        shownId === null ? t(touchpoint === null ? "askRelation" : "newSurvey") : (survey.data?.name ?? t("survey"))
      }
      size={isEditing ? "72rem" : "44rem"}
    >
      {shownId !== null && survey.isPending && <Loading />}
      {survey.isError && survey.data === undefined && (
        <ErrorState error={survey.error} retry={() => void survey.refetch()} />
      )}
      {isEditing && (shownId === null || survey.data !== undefined) && (
        <SurveyForm
          survey={survey.data ?? null}
          touchpoint={touchpoint}
          planned={planned}
          onChanged={() => setIsChanged(true)}
          onSaved={show}
          onCancel={leave}
        />
      )}
      {!isEditing && survey.data !== undefined && (
        <SurveyAnswers survey={survey.data} onEdit={() => setIsEditing(true)} onDeleted={onClose} />
      )}
      {question}
    </Dialog>
  );
}
