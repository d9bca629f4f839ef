import type { Generated } from "kysely";
import type { JourneyTables } from "./tables.ts";

/** What people say of a journey, beside its document. */
export type TalkTables = Pick<JourneyTables, "journey" | "journey_card"> & {
  journey_comment: {
    id: string;
    journey_id: string;
    /** The id of the first comment. */
    thread_id: string;
    subject: string;
    subject_name: string;
    author_id: string;
    text: string;
    mentions: string[];
    created_at: Date;
    edited_at: Date | null;
    deleted_at: Date | null;
    resolved_at: Date | null;
    resolved_by: string | null;
  };
  journey_mention_seen: { user_id: string; comment_id: string };
  journey_vote: { journey_id: string; subject: string; user_id: string; created_at: Date };
  journey_share: {
    id: Generated<string>;
    journey_id: string;
    name: string;
    token_hash: string;
    password_hash: string | null;
    wrong_tries: Generated<number>;
    wrong_since: Date | null;
    expires_at: Date | null;
    revoked_at: Date | null;
    shows_measures: boolean;
    may_embed: boolean;
    created_by: string;
    created_at: Date;
  };
};
