-- name: VisionBoardAdd :exec
INSERT INTO vision_board (id, plan_id, item_id, name, paper, rank) VALUES (?, ?, ?, ?, ?, ?);

-- name: VisionBoardList :many
SELECT vision_board.* FROM plan JOIN vision_board ON vision_board.plan_id = plan.id
WHERE plan.client_id = ? ORDER BY vision_board.plan_id, vision_board.rank;

-- name: VisionBoardListByIDs :many
SELECT * FROM vision_board WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: VisionBoardListByPlan :many
SELECT * FROM vision_board WHERE plan_id = ? ORDER BY rank;

-- name: VisionBoardGet :one
SELECT vision_board.* FROM vision_board JOIN plan ON plan.id = vision_board.plan_id
WHERE vision_board.id = sqlc.arg(id) AND plan.client_id = sqlc.arg(client_id);

-- name: VisionBoardSet :exec
UPDATE vision_board SET item_id = sqlc.narg(item_id), name = sqlc.arg(name), paper = sqlc.arg(paper)
WHERE id = sqlc.arg(id)
  AND (item_id IS NOT sqlc.narg(item_id) OR name <> sqlc.arg(name) OR paper <> sqlc.arg(paper));

-- name: VisionBoardSetRank :exec
UPDATE vision_board SET rank = sqlc.arg(rank) WHERE id = sqlc.arg(id);

-- name: VisionBoardDrop :exec
DELETE FROM vision_board WHERE id = ?;
