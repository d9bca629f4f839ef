-- The words of public reviews, read like comments but no event: nobody's contact, and in no figure of surveys.
CREATE TABLE IF NOT EXISTS review_text (
  workspace_id UUID,
  event_id UUID,
  occurred_at DateTime64(3, 'UTC'),
  touchpoint_key LowCardinality(String),
  metric LowCardinality(String) DEFAULT 'stars',
  score Float32,
  comment String,
  source LowCardinality(String),
  -- As its source says it, empty when it does not.
  written_in LowCardinality(String),
  is_deleted UInt8 DEFAULT 0,
  received_at DateTime64(3, 'UTC') DEFAULT now64(3)
) ENGINE = ReplacingMergeTree(received_at, is_deleted)
ORDER BY (workspace_id, event_id)
SETTINGS non_replicated_deduplication_window = 0;
