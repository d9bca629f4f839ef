import type { ColumnType, Generated } from "kysely";
import type { LetterKind, LetterState, UnsentReason } from "../../letters/model.ts";

export type LetterTables = {
  customer_letter: {
    id: Generated<string>;
    workspace_id: string;
    kind: LetterKind;
    case_id: string | null;
    attempt: string | null;
    person_ref: string;
    address: string;
    language: string;
    time_zone: string | null;
    text: Generated<string>;
    user_id: string | null;
    state: ColumnType<LetterState, LetterState | undefined, LetterState>;
    reason: UnsentReason | null;
    due_at: Date | null;
    failures: Generated<number>;
    sending_since: Date | null;
    sent_at: Date | null;
    expires_at: Date | null;
    answered_at: Date | null;
    is_yes: boolean | null;
    comment: Generated<string>;
    created_at: Generated<Date>;
  };
};
