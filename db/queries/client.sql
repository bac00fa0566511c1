-- name: ClientAdd :exec
INSERT INTO client (id, name, created_at) VALUES (?, ?, ?);

-- name: ClientExists :one
SELECT CAST(EXISTS (SELECT 1 FROM client WHERE id = ?) AS INTEGER) AS found;

-- name: ClientList :many
SELECT id, name FROM client ORDER BY created_at, id;
