-- name: ItemList :many
-- Everything that a client plans, in the trash or not.
SELECT item.* FROM plan JOIN item ON item.plan_id = plan.id WHERE plan.client_id = ?;

-- name: ItemGet :many
-- An item with the ids of its tags, parted by spaces; none if it is not there.
SELECT sqlc.embed(item),
  CAST(coalesce((SELECT group_concat(tag_id, ' ') FROM item_tag WHERE item_id = item.id), '') AS TEXT) AS tags
FROM item WHERE item.id = ?;

-- name: ItemListByIDs :many
-- The items asked for, with the ids of their tags, parted by spaces.
SELECT sqlc.embed(item),
  CAST(coalesce((SELECT group_concat(tag_id, ' ') FROM item_tag WHERE item_id = item.id), '') AS TEXT) AS tags
FROM item WHERE item.id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: ItemGetUp :many
-- An item and everything that it stands below. The limit is for a file that is
-- broken: no plan is that deep.
WITH RECURSIVE up (id, plan_id, parent_id, kind, title, rank, trashed_at) AS (
  SELECT item.id, item.plan_id, item.parent_id, item.kind, item.title, item.rank, item.trashed_at
  FROM item WHERE item.id = sqlc.arg(id)
  UNION ALL
  SELECT item.id, item.plan_id, item.parent_id, item.kind, item.title, item.rank, item.trashed_at
  FROM up JOIN item ON item.id = up.parent_id LIMIT 1000
)
SELECT up.id, up.plan_id, up.parent_id, up.kind, up.title, up.rank, up.trashed_at, plan.client_id
FROM up JOIN plan ON plan.id = up.plan_id;

-- name: ItemGetKind :one
-- The kind of a client's item, if neither it nor anything above is in the trash.
WITH RECURSIVE up (parent_id, trashed_at) AS (
  SELECT item.parent_id, item.trashed_at FROM item WHERE item.id = sqlc.arg(id)
  UNION ALL
  SELECT item.parent_id, item.trashed_at FROM up JOIN item ON item.id = up.parent_id LIMIT 1000
)
SELECT item.kind FROM item JOIN plan ON plan.id = item.plan_id
WHERE item.id = sqlc.arg(id) AND plan.client_id = sqlc.arg(client_id)
  AND NOT EXISTS (SELECT 1 FROM up WHERE up.trashed_at IS NOT NULL);

-- name: ItemListUp :many
-- The items asked for and everything that they stand below.
WITH RECURSIVE up (id, plan_id, parent_id, kind, title, rank, trashed_at) AS (
  SELECT item.id, item.plan_id, item.parent_id, item.kind, item.title, item.rank, item.trashed_at
  FROM item WHERE item.id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)))
  UNION
  SELECT item.id, item.plan_id, item.parent_id, item.kind, item.title, item.rank, item.trashed_at
  FROM up JOIN item ON item.id = up.parent_id
)
SELECT up.id, up.plan_id, up.parent_id, up.kind, up.title, up.rank, up.trashed_at, plan.client_id
FROM up JOIN plan ON plan.id = up.plan_id;

-- name: ItemListDown :many
-- The items asked for and everything below them, in the trash or not; what
-- stands above comes first.
WITH RECURSIVE down (id) AS (
  SELECT CAST(value AS TEXT) FROM json_each(CAST(sqlc.arg(ids) AS TEXT))
  UNION
  SELECT item.id FROM down JOIN item ON item.parent_id = down.id
)
SELECT item.id, item.plan_id, item.parent_id, item.kind, item.rank, item.priority
FROM down JOIN item ON item.id = down.id;

-- name: ItemListBranch :many
-- The living items asked for and everything living below them, whole; what
-- stands above comes first.
WITH RECURSIVE down (id) AS (
  SELECT item.id FROM item
  WHERE item.id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND item.trashed_at IS NULL
  UNION
  SELECT item.id FROM down JOIN item ON item.parent_id = down.id WHERE item.trashed_at IS NULL
)
SELECT sqlc.embed(item),
  CAST(coalesce((SELECT group_concat(tag_id, ' ') FROM item_tag WHERE item_id = item.id), '') AS TEXT) AS tags
FROM down JOIN item ON item.id = down.id;

