import type { Generated, JSONColumnType } from "kysely";
import type { Role } from "#workspace/model.ts";
import type { AlertCause, AlertTrigger, DeliveryState, Try } from "../../alerts/model.ts";
import type { Priority } from "../../cases/model.ts";
import type { Span } from "../../text/words.ts";
import type { VoiceTables } from "../tables.ts";

/** What set an alert off; of an answer, the characters of its comment that it rests on. */
export type Found = { kind: "answer"; spans: Span[] } | Exclude<AlertCause, { kind: "answer" }>;

export type AlertTables = VoiceTables & {
  alert_rule: {
    id: Generated<string>;
    workspace_id: string;
    name: string;
    is_active: boolean;
    trigger: JSONColumnType<AlertTrigger>;
    touchpoint_ids: string[];
    survey_ids: string[];
    roles: Role[];
    user_ids: string[];
    by_mail: boolean;
    opens_case: Priority | null;
    webhook_ids: string[];
    created_at: Generated<Date>;
  };
  alert: {
    id: Generated<string>;
    workspace_id: string;
    rule_id: string | null;
    rule_name: string;
    touchpoint_id: string | null;
    response_id: string | null;
    occasion: string;
    found: JSONColumnType<Found>;
    roles: Role[];
    user_ids: string[];
    case_id: string | null;
    done_by: string | null;
    done_at: Date | null;
    created_at: Date;
  };
  alert_seen: { alert_id: string; user_id: string };
  webhook: {
    id: Generated<string>;
    workspace_id: string;
    name: string;
    url: string;
    is_active: Generated<boolean>;
    secret: string;
    old_secret: string | null;
    old_secret_until: Date | null;
    created_at: Generated<Date>;
  };
  /** Either to a webhook or, as a letter, to a member. */
  alert_delivery: {
    id: Generated<string>;
    workspace_id: string;
    alert_id: string | null;
    webhook_id: string | null;
    user_id: string | null;
    state: Generated<DeliveryState>;
    tries: JSONColumnType<Try[], string | undefined>;
    due_at: Date;
    created_at: Date;
  };
};
