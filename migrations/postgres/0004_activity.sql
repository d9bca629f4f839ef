CREATE TABLE import (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  -- uploading → ready → (checking → ready) | queued → reading → publishing → done | failed | cancelled
  status text NOT NULL,
  is_dry_run boolean NOT NULL DEFAULT false,
  -- The import whose quarantined rows this one retries.
  retry_of uuid REFERENCES import (id) ON DELETE SET NULL,
  -- json and not jsonb: it keeps the order in which somebody wrote it.
  mapping json,
  files jsonb NOT NULL DEFAULT '[]',
  progress jsonb NOT NULL DEFAULT '{}',
  counts jsonb,
  error jsonb,
  cancel_requested boolean NOT NULL DEFAULT false,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
CREATE INDEX import_workspace ON import (workspace_id, created_at DESC);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  -- The import that first met them; it may be gone. Each foreign key here costs an import of a million people seconds.
  import_id uuid,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_workspace ON person (workspace_id);
CREATE INDEX person_import ON person (import_id);
-- One row an identifier; `value` is given in clear or as an HMAC with the workspace's key, by the mapping's choice.
CREATE TABLE person_identifier (
  -- The head of that HMAC in either case: what the identifier is called everywhere else.
  ref uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  is_hashed boolean NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX person_identifier_person ON person_identifier (person_id);
-- Two people found to be one: events stored for `from_person` belong to `into_person`.
CREATE TABLE person_merge (
  from_person uuid PRIMARY KEY,
  into_person uuid NOT NULL,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  import_id uuid,
  -- Whether the stored events say so already.
  is_applied boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_merge_into ON person_merge (into_person);
CREATE INDEX person_merge_import ON person_merge (import_id);
