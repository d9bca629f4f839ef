import type { Question, SurveyContent, SurveyState, SurveySummary } from "../model.ts";

/** A survey as it is being written. */
export interface Draft extends Pick<
  SurveySummary,
  "relation" | "task" | "purpose" | "retentionDays" | "reviewLinks" | "content"
> {
  /** Empty until one is chosen; null: none, it is about the whole relation. */
  touchpointId: string | null;
  /** Empty: it is called by its score and its touchpoint. */
  name: string;
  state: SurveyState;
}

export type QuestionOf<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;
/** What can be asked besides the score and its comment. */
export const furtherKinds = ["choice", "scale", "text"] as const;
export type FurtherKind = (typeof furtherKinds)[number];
export type Further = QuestionOf<FurtherKind>;

export function draftOf(survey: SurveySummary): Draft {
  const { touchpointId, name, state, relation, task, purpose, retentionDays, reviewLinks, content } = survey;
  return { touchpointId, name, state, relation, task, purpose, retentionDays, reviewLinks, content };
}

export function commentOf({ questions }: SurveyContent): QuestionOf<"comment"> | undefined {
  return questions.find((question) => question.kind === "comment");
}

export function furtherOf({ questions }: SurveyContent): Further[] {
  return questions.filter((question): question is Further => question.kind !== "score" && question.kind !== "comment");
}
