-- Simple records of personas, which maps refer to.
CREATE TABLE persona (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  key text NOT NULL,
  name text NOT NULL,
  summary text NOT NULL DEFAULT '',
  UNIQUE (workspace_id, key)
);

ALTER TABLE journey
  ADD COLUMN owner_id text,
  ADD COLUMN reviewed_at timestamptz,
  ADD COLUMN review_months integer NOT NULL DEFAULT 6 CHECK (review_months BETWEEN 1 AND 60),
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
  ADD COLUMN parent_id uuid REFERENCES journey (id) ON DELETE SET NULL,
  ADD COLUMN parent_step_id text,
  ADD COLUMN lived_id uuid REFERENCES journey (id) ON DELETE SET NULL,
  -- What the document says beside the lists below: framing, links, emotions, personas, locks.
  ADD COLUMN rest jsonb NOT NULL DEFAULT '{}',
  -- Who edited since the last version, and when the first of them did; null when nobody has.
  ADD COLUMN authors text[] NOT NULL DEFAULT '{}',
  ADD COLUMN edited_since timestamptz;
CREATE INDEX journey_edited_since ON journey (edited_since) WHERE edited_since IS NOT NULL;
CREATE INDEX journey_parent ON journey (parent_id);
CREATE INDEX journey_lived ON journey (lived_id);

-- Of each item what nothing is asked of in SQL.
ALTER TABLE journey_stage ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
ALTER TABLE journey_step ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
ALTER TABLE journey_lane ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
ALTER TABLE journey_card ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
ALTER TABLE journey_placement ADD COLUMN details jsonb NOT NULL DEFAULT '{}';

CREATE TABLE journey_image (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  width integer NOT NULL,
  height integer NOT NULL,
  bytes bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX journey_image_workspace ON journey_image (workspace_id);

-- A thread is a first comment, whose id is the thread's, and the answers to it.
CREATE TABLE journey_comment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  thread_id uuid NOT NULL,
  -- What it is about, as `kind:id` (`card:4f2a`), or `journey` for the whole map.
  subject text NOT NULL,
  -- What that was called then, for when it is gone.
  subject_name text NOT NULL DEFAULT '',
  author_id text NOT NULL,
  text text NOT NULL,
  mentions text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  edited_at timestamptz,
  -- Its text is gone; it stands as long as there are answers to it.
  deleted_at timestamptz,
  -- Of the first comment: the thread's.
  resolved_at timestamptz,
  resolved_by text
);
CREATE INDEX journey_comment_journey ON journey_comment (journey_id, thread_id, id);
CREATE INDEX journey_comment_mentions ON journey_comment USING gin (mentions);
-- Which mentions a person has seen.
CREATE TABLE journey_mention_seen (
  user_id text NOT NULL,
  comment_id uuid NOT NULL REFERENCES journey_comment (id) ON DELETE CASCADE,
  PRIMARY KEY (comment_id, user_id)
);

CREATE TABLE journey_vote (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  -- As in journey_comment.
  subject text NOT NULL,
  user_id text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (journey_id, subject, user_id)
);

CREATE TABLE journey_version (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  reason text NOT NULL CHECK (reason IN ('named', 'automatic', 'safety')),
  -- Empty unless named.
  name text NOT NULL DEFAULT '',
  -- In the open format, so that it can be read by every later version of the product.
  document jsonb NOT NULL,
  -- Who edited since the version before, and how many elements were added, changed, moved and removed.
  authors text[] NOT NULL DEFAULT '{}',
  changes jsonb NOT NULL,
  created_by text,
  created_at timestamptz NOT NULL
);
CREATE INDEX journey_version_journey ON journey_version (journey_id, created_at);

CREATE TABLE journey_share (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  name text NOT NULL DEFAULT '',
  -- SHA-256 of the token in the link, which is not kept.
  token_hash text NOT NULL UNIQUE,
  password_hash text,
  -- Wrong passwords since an instant, from anywhere.
  wrong_tries integer NOT NULL DEFAULT 0,
  wrong_since timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  shows_measures boolean NOT NULL DEFAULT false,
  -- Whether other sites may show it in a frame.
  may_embed boolean NOT NULL DEFAULT false,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX journey_share_journey ON journey_share (journey_id);

-- Maps that the workspace starts new ones from.
CREATE TABLE journey_template (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  summary text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('journey', 'blueprint', 'experience')),
  -- In the open format.
  document jsonb NOT NULL,
  published_by text NOT NULL,
  published_at timestamptz NOT NULL
);
CREATE INDEX journey_template_workspace ON journey_template (workspace_id);
