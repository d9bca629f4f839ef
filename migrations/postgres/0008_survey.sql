CREATE TABLE survey (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  touchpoint_id uuid NOT NULL REFERENCES touchpoint (id) ON DELETE RESTRICT,
  -- A key never changes, so an answer need not look it up.
  touchpoint_key text NOT NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  relation text NOT NULL CHECK (relation IN ('transactional', 'relational')),
  task text NOT NULL DEFAULT '',
  purpose text NOT NULL DEFAULT '',
  retention_days integer,
  -- What its link says instead of its id; a new one voids the links that are out.
  token text NOT NULL UNIQUE,
  version integer NOT NULL DEFAULT 1,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX survey_touchpoint ON survey (touchpoint_id);
CREATE INDEX survey_workspace ON survey (workspace_id, created_at DESC);

-- What was asked, as it was asked; a version that has answers never changes.
CREATE TABLE survey_version (
  survey_id uuid NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
  version integer NOT NULL,
  content jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (survey_id, version)
);

CREATE TABLE response (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  survey_id uuid NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
  version integer NOT NULL,
  workspace_id uuid NOT NULL,
  -- Made by whoever answers: a retry, a double click and a lost acknowledgement are one answer.
  attempt uuid NOT NULL,
  way text NOT NULL,
  language text NOT NULL,
  metric text NOT NULL,
  score real,
  comment text NOT NULL DEFAULT '',
  answers jsonb NOT NULL,
  person jsonb,
  properties jsonb NOT NULL DEFAULT '{}',
  is_partial boolean NOT NULL,
  suspicions text[] NOT NULL DEFAULT '{}',
  answered_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (survey_id, attempt),
  FOREIGN KEY (survey_id, version) REFERENCES survey_version (survey_id, version)
);
CREATE INDEX response_survey ON response (survey_id, received_at DESC);
