CREATE TABLE channel (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  key text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  UNIQUE (workspace_id, key)
);
CREATE TABLE team (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  key text NOT NULL,
  name text NOT NULL,
  UNIQUE (workspace_id, key)
);
CREATE TABLE touchpoint (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  key text NOT NULL,
  name text NOT NULL,
  channel_id uuid REFERENCES channel (id) ON DELETE RESTRICT,
  team_id uuid REFERENCES team (id) ON DELETE RESTRICT,
  initiator text NOT NULL CHECK (initiator IN ('customer', 'company')),
  UNIQUE (workspace_id, key)
);
CREATE INDEX touchpoint_channel ON touchpoint (channel_id);
CREATE INDEX touchpoint_team ON touchpoint (team_id);