-- name: ItemRankAfter :one
-- The rank of the sibling that follows a rank, in the trash or not.
SELECT CAST(coalesce(min(rank), '') AS TEXT) AS next FROM item
WHERE plan_id = sqlc.arg(plan_id) AND parent_id IS sqlc.narg(parent_id) AND rank > sqlc.arg(rank);

-- name: ItemRankBefore :one
-- The rank of the nearest sibling before a rank that is not one of some items.
SELECT CAST(coalesce(max(rank), '') AS TEXT) AS previous FROM item
WHERE plan_id = sqlc.arg(plan_id) AND parent_id IS sqlc.narg(parent_id) AND rank < sqlc.arg(rank)
  AND id NOT IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: ItemListAfter :many
-- The ids of the living siblings that follow a rank, no more than asked for.
SELECT id FROM item
WHERE plan_id = sqlc.arg(plan_id) AND parent_id IS sqlc.narg(parent_id) AND item.rank > sqlc.arg(rank)
  AND trashed_at IS NULL
ORDER BY item.rank LIMIT sqlc.arg(count);

-- name: ItemListSiblings :many
-- The ids of all siblings in their order, in the trash or not.
SELECT id FROM item
WHERE plan_id = sqlc.arg(plan_id) AND parent_id IS sqlc.narg(parent_id) ORDER BY item.rank;

-- name: ItemListOpenBelow :many
-- The living children of an item that are neither ideas nor at an end.
SELECT id FROM item
WHERE parent_id = CAST(sqlc.arg(id) AS TEXT) AND trashed_at IS NULL AND kind <> 'idea'
  AND state IN ('todo', 'doing', 'waiting')
ORDER BY item.rank;

-- name: ItemLastLiving :one
-- The last of the siblings that are not in the trash; empty without one.
SELECT CAST(coalesce((
  SELECT id FROM item
  WHERE plan_id = sqlc.arg(plan_id) AND parent_id IS sqlc.narg(parent_id) AND trashed_at IS NULL
  ORDER BY item.rank DESC LIMIT 1
), '') AS TEXT) AS id;

-- name: ItemRankLast :one
-- The rank of the last sibling, in the trash or not.
SELECT CAST(coalesce(max(rank), '') AS TEXT) AS final FROM item
WHERE plan_id = sqlc.arg(plan_id) AND parent_id IS sqlc.narg(parent_id);

-- name: ItemAddMany :exec
-- items is [plan.Item, ...] as the page knows it, parents first.
INSERT INTO item (
  id, plan_id, parent_id, kind, title, state, rank, due, estimate_min, area_id,
  why, what, done_when, notes, draft, is_action, column_id, priority, created_at, changed_at, done_at, spent_min,
  start, first_due, due_kind
)
SELECT value ->> 'id', value ->> 'planId', nullif(value ->> 'parentId', ''), value ->> 'kind',
  value ->> 'title', value ->> 'state', value ->> 'rank', nullif(value ->> 'due', ''),
  value ->> 'estimateMin', nullif(value ->> 'areaId', ''), value ->> 'why', value ->> 'what',
  value ->> 'doneWhen', value ->> 'notes', value ->> 'draft', value ->> 'isAction',
  nullif(value ->> 'columnId', ''), value ->> 'priority', sqlc.arg(now), sqlc.arg(now),
  iif(value ->> 'state' = 'done', coalesce(nullif(value ->> 'doneAt', ''), sqlc.arg(now)), NULL), value ->> 'spentMin',
  nullif(value ->> 'start', ''), coalesce(nullif(value ->> 'firstDue', ''), nullif(value ->> 'due', '')),
  value ->> 'dueKind'
FROM json_each(CAST(sqlc.arg(items) AS TEXT));

-- name: ItemPlaceMany :exec
-- Hangs items elsewhere; places is [{id, planId, parentId, kind, rank, priority}],
-- without a priority where that stays. A column stays behind with its plan.
INSERT INTO item (id, plan_id, parent_id, kind, title, rank, priority, created_at, changed_at)
SELECT item.id, value ->> 'planId', nullif(value ->> 'parentId', ''), value ->> 'kind',
  item.title, value ->> 'rank', coalesce(value ->> 'priority', item.priority), item.created_at, sqlc.arg(now)
