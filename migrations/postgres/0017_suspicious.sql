ALTER TABLE response
  -- What a member decided about a suspicious answer; null: nobody has.
  ADD COLUMN verdict text CHECK (verdict IN ('accepted', 'rejected')),
  -- Kept apart: it moves no figure and sets off nothing.
  ADD COLUMN is_apart boolean NOT NULL GENERATED ALWAYS AS (suspicions <> '{}' AND verdict IS DISTINCT FROM 'accepted') STORED,
  -- Whose link a suspicious answer came by: it uses the link up only once it is accepted.
  ADD COLUMN invitation_id uuid REFERENCES survey_invitation (id) ON DELETE SET NULL,
  -- The point of the scale that was pressed in a letter, which the form may have changed since.
  ADD COLUMN first_score real;
CREATE INDEX response_suspicious ON response (workspace_id, id DESC) WHERE suspicions <> '{}' AND NOT is_partial;
CREATE INDEX response_invitation ON response (invitation_id) WHERE invitation_id IS NOT NULL;

-- Who decided what about a suspicious answer, and when; null: what was decided before was taken back.
CREATE TABLE answer_verdict (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  response_id uuid NOT NULL REFERENCES response (id) ON DELETE CASCADE,
  verdict text CHECK (verdict IN ('accepted', 'rejected')),
  decided_by text,
  decided_at timestamptz NOT NULL
);
CREATE INDEX answer_verdict_response ON answer_verdict (response_id, id DESC);

-- Visits that followed a link which no person sees, as a hash of the survey's link, the address and the program.
CREATE TABLE scanner_visit (
  visitor bytea PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
