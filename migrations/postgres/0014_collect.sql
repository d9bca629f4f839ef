-- Who typed an answer in that somebody gave on paper, on the phone or in a shop; null: whoever answered.
ALTER TABLE response ADD COLUMN entered_by text;
