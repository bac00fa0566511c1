-- The Action Lens (internal/lens).

-- is_action: the person has said that this line is an action, whatever the lens
-- reads in it. Nobody relies on its default.
ALTER TABLE item ADD COLUMN is_action INTEGER NOT NULL DEFAULT 0 CHECK (is_action IN (0, 1));

-- The journal knows items as they were, whole where they came or went.
UPDATE journal_row SET
  before = iif(before IS NULL, NULL, json_set(before, '$.is_action', 0)),
  after = iif(after IS NULL, NULL, json_set(after, '$.is_action', 0))
WHERE tbl = 'item' AND (before IS NULL OR after IS NULL);
