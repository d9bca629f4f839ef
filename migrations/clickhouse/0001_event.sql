-- One row a dated contact between a person and a touchpoint, or an answer given there.
CREATE TABLE IF NOT EXISTS event (
  workspace_id UUID,
  touchpoint_key LowCardinality(String),
  occurred_at DateTime64(3, 'UTC'),
  -- Made from what the row says, so that the same row read twice is the same event.
  event_id UUID,
  kind Enum8('contact' = 1, 'answer' = 2),
  person_id UUID,
  case_id String,
  metric LowCardinality(String),
  score Float32,
  comment String,
  properties Map(LowCardinality(String), String),
  import_id UUID,
  received_at DateTime64(3, 'UTC') DEFAULT now64(3)
) ENGINE = MergeTree
ORDER BY (workspace_id, touchpoint_key, occurred_at, event_id)
SETTINGS non_replicated_deduplication_window = 1000;

-- Rows that could not be read, with their reason.
CREATE TABLE IF NOT EXISTS quarantine (
  workspace_id UUID,
  import_id UUID,
  file String,
  line UInt64,
  code LowCardinality(String),
  detail String,
  raw String
) ENGINE = MergeTree
ORDER BY (workspace_id, import_id, file, line);
