-- Accepted events on their way into the store of events: whoever was answered has them here, whatever happens next.
CREATE TABLE event_inbox (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  event jsonb NOT NULL,
  accepted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX event_inbox_order ON event_inbox (workspace_id, accepted_at, id);
