-- name: ClientAdd :exec
INSERT INTO client (id, name, own, created_at) VALUES (sqlc.arg(id), sqlc.arg(name), sqlc.arg(own), sqlc.arg(now));

-- name: ClientExists :one
SELECT CAST(EXISTS (SELECT 1 FROM client WHERE id = ?) AS INTEGER) AS found;

-- name: ClientList :many
SELECT * FROM client ORDER BY created_at, id;

-- name: ClientSet :exec
UPDATE client SET name = ?, alias = ?, archived_at = ?, keep_until = ? WHERE id = ?;

-- name: ClientGet :one
SELECT * FROM client WHERE id = ?;

-- name: ClientListByIDs :many
SELECT * FROM client WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: ClientDrop :exec
-- With all that is theirs; the journal is not.
DELETE FROM client WHERE id = ?;

-- name: ClientCount :one
SELECT
  (SELECT count(*) FROM plan WHERE plan.client_id = c.id) AS plans,
  (SELECT count(*) FROM item JOIN plan ON plan.id = item.plan_id WHERE plan.client_id = c.id) AS items,
  (SELECT count(*) FROM aspect WHERE aspect.client_id = c.id) AS aspects,
  (SELECT count(*) FROM private_note WHERE private_note.client_id = c.id)
    + (SELECT count(*) FROM mark WHERE mark.client_id = c.id) AS notes,
  (SELECT count(*) FROM picture WHERE picture.client_id = c.id) AS pictures,
  (SELECT count(*) FROM kept_file WHERE kept_file.client_id = c.id) AS files,
  (SELECT count(*) FROM journal_step WHERE journal_step.client_id = c.id) AS steps
FROM client AS c WHERE c.id = ?;
