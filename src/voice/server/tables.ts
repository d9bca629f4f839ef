import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { AskingRules } from "../asking/model.ts";
import type { Answers, Asked, Relation, ReviewLink, SurveyContent, SurveyState, Suspicion, Way } from "../model.ts";
import type { Verdict } from "../suspicious/model.ts";

type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

export type VoiceTables = {
  survey: {
    id: Generated<string>;
    workspace_id: string;
    touchpoint_id: string | null;
    /** Empty: it asks at no touchpoint. */
    touchpoint_key: string;
    name: string;
    state: SurveyState;
    relation: Relation;
    task: string;
    purpose: string;
    retention_days: number | null;
    token: string;
    version: Generated<number>;
    asking: ColumnType<Partial<AskingRules>, string | undefined, string>;
    review_links: JSONColumnType<ReviewLink[]>;
    created_by: string | null;
    created_at: Generated<Date>;
  };
  survey_version: {
    survey_id: string;
    version: number;
    content: JSONColumnType<SurveyContent>;
    created_at: Generated<Date>;
  };
  response: {
    id: Generated<string>;
    survey_id: string;
    version: number;
    workspace_id: string;
    attempt: string;
    way: Way;
    language: string;
    metric: Asked;
    score: number | null;
    comment: string;
    answers: JSONColumnType<Answers>;
    /** The identifier as it is stored everywhere, hashed. */
    person: NullableJson<{ kind: string; ref: string }>;
    properties: JSONColumnType<Record<string, string>>;
    is_partial: boolean;
    /** The member who typed it in; null: whoever answered. */
    entered_by: ColumnType<string | null, string | null | undefined, string | null>;
    suspicions: Suspicion[];
    verdict: Generated<Verdict | null>;
    /** It has suspicions, and nobody has accepted it all the same. */
    is_apart: GeneratedAlways<boolean>;
    /** Of a suspicious answer that came by an invitation's link. */
    invitation_id: Generated<string | null>;
    /** What was pressed in a letter. */
    first_score: Generated<number | null>;
    answered_at: Date;
    received_at: Generated<Date>;
  };
  answer_outbox: {
    response_id: string;
    followed: Generated<string[]>;
    failures: Generated<number>;
    reason: Generated<string>;
    due_at: Date;
    is_set_apart: Generated<boolean>;
  };
};