FROM json_each(CAST(sqlc.arg(places) AS TEXT)) AS place JOIN item ON item.id = value ->> 'id'
WHERE true
ON CONFLICT (id) DO UPDATE SET plan_id = excluded.plan_id, parent_id = excluded.parent_id,
  kind = excluded.kind, rank = excluded.rank, priority = excluded.priority,
  column_id = iif(item.plan_id = excluded.plan_id, item.column_id, NULL), changed_at = excluded.changed_at;

-- name: ItemRankMany :exec
-- Spreads siblings anew, which is no edit of them; ranks is [{id, rank}].
INSERT INTO item (id, plan_id, kind, title, rank, created_at, changed_at)
SELECT item.id, item.plan_id, item.kind, item.title, value ->> 'rank', item.created_at, item.changed_at
FROM json_each(CAST(sqlc.arg(ranks) AS TEXT)) AS place JOIN item ON item.id = value ->> 'id'
WHERE true
ON CONFLICT (id) DO UPDATE SET rank = excluded.rank;

-- name: ItemPriorityAfter :one
-- The next priority in a plan, in the trash or not.
SELECT CAST(coalesce(min(priority), '') AS TEXT) AS next FROM item
WHERE plan_id = sqlc.arg(plan_id) AND priority > sqlc.arg(priority);

-- name: ItemPriorityBefore :one
-- The priority in a plan before another one, in the trash or not.
SELECT CAST(coalesce(max(priority), '') AS TEXT) AS previous FROM item
WHERE plan_id = sqlc.arg(plan_id) AND priority < sqlc.arg(priority);

-- name: ItemListByPriority :many
-- All items of a plan in the order of their priorities, in the trash or not.
SELECT id, priority FROM item WHERE plan_id = ? ORDER BY item.priority;

-- name: ItemPriorityMany :exec
-- Spreads priorities anew, which is no edit of the items; ranks is [{id, rank}].
INSERT INTO item (id, plan_id, kind, title, rank, priority, created_at, changed_at)
SELECT item.id, item.plan_id, item.kind, item.title, item.rank, value ->> 'rank', item.created_at, item.changed_at
FROM json_each(CAST(sqlc.arg(ranks) AS TEXT)) AS place JOIN item ON item.id = value ->> 'id'
WHERE true
ON CONFLICT (id) DO UPDATE SET priority = excluded.priority;

-- name: ItemSetTitle :exec
UPDATE item SET title = sqlc.arg(title), changed_at = sqlc.arg(now)
WHERE id = sqlc.arg(id) AND title <> sqlc.arg(title);

-- name: ItemSetText :exec
-- Writes one of the long texts; field is why, what, doneWhen or notes.
UPDATE item SET
  why = CASE sqlc.arg(field) WHEN 'why' THEN sqlc.arg(text) ELSE why END,
  what = CASE sqlc.arg(field) WHEN 'what' THEN sqlc.arg(text) ELSE what END,
  done_when = CASE sqlc.arg(field) WHEN 'doneWhen' THEN sqlc.arg(text) ELSE done_when END,
  notes = CASE sqlc.arg(field) WHEN 'notes' THEN sqlc.arg(text) ELSE notes END,
  changed_at = sqlc.arg(now)
WHERE id = sqlc.arg(id) AND sqlc.arg(text) <> CASE sqlc.arg(field)
  WHEN 'why' THEN why WHEN 'what' THEN what WHEN 'doneWhen' THEN done_when ELSE notes END;

-- name: ItemSetState :exec
UPDATE item SET state = sqlc.arg(state), done_at = iif(sqlc.arg(state) = 'done', sqlc.arg(now), NULL),
  changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND state <> sqlc.arg(state);

-- name: ItemSetDue :exec
-- A date alone: what begins after it begins with it, and it is no longer a vague one.
UPDATE item SET due = sqlc.narg(due), first_due = coalesce(first_due, sqlc.narg(due)),
  start = iif(start > sqlc.narg(due) OR due_kind = 'soft', NULL, start),
  due_kind = iif(sqlc.narg(due) IS NULL OR due_kind = 'soft', '', due_kind), changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)))
  AND (due IS NOT sqlc.narg(due) OR due_kind = 'soft');

