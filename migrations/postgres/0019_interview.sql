-- What is asked in interviews, step by step of a journey.
CREATE TABLE interview_guide (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE SET NULL,
  name text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('customer', 'staff')),
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  sections jsonb NOT NULL,
  -- One more with every change: who changes what somebody else has changed meanwhile is told.
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX interview_guide_workspace ON interview_guide (workspace_id);
CREATE INDEX interview_guide_journey ON interview_guide (journey_id);

CREATE TABLE interview (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  guide_id uuid REFERENCES interview_guide (id) ON DELETE SET NULL,
  -- Empty once the consent has ended.
  pseudonym text NOT NULL,
  participant text NOT NULL DEFAULT 'customer',
  persona_id uuid REFERENCES persona (id) ON DELETE SET NULL,
  segment text NOT NULL DEFAULT '',
  -- In clear, to reach them; `person_ref` is what it is called everywhere else.
  contact jsonb,
  person_ref uuid,
  held_on date NOT NULL,
  interviewer text NOT NULL DEFAULT '',
  channel text NOT NULL DEFAULT 'inPerson',
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'analysed')),
  notes text NOT NULL DEFAULT '',
  -- Null: not given yet. Without it nothing is recorded or transcribed.
  consent jsonb,
  -- When what the participant said was erased, and why.
  ended_at timestamptz,
  ending text CHECK (ending IN ('withdrawn', 'expired', 'erased')),
  transcript jsonb,
  version integer NOT NULL DEFAULT 1,
  CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE INDEX interview_workspace ON interview (workspace_id, held_on DESC);
CREATE INDEX interview_guide_of ON interview (guide_id);
CREATE INDEX interview_persona ON interview (persona_id);
CREATE INDEX interview_person ON interview (person_ref);

-- A file on the disk of the server, in pieces until `received` is `bytes`. The row goes after the file, so that no file is
-- forgotten; that is why an interview does not take it along.
CREATE TABLE interview_recording (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  interview_id uuid NOT NULL REFERENCES interview (id),
  name text NOT NULL,
  bytes bigint NOT NULL,
  received bigint NOT NULL DEFAULT 0,
  -- What its first bytes say it is; null until they are there.
  media_type text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX interview_recording_interview ON interview_recording (interview_id);
CREATE INDEX interview_recording_workspace ON interview_recording (workspace_id);
CREATE INDEX interview_recording_unfinished ON interview_recording (created_at) WHERE received < bytes;

-- A card of a map that highlights stand behind.
CREATE TABLE interview_card (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  card_id text NOT NULL,
  -- What we wrote into the card's evidence last, to be found there again.
  evidence text NOT NULL DEFAULT '',
  UNIQUE (journey_id, card_id)
);
CREATE INDEX interview_card_workspace ON interview_card (workspace_id);

CREATE TABLE interview_highlight (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  interview_id uuid NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('irritant', 'delight', 'expectation', 'need', 'quote')),
  -- The words, as they were when they were last in the transcript; empty for a moment of a recording.
  quote text NOT NULL,
  note text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  -- Where the words are in the text of the transcript; null: nowhere.
  starts integer,
  ends integer,
  -- In milliseconds.
  from_ms integer,
  to_ms integer,
  recording_id uuid REFERENCES interview_recording (id) ON DELETE SET NULL,
  journey_id uuid REFERENCES journey (id) ON DELETE SET NULL,
  step_id text,
  touchpoint_id uuid REFERENCES touchpoint (id) ON DELETE SET NULL,
  card_id uuid REFERENCES interview_card (id) ON DELETE SET NULL,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((starts IS NULL) = (ends IS NULL)),
  CHECK ((from_ms IS NULL) = (to_ms IS NULL))
);
CREATE INDEX interview_highlight_interview ON interview_highlight (interview_id);
CREATE INDEX interview_highlight_recording ON interview_highlight (recording_id);
CREATE INDEX interview_highlight_journey ON interview_highlight (journey_id, step_id);
CREATE INDEX interview_highlight_touchpoint ON interview_highlight (touchpoint_id);
CREATE INDEX interview_highlight_card ON interview_highlight (card_id);
