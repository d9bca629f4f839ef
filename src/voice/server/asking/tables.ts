import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type {
  AskingPolicy,
  AskingRules,
  AskingTrigger,
  Channel,
  InvitationState,
  Outcome,
  PersonCounts,
  personActs,
  Priority,
  Refusal,
} from "../../asking/model.ts";

export type AskingTables = {
  /** The part of a survey that says whom it asks. */
  survey: {
    id: string;
    workspace_id: string;
    name: string;
    state: "draft" | "open" | "closed";
    version: number;
    asking: JSONColumnType<Partial<AskingRules>>;
    created_at: Date;
  };
  asking_policy: { workspace_id: string; policy: JSONColumnType<Partial<AskingPolicy>> };
  survey_invitation: {
    id: Generated<string>;
    workspace_id: string;
    survey_id: string;
    channel: Channel;
    /** Null: erased after the survey's retention. */
    address: string | null;
    person_ref: string;
    language: string | null;
    time_zone: string | null;
    properties: JSONColumnType<Record<string, string>>;
    state: ColumnType<InvitationState, InvitationState | undefined, InvitationState>;
    reason: string | null;
    due_at: Date | null;
    last_chance: Date;
    draw: Generated<number>;
    reminders: Generated<number>;
    failures: Generated<number>;
    sending_since: Date | null;
    sent_at: Date | null;
    expires_at: Date | null;
    answered_at: Date | null;
    trigger_id: Generated<string | null>;
    created_by: string | null;
    created_at: Generated<Date>;
  };
  asking_trigger: {
    id: Generated<string>;
    workspace_id: string;
    survey_id: string;
    trigger: JSONColumnType<AskingTrigger>;
    is_paused: Generated<boolean>;
    since: Date;
    looked_until: Date;
    period: string;
    after_person: string | null;
    created_by: string | null;
    created_at: Generated<Date>;
  };
  asking_occasion: { survey_id: string; event_id: string; taken_at: Date };
  asking_decision: {
    id: Generated<string>;
    workspace_id: string;
    survey_id: string;
    /** Null: a trigger left them out. */
    invitation_id: string | null;
    trigger_id: Generated<string | null>;
    person_ref: string;
    priority: Priority;
    is_reminder: boolean;
    outcome: Outcome;
    reason: Refusal | null;
    until: Date | null;
    failure: string | null;
    decided_at: Date;
  };
  person_act: {
    id: Generated<string>;
    workspace_id: string;
    act: (typeof personActs)[number];
    person_ref: string;
    counts: JSONColumnType<PersonCounts>;
    user_id: string | null;
    done_at: Date;
  };
  asking_refusal: { workspace_id: string; person_ref: string; refused_at: Generated<Date> };
};
