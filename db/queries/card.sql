-- name: CardNext :one
-- The priority of the first card of a column behind another priority that is
-- not one of some items. own is the column, oldest the oldest for the state: a
-- card that was put into no column of its state stands there.
SELECT CAST(coalesce(min(item.priority), '') AS TEXT) AS next FROM item
WHERE item.plan_id = sqlc.arg(plan_id) AND item.priority > sqlc.arg(priority) AND item.state = sqlc.arg(state)
  AND item.kind IN ('step', 'decision')
  AND NOT EXISTS (SELECT 1 FROM item AS up WHERE up.id = item.parent_id AND up.kind = 'step')
  AND iif(item.column_id IN (
    SELECT c.id FROM board_column AS c WHERE c.plan_id = sqlc.arg(plan_id) AND c.state = sqlc.arg(state)
  ), item.column_id, CAST(sqlc.arg(oldest) AS TEXT)) = sqlc.arg(own)
  AND item.trashed_at IS NULL
  AND item.id NOT IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: CardSetState :exec
-- Takes the cards of a column along to another state; own and oldest as above.
UPDATE item SET state = sqlc.arg(state), column_id = sqlc.arg(own),
  done_at = iif(sqlc.arg(state) = 'done', coalesce(item.done_at, sqlc.arg(now)), NULL), changed_at = sqlc.arg(now)
WHERE item.plan_id = sqlc.arg(plan_id) AND item.state = sqlc.arg(old)
  AND item.kind IN ('step', 'decision')
  AND NOT EXISTS (SELECT 1 FROM item AS up WHERE up.id = item.parent_id AND up.kind = 'step')
  AND iif(item.column_id IN (
    SELECT c.id FROM board_column AS c WHERE c.plan_id = sqlc.arg(plan_id) AND c.state = sqlc.arg(old)
  ), item.column_id, CAST(sqlc.arg(oldest) AS TEXT)) = sqlc.arg(own)
  AND (item.state <> sqlc.arg(state) OR item.column_id IS NOT sqlc.arg(own));

-- name: CardPlaceMany :exec
-- Puts cards into a column; places is [{id, rank}].
INSERT INTO item (id, plan_id, kind, title, state, rank, column_id, priority, created_at, changed_at)
SELECT item.id, item.plan_id, item.kind, item.title, sqlc.arg(state), item.rank, sqlc.arg(own),
  value ->> 'rank', item.created_at, sqlc.arg(now)
FROM json_each(CAST(sqlc.arg(places) AS TEXT)) AS place JOIN item ON item.id = value ->> 'id'
WHERE true
ON CONFLICT (id) DO UPDATE SET state = excluded.state, column_id = excluded.column_id,
  done_at = iif(excluded.state = 'done', coalesce(item.done_at, excluded.changed_at), NULL),
  priority = excluded.priority, changed_at = excluded.changed_at;
