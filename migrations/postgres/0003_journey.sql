CREATE TABLE journey (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  key text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('journey', 'blueprint', 'experience')),
  state text NOT NULL CHECK (state IN ('lived', 'target')),
  -- The document up to and including update `snapshot_seq`; later updates follow in journey_update.
  snapshot bytea,
  snapshot_seq bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, key)
);
CREATE TABLE journey_update (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  update bytea NOT NULL,
  -- Which process wrote it, so that a process does not apply its own updates twice.
  origin uuid NOT NULL,
  user_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (journey_id, seq)
);
-- The projection: what the document says, as rows, written with the update it comes from.
CREATE TABLE journey_stage (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  id text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (journey_id, id)
);
CREATE TABLE journey_step (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  id text NOT NULL,
  stage_id text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (journey_id, id)
);
CREATE TABLE journey_lane (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  id text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (journey_id, id)
);
CREATE TABLE journey_card (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  id text NOT NULL,
  lane_id text NOT NULL,
  step_id text NOT NULL,
  position integer NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (journey_id, id)
);
CREATE TABLE journey_placement (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  id text NOT NULL,
  step_id text NOT NULL,
  position integer NOT NULL,
  -- No foreign key: a document may still hold a touchpoint that an offline browser placed before it was deleted.
  touchpoint_id uuid NOT NULL,
  importance smallint,
  moment_of_truth boolean NOT NULL,
  expectation double precision,
  PRIMARY KEY (journey_id, id)
);
CREATE INDEX journey_placement_touchpoint ON journey_placement (touchpoint_id);
