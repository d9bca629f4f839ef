-- What is asked of the whole relation may belong to no touchpoint; its key is then empty.
ALTER TABLE survey ALTER COLUMN touchpoint_id DROP NOT NULL;
ALTER TABLE survey ADD CONSTRAINT survey_has_place
  CHECK (touchpoint_id IS NOT NULL OR (relation = 'relational' AND touchpoint_key = ''));
