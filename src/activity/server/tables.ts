import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { ImportCounts, ImportError, ImportProgress, ImportStatus } from "../model.ts";
import type { AcceptedEvent } from "./inbox.ts";

/** jsonb: read as a value, written as its text. */
type Json<T> = ColumnType<T, string | undefined, string>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** A file of an import. */
export interface StoredFile {
  name: string;
  bytes: number;
  /** Absent when it is kept with the import; else where its owner keeps it. */
  path?: string;
  /** Taken over from the import that is retried: only its quarantined lines are read. */
  isAdopted?: boolean;
}

export type ActivityTables = {
  import: {
    id: Generated<string>;
    workspace_id: string;
    status: ImportStatus;
    is_dry_run: Generated<boolean>;
    retry_of: string | null;
    mapping: NullableJson<unknown>;
    files: Json<StoredFile[]>;
    progress: Json<Partial<ImportProgress>>;
    counts: NullableJson<ImportCounts>;
    error: NullableJson<ImportError>;
    cancel_requested: Generated<boolean>;
    created_by: string | null;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
    finished_at: Date | null;
  };
  event_inbox: {
    id: string;
    workspace_id: string;
    event: JSONColumnType<Omit<AcceptedEvent, "id" | "workspaceId">>;
    accepted_at: Generated<Date>;
  };
  person: { id: string; workspace_id: string; import_id: string | null; created_at: Generated<Date> };
  person_identifier: {
    ref: string;
    workspace_id: string;
    kind: string;
    value: string;
    is_hashed: boolean;
    person_id: string;
  };
  person_merge: {
    from_person: string;
    into_person: string;
    workspace_id: string;
    import_id: string | null;
    is_applied: Generated<boolean>;
    created_at: Generated<Date>;
  };
};