-- name: ItemSetFirstDue :exec
-- What somebody committed themselves to first is what counts (product.md, "Formulas").
UPDATE item SET first_due = sqlc.arg(due) WHERE id = sqlc.arg(id) AND first_due IS NOT sqlc.arg(due);

-- name: ItemSetDates :exec
-- Gives each item its dates; dates is [{id, start, due, kind}].
INSERT INTO item (id, plan_id, kind, title, rank, priority, created_at, changed_at, start, due, due_kind)
SELECT item.id, item.plan_id, item.kind, item.title, item.rank, item.priority, item.created_at, sqlc.arg(now),
  nullif(value ->> 'start', ''), nullif(value ->> 'due', ''), value ->> 'kind'
FROM json_each(CAST(sqlc.arg(dates) AS TEXT)) AS span JOIN item ON item.id = value ->> 'id'
WHERE item.start IS NOT nullif(value ->> 'start', '') OR item.due IS NOT nullif(value ->> 'due', '')
  OR item.due_kind <> value ->> 'kind'
ON CONFLICT (id) DO UPDATE SET start = excluded.start, due = excluded.due, due_kind = excluded.due_kind,
  first_due = coalesce(item.first_due, excluded.due), changed_at = excluded.changed_at;

-- name: ItemSetEstimate :exec
UPDATE item SET estimate_min = sqlc.arg(minutes), changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND estimate_min <> sqlc.arg(minutes);

-- name: ItemSetSpent :exec
UPDATE item SET spent_min = sqlc.arg(minutes), changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND spent_min <> sqlc.arg(minutes);

-- name: ItemSetArea :exec
UPDATE item SET area_id = sqlc.narg(area_id), changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND area_id IS NOT sqlc.narg(area_id);

-- name: ItemSetDraft :exec
UPDATE item SET draft = sqlc.arg(draft), changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND draft <> sqlc.arg(draft);

-- name: ItemSetIsAction :exec
UPDATE item SET is_action = sqlc.arg(is_action), changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND is_action <> sqlc.arg(is_action);

-- name: ItemTrash :exec
UPDATE item SET trashed_at = CAST(sqlc.arg(now) AS TEXT), changed_at = CAST(sqlc.arg(now) AS TEXT)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: ItemRestore :exec
UPDATE item SET trashed_at = NULL, changed_at = sqlc.arg(now)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: ItemListTrashed :many
-- What a client has put into the trash since an instant, the newest first.
SELECT item.id, item.plan_id, item.parent_id, item.kind, item.state, item.title, item.trashed_at
FROM item JOIN plan ON plan.id = item.plan_id
WHERE plan.client_id = sqlc.arg(client_id) AND item.trashed_at > CAST(sqlc.arg(since) AS TEXT)
ORDER BY item.trashed_at DESC, item.plan_id, item.rank;

-- name: ItemCountBranches :many
-- How many items each branch has, without those that were put into the trash
-- before it.
WITH RECURSIVE down (root, id) AS (
  SELECT CAST(value AS TEXT) AS root, CAST(value AS TEXT) AS id FROM json_each(CAST(sqlc.arg(ids) AS TEXT))
  UNION ALL
  SELECT down.root, item.id FROM down JOIN item ON item.parent_id = down.id WHERE item.trashed_at IS NULL
)
SELECT down.root, count(*) AS items FROM down GROUP BY 1;

-- name: ItemListExpired :many
-- What has lain in the trash since before an instant, unless a step of the
-- journal knows anything of its branch: to take that step back would need the
-- rows.
WITH RECURSIVE
  down (root, id) AS (
    SELECT old.id AS root, old.id AS id FROM item AS old WHERE old.trashed_at < CAST(sqlc.arg(since) AS TEXT)
    UNION ALL
    SELECT down.root, below.id FROM down JOIN item AS below ON below.parent_id = down.id
  ),
  known (id) AS (
    SELECT row_id AS id FROM journal_row
    UNION
    SELECT CAST(value AS TEXT) AS id FROM journal_row, json_each(before)
    UNION
    SELECT CAST(value AS TEXT) AS id FROM journal_row, json_each(after)
  )
SELECT down.root FROM down GROUP BY 1
HAVING sum(down.id IN (SELECT known.id FROM known)) = 0;

-- name: ItemDrop :exec
-- Deletes items for ever, with all below them.
DELETE FROM item WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));
