import type { ColumnType, Generated } from "kysely";
import type { PolarityLabel, Training } from "../../comments/model.ts";
import type { TopicRule } from "../../text/topics.ts";

/** jsonb: read as a value, written as its text. */
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

export type CommentTables = {
  comment_reader: {
    workspace_id: string;
    version: Generated<number>;
    core: number;
    topics: NullableJson<TopicRule[]>;
    model: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
    training: NullableJson<Training>;
    must_train: Generated<boolean>;
    read_until: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  comment_correction: {
    workspace_id: string;
    event_id: string;
    polarity: PolarityLabel | null;
    topics: string[] | null;
    corrected_by: string | null;
    corrected_at: Generated<Date>;
  };
};
