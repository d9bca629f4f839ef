-- How a workspace reads comments. No row: by the ready topics and the lexicon alone.
CREATE TABLE comment_reader (
  workspace_id uuid PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
  -- Counted up by whatever changes what is read; readings carry it.
  version integer NOT NULL DEFAULT 1,
  -- Of the program that read: another one may read the same words otherwise.
  core integer NOT NULL,
  topics jsonb,
  model bytea,
  training jsonb,
  -- Something it learnt from was erased or corrected.
  must_train boolean NOT NULL DEFAULT false,
  -- Everything received before is read by this version; null: nothing yet.
  read_until timestamptz
);

-- What a person says a comment means. No words of it.
CREATE TABLE comment_correction (
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  event_id uuid NOT NULL,
  polarity text CHECK (polarity IN ('positive', 'unsure', 'negative')),
  topics text[],
  corrected_by text,
  corrected_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, event_id),
  CHECK (polarity IS NOT NULL OR topics IS NOT NULL)
);
