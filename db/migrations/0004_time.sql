-- Steps in time: from when to when, when something was done, how long it took.

-- start is a civil date as due is, first_due the first that due ever was. A due
-- date is soft ("this spring": somewhere from start to due), hard (somebody
-- else's), or neither. done_at is there as long as an item is done; spent_min
-- 0 = nobody has said. Nobody relies on the defaults.
ALTER TABLE item ADD COLUMN start TEXT
  CHECK (start IS NULL OR start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND (due IS NULL OR start <= due));
ALTER TABLE item ADD COLUMN first_due TEXT
  CHECK (first_due IS NULL OR first_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE item ADD COLUMN due_kind TEXT NOT NULL DEFAULT '' CHECK (due_kind IN ('', 'soft', 'hard'));
ALTER TABLE item ADD COLUMN done_at TEXT CHECK (done_at IS NULL OR state = 'done');
ALTER TABLE item ADD COLUMN spent_min INTEGER NOT NULL DEFAULT 0 CHECK (spent_min >= 0);


-- The journal knows when an item became done, and its first date, unless that is forgotten.
UPDATE item SET first_due = due WHERE due IS NOT NULL;
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

WITH earliest AS (
  SELECT r.row_id, r.after ->> 'due' AS day, min(r.step)
  FROM journal_row AS r JOIN journal_step AS s ON s.seq = r.step
  WHERE r.tbl = 'item' AND s.undone = 0 AND r.after ->> 'due' IS NOT NULL
  GROUP BY r.row_id
)
INSERT INTO item (id, plan_id, kind, title, rank, priority, created_at, changed_at, due, first_due)
SELECT item.id, item.plan_id, item.kind, item.title, item.rank, item.priority, item.created_at, item.changed_at,
  item.due, earliest.day
FROM earliest JOIN item ON item.id = earliest.row_id
WHERE true
ON CONFLICT (id) DO UPDATE SET first_due = excluded.first_due;

-- It knows items as they were, whole where they came or went, else what changed.
UPDATE journal_row SET
  before = iif(before IS NULL, NULL, json_set(before, '$.done_at', iif(before ->> 'state' = 'done',
    (SELECT s.done_at FROM journal_step AS s WHERE s.seq = journal_row.step), NULL))),
  after = iif(after IS NULL, NULL, json_set(after, '$.done_at', iif(after ->> 'state' = 'done',
    (SELECT s.done_at FROM journal_step AS s WHERE s.seq = journal_row.step), NULL)))
WHERE tbl = 'item' AND coalesce(before, after) ->> 'state' IS NOT NULL;
UPDATE journal_row SET
  before = iif(before IS NULL, NULL,
    json_set(before, '$.spent_min', 0, '$.start', NULL, '$.due_kind', '', '$.first_due', before ->> 'due')),
  after = iif(after IS NULL, NULL,
    json_set(after, '$.spent_min', 0, '$.start', NULL, '$.due_kind', '', '$.first_due', after ->> 'due'))
WHERE tbl = 'item' AND (before IS NULL OR after IS NULL);
UPDATE journal_row SET
  before = json_set(before, '$.first_due', NULL),
  after = json_set(after, '$.first_due', after ->> 'due')
WHERE tbl = 'item' AND before IS NOT NULL AND after ->> 'due' IS NOT NULL AND before ->> 'due' IS NULL;
