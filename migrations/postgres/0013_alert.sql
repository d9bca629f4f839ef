CREATE TABLE alert_rule (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  is_active boolean NOT NULL,
  trigger jsonb NOT NULL,
  -- Where it looks; none: everywhere.
  touchpoint_ids uuid[] NOT NULL,
  survey_ids uuid[] NOT NULL,
  -- Who is told, and whether by letter too.
  roles text[] NOT NULL,
  user_ids text[] NOT NULL,
  by_mail boolean NOT NULL,
  opens_case text,
  webhook_ids uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX alert_rule_workspace ON alert_rule (workspace_id);

CREATE TABLE alert (
  -- In the order they came.
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  rule_id uuid REFERENCES alert_rule (id) ON DELETE SET NULL,
  -- As it was called then.
  rule_name text NOT NULL,
  touchpoint_id uuid REFERENCES touchpoint (id) ON DELETE CASCADE,
  -- An answer that is erased takes its alerts, and what they sent, with it.
  response_id uuid REFERENCES response (id) ON DELETE CASCADE,
  -- What it is about: a rule is set off once by each.
  occasion text NOT NULL,
  found jsonb NOT NULL,
  roles text[] NOT NULL,
  user_ids text[] NOT NULL,
  case_id uuid,
  done_by text,
  done_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (rule_id, occasion)
);
CREATE INDEX alert_workspace ON alert (workspace_id, id DESC);
CREATE INDEX alert_response ON alert (response_id);
CREATE INDEX alert_touchpoint ON alert (touchpoint_id);

CREATE TABLE alert_seen (
  alert_id uuid NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
  user_id text NOT NULL,
  PRIMARY KEY (alert_id, user_id)
);

-- Where a workspace is told of its alerts by other programs.
CREATE TABLE webhook (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  url text NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  secret text NOT NULL,
  -- Signs as well until then, so that a receiver has time to take the new one.
  old_secret text,
  old_secret_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_workspace ON webhook (workspace_id);

-- A letter to a member or a message to a webhook, until it has arrived and afterwards.
CREATE TABLE alert_delivery (
  -- What a receiver knows a message by, however often it comes.
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  -- Null: somebody tries a webhook out.
  alert_id uuid REFERENCES alert (id) ON DELETE CASCADE,
  webhook_id uuid REFERENCES webhook (id) ON DELETE CASCADE,
  user_id text,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  -- Each try: when, what came back, or why nothing did.
  tries jsonb NOT NULL DEFAULT '[]',
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((webhook_id IS NULL) <> (user_id IS NULL)),
  UNIQUE (alert_id, webhook_id),
  UNIQUE (alert_id, user_id)
);
CREATE INDEX alert_delivery_due ON alert_delivery (due_at) WHERE state = 'waiting';
CREATE INDEX alert_delivery_webhook ON alert_delivery (webhook_id, id DESC);
