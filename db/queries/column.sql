-- name: ColumnAddMany :exec
-- columns is [plan.Column, ...] as the page knows it.
INSERT INTO board_column (id, plan_id, name, state, rank, card_limit)
SELECT value ->> 'id', value ->> 'planId', value ->> 'name', value ->> 'state', value ->> 'rank', value ->> 'limit'
FROM json_each(CAST(sqlc.arg(columns) AS TEXT));

-- name: ColumnList :many
SELECT board_column.* FROM plan JOIN board_column ON board_column.plan_id = plan.id
WHERE plan.client_id = ? ORDER BY board_column.plan_id, board_column.rank;

-- name: ColumnListByIDs :many
SELECT * FROM board_column WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: ColumnListByPlan :many
SELECT * FROM board_column WHERE plan_id = ? ORDER BY rank;

-- name: ColumnGetPlan :one
-- The plan that a client's column belongs to.
SELECT plan.id FROM board_column JOIN plan ON plan.id = board_column.plan_id
WHERE board_column.id = sqlc.arg(id) AND plan.client_id = sqlc.arg(client_id);

-- name: ColumnSet :exec
UPDATE board_column SET name = sqlc.arg(name), state = sqlc.arg(state), card_limit = sqlc.arg(card_limit)
WHERE id = sqlc.arg(id)
  AND (name <> sqlc.arg(name) OR state <> sqlc.arg(state) OR card_limit <> sqlc.arg(card_limit));

-- name: ColumnSetRank :exec
UPDATE board_column SET rank = sqlc.arg(rank) WHERE id = sqlc.arg(id);

-- name: ColumnDrop :exec
DELETE FROM board_column WHERE id = ?;
