-- The board of a plan: its columns, and the order of its cards.

-- A column shows the cards in one state. An empty name is the name of the
-- state; card_limit 0 is none.
CREATE TABLE board_column (
  id         TEXT PRIMARY KEY,
  plan_id    TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('todo', 'doing', 'waiting', 'done', 'parked', 'letgo')),
  rank       TEXT NOT NULL CHECK (rank <> ''),
  card_limit INTEGER NOT NULL CHECK (card_limit >= 0)
) STRICT;

CREATE INDEX board_column_plan ON board_column (plan_id, rank);

-- column_id is the column that an item was put into; it counts as long as both
-- have the same state. priority orders all items of a plan, and so the cards of
-- every column. Nobody relies on its default: a column that is added needs one.
ALTER TABLE item ADD COLUMN column_id TEXT REFERENCES board_column (id) ON DELETE SET NULL;
ALTER TABLE item ADD COLUMN priority TEXT NOT NULL DEFAULT 'V' CHECK (priority <> '');

CREATE INDEX item_column ON item (column_id) WHERE column_id IS NOT NULL;
-- With the state, so that the cards of a column are found in the index.
CREATE INDEX item_priority ON item (plan_id, priority, state);

-- What is planned already has the priorities of its outline. They are ranks
-- (internal/plan/rank.go): the V behind the number leaves room on all sides.
WITH RECURSIVE outline (id, path) AS (
  SELECT id, rank FROM item WHERE parent_id IS NULL
  UNION ALL
  SELECT item.id, outline.path || ' ' || item.rank FROM outline JOIN item ON item.parent_id = outline.id
)
INSERT INTO item (id, plan_id, kind, title, rank, priority, created_at, changed_at)
SELECT item.id, item.plan_id, item.kind, item.title, item.rank,
  format('0%06dV', row_number() OVER (ORDER BY outline.path)), item.created_at, item.changed_at
FROM outline JOIN item ON item.id = outline.id
WHERE true
ON CONFLICT (id) DO UPDATE SET priority = excluded.priority;

-- The journal knows items as they were, whole where they came or went. Those
-- that are undone now come behind all others when they are done again, in the
-- order in which they were made.
WITH whole AS (
  SELECT r.step, r.seq, r.tbl, r.row_id, r.before, r.after,
    coalesce(item.priority, format('1%06dV', dense_rank() OVER (ORDER BY r.row_id))) AS priority
  FROM journal_row AS r LEFT JOIN item ON item.id = r.row_id
  WHERE r.tbl = 'item' AND (r.before IS NULL OR r.after IS NULL)
)
INSERT INTO journal_row (step, seq, tbl, row_id, before, after)
SELECT step, seq, tbl, row_id,
  json_set(before, '$.column_id', NULL, '$.priority', priority),
  json_set(after, '$.column_id', NULL, '$.priority', priority)
FROM whole
WHERE true
ON CONFLICT (step, seq) DO UPDATE SET before = excluded.before, after = excluded.after;

-- Every plan has its four columns from its first moment, also one that is made
-- again by a redo: they come in the very step that the plan came in. Their ids
-- are as old as the plan, so they stay the oldest of its columns.
WITH
  made (id) AS (SELECT id FROM plan UNION SELECT row_id FROM journal_row WHERE tbl = 'plan'),
  usual (state, place) AS (VALUES ('todo', 'V'), ('doing', 'W'), ('waiting', 'X'), ('done', 'Y'))
INSERT INTO board_column (id, plan_id, name, state, rank, card_limit)
SELECT made.id || '-' || usual.state, made.id, '', usual.state, usual.place, 0 FROM made CROSS JOIN usual;

INSERT INTO journal_row (step, seq, tbl, row_id, before, after)
SELECT made.step,
  (SELECT max(seq) FROM journal_row WHERE step = made.step)
    + row_number() OVER (PARTITION BY made.step ORDER BY made.seq, c.rank),
  'board_column', c.id, NULL,
  json_object('id', c.id, 'plan_id', c.plan_id, 'name', c.name, 'state', c.state, 'rank', c.rank,
    'card_limit', c.card_limit)
FROM journal_row AS made JOIN board_column AS c ON c.plan_id = made.row_id
WHERE made.tbl = 'plan' AND made.before IS NULL;

DELETE FROM board_column WHERE plan_id NOT IN (SELECT id FROM plan);
