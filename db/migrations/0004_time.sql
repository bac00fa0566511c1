-- Steps in time: when something was done, and how long it took.

-- done_at is there as long as an item is done; spent_min 0 = nobody has said.
-- Nobody relies on their defaults.
ALTER TABLE item ADD COLUMN done_at TEXT CHECK (done_at IS NULL OR state = 'done');
ALTER TABLE item ADD COLUMN spent_min INTEGER NOT NULL DEFAULT 0 CHECK (spent_min >= 0);

-- The journal knows when an item became done, unless that is forgotten.
UPDATE item SET done_at = changed_at WHERE state = 'done';
WITH became AS (
  SELECT r.row_id, max(s.done_at) AS at
  FROM journal_row AS r JOIN journal_step AS s ON s.seq = r.step
  WHERE r.tbl = 'item' AND s.undone = 0 AND r.after ->> 'state' = 'done'
  GROUP BY r.row_id
)
INSERT INTO item (id, plan_id, kind, title, rank, priority, created_at, changed_at, state, done_at)
SELECT item.id, item.plan_id, item.kind, item.title, item.rank, item.priority, item.created_at, item.changed_at,
  item.state, became.at
FROM became JOIN item ON item.id = became.row_id
WHERE item.state = 'done'
ON CONFLICT (id) DO UPDATE SET done_at = excluded.done_at;

-- It knows items as they were, whole where they came or went, else what changed.
UPDATE journal_row SET
  before = iif(before IS NULL, NULL, json_set(before, '$.done_at', iif(before ->> 'state' = 'done',
    (SELECT s.done_at FROM journal_step AS s WHERE s.seq = journal_row.step), NULL))),
  after = iif(after IS NULL, NULL, json_set(after, '$.done_at', iif(after ->> 'state' = 'done',
    (SELECT s.done_at FROM journal_step AS s WHERE s.seq = journal_row.step), NULL)))
WHERE tbl = 'item' AND coalesce(before, after) ->> 'state' IS NOT NULL;
UPDATE journal_row SET
  before = iif(before IS NULL, NULL, json_set(before, '$.spent_min', 0)),
  after = iif(after IS NULL, NULL, json_set(after, '$.spent_min', 0))
WHERE tbl = 'item' AND (before IS NULL OR after IS NULL);
