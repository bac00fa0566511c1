-- name: PieceAddMany :exec
-- pieces is [plan.Piece, ...] as the page knows it.
INSERT INTO piece (id, board_id, kind, rank, x, y, w, h, angle, group_id, locked, item_id, value_id, picture, body)
SELECT value ->> 'id', value ->> 'boardId', value ->> 'kind', value ->> 'rank',
  value ->> 'x', value ->> 'y', value ->> 'w', value ->> 'h', value ->> 'angle',
  value ->> 'groupId', value ->> 'locked', nullif(value ->> 'itemId', ''), nullif(value ->> 'valueId', ''),
  value ->> 'picture', value -> 'body'
FROM json_each(CAST(sqlc.arg(pieces) AS TEXT));

-- name: PieceList :many
SELECT sqlc.embed(piece), coalesce(picture.width, 0) AS width, coalesce(picture.height, 0) AS height
FROM plan
JOIN vision_board ON vision_board.plan_id = plan.id
JOIN piece ON piece.board_id = vision_board.id
LEFT JOIN picture ON picture.client_id = plan.client_id AND picture.hash = piece.picture
WHERE plan.client_id = ? ORDER BY piece.board_id, piece.rank;

-- name: PieceListByIDs :many
-- Those that a client has.
SELECT sqlc.embed(piece), coalesce(picture.width, 0) AS width, coalesce(picture.height, 0) AS height
FROM piece
JOIN vision_board ON vision_board.id = piece.board_id
JOIN plan ON plan.id = vision_board.plan_id
LEFT JOIN picture ON picture.client_id = plan.client_id AND picture.hash = piece.picture
WHERE plan.client_id = sqlc.arg(client_id)
  AND piece.id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)))
ORDER BY piece.rank;

-- name: PieceListRanks :many
-- The pieces of a board from the back to the front.
SELECT id, rank FROM piece WHERE board_id = ? ORDER BY rank;

-- name: PiecePlaceMany :exec
-- places is [plan.PiecePlace, ...] as the page knows it.
INSERT INTO piece (id, board_id, kind, rank, x, y, w, h, angle, group_id, locked, picture, body)
SELECT piece.id, piece.board_id, piece.kind, piece.rank,
  value ->> 'x', value ->> 'y', value ->> 'w', value ->> 'h', value ->> 'angle',
  piece.group_id, piece.locked, piece.picture, piece.body
FROM json_each(CAST(sqlc.arg(places) AS TEXT)) JOIN piece ON piece.id = value ->> 'id'
WHERE true
ON CONFLICT (id) DO UPDATE SET
  x = excluded.x, y = excluded.y, w = excluded.w, h = excluded.h, angle = excluded.angle
WHERE x <> excluded.x OR y <> excluded.y OR w <> excluded.w OR h <> excluded.h OR angle <> excluded.angle;

-- name: PieceRankMany :exec
-- places is [{id, rank}].
INSERT INTO piece (id, board_id, kind, rank, x, y, w, h, angle, group_id, locked, picture, body)
SELECT piece.id, piece.board_id, piece.kind, value ->> 'rank',
  piece.x, piece.y, piece.w, piece.h, piece.angle,
  piece.group_id, piece.locked, piece.picture, piece.body
FROM json_each(CAST(sqlc.arg(places) AS TEXT)) JOIN piece ON piece.id = value ->> 'id'
WHERE true
ON CONFLICT (id) DO UPDATE SET rank = excluded.rank;

-- name: PieceSetBody :exec
UPDATE piece SET body = sqlc.arg(body) WHERE id = sqlc.arg(id) AND body <> sqlc.arg(body);

-- name: PieceSetGroup :exec
UPDATE piece SET group_id = sqlc.arg(group_id)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND group_id <> sqlc.arg(group_id);

-- name: PieceSetLocked :exec
UPDATE piece SET locked = sqlc.arg(locked)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND locked <> sqlc.arg(locked);

-- name: PieceTie :exec
UPDATE piece SET item_id = sqlc.narg(item_id), value_id = sqlc.narg(value_id)
WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)))
  AND (item_id IS NOT sqlc.narg(item_id) OR value_id IS NOT sqlc.narg(value_id));

-- name: PieceDropMany :exec
-- With the lines that end on them, and the cards that ask about them.
DELETE FROM piece WHERE piece.id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)))
  OR piece.kind IN ('line', 'wake') AND EXISTS (
    SELECT 1 FROM json_each(piece.body) AS field
    JOIN json_each(CAST(sqlc.arg(ids) AS TEXT)) AS one ON one.value = field.value
  );
