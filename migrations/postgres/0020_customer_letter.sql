-- What is written to one customer, and what they answer to it: replies to a case, and the question whether it is solved.
CREATE TABLE customer_letter (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  kind text NOT NULL,
  case_id uuid REFERENCES customer_case (id) ON DELETE CASCADE,
  -- Whoever writes names it: sent twice, it is one letter.
  attempt uuid UNIQUE,
  person_ref uuid NOT NULL,
  -- In clear, to write to.
  address text NOT NULL,
  language text NOT NULL,
  time_zone text,
  -- What a member wrote; empty where the letter is made when it goes out.
  text text NOT NULL DEFAULT '',
  user_id text,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'notSent')),
  -- Why it failed or was not sent.
  reason text,
  -- When there is something to do; null: nothing any more.
  due_at timestamptz,
  failures integer NOT NULL DEFAULT 0,
  sending_since timestamptz,
  sent_at timestamptz,
  -- Until when its link can be answered.
  expires_at timestamptz,
  answered_at timestamptz,
  -- What was answered to its question, and in what words.
  is_yes boolean,
  comment text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX customer_letter_due ON customer_letter (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX customer_letter_sending ON customer_letter (sending_since) WHERE state = 'sending';
CREATE INDEX customer_letter_case ON customer_letter (case_id);
CREATE INDEX customer_letter_person ON customer_letter (workspace_id, person_ref);
-- Closed again before its question went out, a case has one.
CREATE UNIQUE INDEX customer_letter_question ON customer_letter (case_id)
  WHERE kind = 'solved' AND state = 'waiting';

-- Cases closed in a period.
CREATE INDEX customer_case_closed ON customer_case (workspace_id, closed_at) WHERE closed_at IS NOT NULL;

-- An alert says what set it off: until now, an answer.
UPDATE alert SET found = found || '{"kind": "answer"}';
