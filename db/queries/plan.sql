-- name: PlanAdd :exec
INSERT INTO plan (id, client_id, name, subject, rank, created_at, changed_at)
VALUES (sqlc.arg(id), sqlc.arg(client_id), sqlc.arg(name), sqlc.arg(subject), sqlc.arg(rank), sqlc.arg(now), sqlc.arg(now));

-- name: PlanExists :one
SELECT CAST(EXISTS (SELECT 1 FROM plan WHERE id = ? AND client_id = ?) AS INTEGER) AS found;

-- name: PlanList :many
SELECT * FROM plan WHERE client_id = ? ORDER BY rank;

-- name: PlanListByIDs :many
SELECT * FROM plan WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: PlanSetName :exec
UPDATE plan SET name = sqlc.arg(name), changed_at = sqlc.arg(now)
WHERE id = sqlc.arg(id) AND name <> sqlc.arg(name);

-- name: PlanSetSubject :exec
UPDATE plan SET subject = sqlc.arg(subject), changed_at = sqlc.arg(now)
WHERE id = sqlc.arg(id) AND subject <> sqlc.arg(subject);
