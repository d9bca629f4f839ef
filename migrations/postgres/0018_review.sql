-- A file of public reviews that was read, and what came of it.
CREATE TABLE review_import (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  file_name text NOT NULL,
  source text NOT NULL,
  mapping jsonb NOT NULL,
  counts jsonb NOT NULL,
  -- Rows that could not be read, with their reasons.
  quarantine jsonb NOT NULL,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX review_import_workspace ON review_import (workspace_id, created_at DESC);

-- What somebody said in public, or agreed to have published. Never an answer to a survey: its stars are counted apart.
CREATE TABLE review (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  source text NOT NULL,
  -- The id its source gave it, else a hash of who said what when: read again, it is the same review.
  source_key text NOT NULL,
  -- Of all it says: whether it has changed since.
  fingerprint text NOT NULL,
  rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
  title text NOT NULL DEFAULT '',
  body text NOT NULL DEFAULT '',
  author text NOT NULL DEFAULT '',
  experienced_on date,
  -- Null: not published.
  published_at timestamptz,
  language text,
  url text,
  reply text NOT NULL DEFAULT '',
  replied_at timestamptz,
  touchpoint_id uuid REFERENCES touchpoint (id) ON DELETE SET NULL,
  -- A key never changes, so the store of comments need not look it up.
  touchpoint_key text NOT NULL DEFAULT '',
  -- Otherwise by its words.
  is_placed_by_hand boolean NOT NULL DEFAULT false,
  import_id uuid REFERENCES review_import (id) ON DELETE SET NULL,
  -- Of a review collected here: the answer it was given with.
  response_id uuid UNIQUE REFERENCES response (id) ON DELETE CASCADE,
  -- Whether the store of comments has it as it stands, and whether what was read out of it still holds.
  is_told boolean NOT NULL DEFAULT false,
  is_reworded boolean NOT NULL DEFAULT false,
  -- Taken back, until the store of comments has been told.
  is_gone boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, source, source_key)
);
CREATE INDEX review_latest ON review (workspace_id, published_at DESC, id DESC);
CREATE INDEX review_untold ON review (id) WHERE NOT is_told AND source <> 'own';
CREATE INDEX review_touchpoint ON review (touchpoint_id);
CREATE INDEX review_of_import ON review (import_id);

-- What belongs to a review that was collected here: whether it is published, on what proof, and what its author says of that.
CREATE TABLE collected_review (
  review_id uuid PRIMARY KEY REFERENCES review (id) ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('waiting', 'published', 'refused')),
  -- As its author says.
  is_buyer boolean NOT NULL,
  -- What shows that there was something to review: a link that was sent to a customer, or a document that somebody looked at.
  proof text NOT NULL CHECK (proof IN ('none', 'invitation', 'document')),
  proof_note text NOT NULL DEFAULT '',
  refusal text,
  contest text NOT NULL DEFAULT '',
  decided_by text,
  decided_at timestamptz,
  submitted_at timestamptz NOT NULL
);

-- What a workspace says of its reviews where they are shown, and the link by which they are.
CREATE TABLE review_policy (
  workspace_id uuid PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  policy jsonb NOT NULL
);
