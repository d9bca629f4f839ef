-- What was read out of the comment of an event: no word of it, only where it says what. Joined to its event, it goes with it.
CREATE TABLE IF NOT EXISTS comment_reading (
  workspace_id UUID,
  event_id UUID,
  -- Of the reader; the newest stands.
  version UInt32,
  -- Of the event: what came in since is found by it.
  received_at DateTime64(3, 'UTC'),
  language LowCardinality(String),
  -- As corrected by hand, where it was.
  polarity LowCardinality(String),
  topics Array(LowCardinality(String)),
  signals Array(LowCardinality(String)),
  disagreement LowCardinality(String),
  -- 'polarity', 'topics': what was corrected.
  corrected Array(LowCardinality(String)),
  -- With its positions, as the machine read it.
  reading String
) ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace_id, event_id)
SETTINGS non_replicated_deduplication_window = 0;
