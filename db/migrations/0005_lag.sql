-- So many days lie between the end of what is waited for and the beginning of
-- what waits: paint dries.

ALTER TABLE link ADD COLUMN lag INTEGER NOT NULL DEFAULT 0 CHECK (lag BETWEEN 0 AND 3650);

-- The journal knows links as they came and went, whole.
UPDATE journal_row SET
  before = iif(before IS NULL, NULL, json_set(before, '$.lag', 0)),
  after = iif(after IS NULL, NULL, json_set(after, '$.lag', 0))
WHERE tbl = 'link' AND (before IS NULL OR after IS NULL);
