-- By what a survey asks by itself: after contacts at a touchpoint, or a share of everybody in every period.
CREATE TABLE asking_trigger (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  survey_id uuid NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
  -- As `AskingTrigger` has it.
  trigger jsonb NOT NULL,
  is_paused boolean NOT NULL DEFAULT false,
  -- What was before is never asked about.
  since timestamptz NOT NULL,
  -- Contacts that were due by then are taken up, but for those told of later.
  looked_until timestamptz NOT NULL,
  -- The period begun last, such as 2026-11 or 2026-Q4, and the last person taken up in it; null: everybody was.
  period text NOT NULL,
  after_person uuid,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX asking_trigger_survey ON asking_trigger (survey_id);

-- Contacts that a survey has asked about, or has decided not to: no other time.
CREATE TABLE asking_occasion (
  survey_id uuid NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
  event_id uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (survey_id, event_id)
);
CREATE INDEX asking_occasion_taken ON asking_occasion (taken_at);

ALTER TABLE survey_invitation ADD COLUMN trigger_id uuid REFERENCES asking_trigger (id) ON DELETE SET NULL;
CREATE INDEX survey_invitation_trigger ON survey_invitation (trigger_id) WHERE trigger_id IS NOT NULL;
-- Whom a trigger leaves out has no invitation.
ALTER TABLE asking_decision ALTER COLUMN invitation_id DROP NOT NULL;
ALTER TABLE asking_decision ADD COLUMN trigger_id uuid REFERENCES asking_trigger (id) ON DELETE SET NULL;
CREATE INDEX asking_decision_trigger ON asking_decision (trigger_id) WHERE trigger_id IS NOT NULL;
