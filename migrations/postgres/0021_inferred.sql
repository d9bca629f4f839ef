-- What foretells satisfaction at a touchpoint, learnt from those who answered there.
CREATE TABLE inferred_model (
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  touchpoint_key text NOT NULL,
  -- Counted up by every training.
  version integer NOT NULL,
  -- Of the answers it learnt from: another one means that some came or went.
  mark text NOT NULL,
  -- As `Learnt` has it, but version and time.
  learnt jsonb NOT NULL,
  -- As `Foreteller` has it; null where nothing can be inferred.
  foreteller jsonb,
  trained_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, touchpoint_key)
);
