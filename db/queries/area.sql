-- name: AreaAdd :exec
INSERT INTO area (id, client_id, name, hue, rank) VALUES (?, ?, ?, ?, ?);

-- name: AreaList :many
SELECT * FROM area WHERE client_id = ? ORDER BY rank;

-- name: AreaListByIDs :many
SELECT * FROM area WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));
