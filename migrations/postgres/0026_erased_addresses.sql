-- Erased when its survey no longer keeps answers; `person_ref` stays, by which quarantine knows the person.
ALTER TABLE survey_invitation ALTER COLUMN address DROP NOT NULL;
