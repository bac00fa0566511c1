-- name: DeckAdd :exec
INSERT INTO deck (id, name, rank, body) VALUES (?, ?, ?, ?);

-- name: DeckList :many
SELECT * FROM deck ORDER BY rank;

-- name: DeckListByIDs :many
SELECT * FROM deck WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: DeckSet :exec
UPDATE deck SET name = ?, body = ? WHERE id = ?;

-- name: DeckDrop :exec
DELETE FROM deck WHERE id = ?;
