-- What a workspace says of its cases, and the number of its last one: the row is locked while a case is opened, so that
-- numbers have no gap and cases go round among those who work.
CREATE TABLE case_settings (
  workspace_id uuid PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
  settings jsonb NOT NULL DEFAULT '{}',
  last_number integer NOT NULL DEFAULT 0
);

-- Who takes cases, of which teams and touchpoints; `given_at` says whose turn is next.
CREATE TABLE case_agent (
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  user_id text NOT NULL,
  team_ids uuid[] NOT NULL DEFAULT '{}',
  touchpoint_ids uuid[] NOT NULL DEFAULT '{}',
  is_available boolean NOT NULL DEFAULT true,
  given_at timestamptz,
  PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE case_cause (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  -- No longer offered; what was closed with it keeps it.
  is_archived boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX case_cause_name ON case_cause (workspace_id, lower(name));

-- Where a cause stands on a map.
CREATE TABLE case_card (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  cause_id uuid NOT NULL REFERENCES case_cause (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  step_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('irritant', 'opportunity')),
  card_id text NOT NULL,
  -- What we wrote into the card's evidence last, to be found there again.
  evidence text NOT NULL DEFAULT '',
  UNIQUE (cause_id, journey_id, step_id, kind)
);
CREATE INDEX case_card_journey ON case_card (journey_id, card_id);

CREATE TABLE customer_case (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  -- What people call it, counted from 1 in its workspace.
  number integer NOT NULL,
  response_id uuid REFERENCES response (id) ON DELETE SET NULL,
  -- The rule that opened it; null: somebody did.
  rule_id uuid,
  touchpoint_id uuid REFERENCES touchpoint (id) ON DELETE SET NULL,
  title text NOT NULL,
  reason text NOT NULL,
  person jsonb,
  priority text NOT NULL CHECK (priority IN ('normal', 'high', 'urgent')),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'inProgress', 'waiting', 'resolved', 'closed')),
  assignee_id text,
  opened_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL,
  -- The clock stands still while a customer is waited for.
  waiting_since timestamptz,
  escalated_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  cause_id uuid REFERENCES case_cause (id),
  action text NOT NULL DEFAULT '',
  card_id uuid REFERENCES case_card (id) ON DELETE SET NULL,
  -- One more with every change: who changes what somebody else has changed meanwhile is told.
  version integer NOT NULL DEFAULT 1,
  UNIQUE (workspace_id, number)
);
-- One case for an answer and a rule, and one that somebody opened.
CREATE UNIQUE INDEX customer_case_answer ON customer_case (response_id, rule_id) NULLS NOT DISTINCT
  WHERE response_id IS NOT NULL;
CREATE INDEX customer_case_due ON customer_case (workspace_id, due_at);
CREATE INDEX customer_case_late ON customer_case (due_at)
  WHERE escalated_at IS NULL AND state IN ('open', 'inProgress');
CREATE INDEX customer_case_card ON customer_case (card_id);
CREATE INDEX customer_case_touchpoint ON customer_case (touchpoint_id);
CREATE INDEX customer_case_cause ON customer_case (cause_id);

-- Everything that was done to a case, in order; rows are only added.
CREATE TABLE case_event (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  case_id uuid NOT NULL REFERENCES customer_case (id) ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Null: the product itself.
  user_id text,
  event jsonb NOT NULL
);
CREATE INDEX case_event_case ON case_event (case_id, id);
