-- Complete answers from which something is still to follow.
CREATE TABLE answer_outbox (
  response_id uuid PRIMARY KEY REFERENCES response (id) ON DELETE CASCADE,
  -- The followers that have had it.
  followed text[] NOT NULL DEFAULT '{}',
  failures integer NOT NULL DEFAULT 0,
  -- What the last failure said.
  reason text NOT NULL DEFAULT '',
  due_at timestamptz NOT NULL,
  -- It failed too often to be tried again by itself.
  is_set_apart boolean NOT NULL DEFAULT false
);
CREATE INDEX answer_outbox_due ON answer_outbox (due_at) WHERE NOT is_set_apart;
