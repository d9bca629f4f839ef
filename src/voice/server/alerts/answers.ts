import type { AlertAnswer } from "../../alerts/model.ts";
import type { Asked } from "../../model.ts";
import type { Span } from "../../text/words.ts";

/** An answer beside which there may be none. */
interface AnswerRow {
  response_id: string | null;
  asked_at: string | null;
  survey_id: string | null;
  survey_name: string | null;
  metric: Asked | null;
  score: number | null;
  comment: string | null;
  answered_at: Date | null;
}

/** The answer of a row as alerts show it, with the characters that were found; null without one. */
export function presentAnswer(row: AnswerRow, spans: readonly Span[]): AlertAnswer | null {
  const { response_id: responseId, asked_at: touchpointId, survey_id: surveyId, metric, answered_at: answeredAt } = row;
  if (responseId === null || touchpointId === null || surveyId === null || metric === null || answeredAt === null)
    return null;
  return {
    responseId,
    touchpointId,
    surveyId,
    surveyName: row.survey_name ?? "",
    metric,
    score: row.score,
    comment: row.comment ?? "",
    answeredAt: answeredAt.toISOString(),
    spans: [...spans],
  };
}
