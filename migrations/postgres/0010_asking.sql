-- Whom a survey asks, and for how long; what is not said is as `AskingRules` has it.
ALTER TABLE survey ADD COLUMN asking jsonb NOT NULL DEFAULT '{}';

-- When people are left alone, in every survey of a workspace.
CREATE TABLE asking_policy (
  workspace_id uuid PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
  policy jsonb NOT NULL
);

CREATE TABLE survey_invitation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  survey_id uuid NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('email', 'phone')),
  -- In clear, to write to; `person_ref` is what it is called everywhere else.
  address text NOT NULL,
  person_ref uuid NOT NULL,
  language text,
  time_zone text,
  properties jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting',
  reason text,
  -- When there is something to do: ask, remind, or let the link end.
  due_at timestamptz,
  -- After that it is too late to ask.
  last_chance timestamptz NOT NULL,
  -- Decides whether this person is in the survey's share: drawn once, however often the question comes back.
  draw real NOT NULL DEFAULT random(),
  reminders integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  sending_since timestamptz,
  sent_at timestamptz,
  expires_at timestamptz,
  answered_at timestamptz,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- Nobody has two open questions of one survey.
CREATE UNIQUE INDEX survey_invitation_open ON survey_invitation (survey_id, person_ref)
  WHERE state IN ('waiting', 'sending', 'sent');
CREATE INDEX survey_invitation_due ON survey_invitation (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX survey_invitation_sending ON survey_invitation (sending_since) WHERE state = 'sending';
CREATE INDEX survey_invitation_survey ON survey_invitation (survey_id, created_at DESC, id);
CREATE INDEX survey_invitation_person ON survey_invitation (person_ref);

-- The ledger: every time it was decided whether somebody is asked.
CREATE TABLE asking_decision (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  survey_id uuid NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
  invitation_id uuid NOT NULL REFERENCES survey_invitation (id) ON DELETE CASCADE,
  person_ref uuid NOT NULL,
  priority text NOT NULL,
  is_reminder boolean NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('asked', 'notAsked', 'postponed')),
  reason text,
  until timestamptz,
  -- Why what was asked did not arrive; then nobody was disturbed by it.
  failure text,
  decided_at timestamptz NOT NULL
);
CREATE INDEX asking_decision_person ON asking_decision (person_ref, decided_at DESC);
CREATE INDEX asking_decision_asked ON asking_decision (survey_id, decided_at) WHERE outcome = 'asked';
CREATE INDEX asking_decision_invitation ON asking_decision (invitation_id);

-- People who do not want to be asked any more, by any survey.
CREATE TABLE asking_refusal (
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  person_ref uuid NOT NULL,
  refused_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, person_ref)
);
