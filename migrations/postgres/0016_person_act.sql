-- What members did with all that is known of a person: proof for whoever asks, without saying who the person was.
CREATE TABLE person_act (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  act text NOT NULL CHECK (act IN ('exported', 'erased')),
  person_ref uuid NOT NULL,
  -- How many of each there were.
  counts jsonb NOT NULL,
  user_id text,
  done_at timestamptz NOT NULL
);
CREATE INDEX person_act_workspace ON person_act (workspace_id, id DESC);
