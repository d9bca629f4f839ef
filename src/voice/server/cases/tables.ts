import type { Generated, JSONColumnType } from "kysely";
import type { CaseDeed, CaseSettings, CaseState, CardKind, Priority } from "../../cases/model.ts";

/** An identifier as it is stored everywhere, hashed. */
export interface StoredPerson {
  kind: string;
  ref: string;
}

export type CaseTables = {
  case_settings: {
    workspace_id: string;
    settings: JSONColumnType<Partial<CaseSettings>, string | undefined>;
    last_number: Generated<number>;
  };
  case_agent: {
    workspace_id: string;
    user_id: string;
    team_ids: string[];
    touchpoint_ids: string[];
    is_available: boolean;
    given_at: Date | null;
  };
  case_cause: { id: Generated<string>; workspace_id: string; name: string; is_archived: Generated<boolean> };
  case_card: {
    id: Generated<string>;
    cause_id: string;
    journey_id: string;
    step_id: string;
    kind: CardKind;
    card_id: string;
    evidence: Generated<string>;
  };
  customer_case: {
    id: Generated<string>;
    workspace_id: string;
    number: number;
    response_id: string | null;
    rule_id: string | null;
    touchpoint_id: string | null;
    title: string;
    reason: string;
    person: JSONColumnType<StoredPerson, string | null> | null;
    priority: Priority;
    state: Generated<CaseState>;
    assignee_id: string | null;
    opened_at: Generated<Date>;
    due_at: Date;
    waiting_since: Date | null;
    escalated_at: Date | null;
    resolved_at: Date | null;
    closed_at: Date | null;
    cause_id: string | null;
    action: Generated<string>;
    card_id: string | null;
    version: Generated<number>;
  };
  case_event: {
    id: Generated<string>;
    case_id: string;
    at: Generated<Date>;
    user_id: string | null;
    event: JSONColumnType<CaseDeed>;
  };
};
