-- What was done with customers who are pleased, and what they say to it: the latest deed of a role tells how it stands.
CREATE TABLE promoter_deed (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  person_ref uuid NOT NULL,
  deed text NOT NULL CHECK (deed IN ('thanked', 'invited', 'accepted', 'declined', 'withdrawn')),
  role text CHECK (role IN ('ambassador', 'committee')),
  letter_id uuid NOT NULL REFERENCES customer_letter (id) ON DELETE CASCADE,
  -- The answer that they were written to for, as long as it is kept.
  response_id uuid REFERENCES response (id) ON DELETE SET NULL,
  -- What they agreed to, in the words that they read.
  consent text NOT NULL DEFAULT '',
  -- The member who wrote to them; null: they say it themselves.
  user_id text,
  done_at timestamptz NOT NULL,
  CHECK ((deed = 'thanked') = (role IS NULL))
);
CREATE INDEX promoter_deed_person ON promoter_deed (workspace_id, person_ref);
CREATE INDEX promoter_deed_letter ON promoter_deed (letter_id);
CREATE INDEX promoter_deed_response ON promoter_deed (response_id);

-- The latest answers of people who are known.
CREATE INDEX response_identified ON response (workspace_id, answered_at DESC) WHERE person IS NOT NULL;
