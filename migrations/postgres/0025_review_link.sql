-- Where the public may be told, for whoever has answered, whatever they said: names and addresses.
ALTER TABLE survey ADD COLUMN review_links jsonb NOT NULL DEFAULT '[]';
