-- name: PrivateNoteAdd :exec
INSERT INTO private_note (id, client_id, session_id, kind, body, made_at, changed_at)
VALUES (sqlc.arg(id), sqlc.arg(client_id), sqlc.arg(session_id), sqlc.arg(kind), sqlc.arg(body), sqlc.arg(now), sqlc.arg(now));

-- name: PrivateNoteGet :one
SELECT * FROM private_note WHERE id = ? AND client_id = ?;

-- name: PrivateNoteList :many
SELECT * FROM private_note WHERE client_id = ? ORDER BY made_at, id;

-- name: PrivateNoteListByIDs :many
SELECT * FROM private_note WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: PrivateNoteSet :exec
UPDATE private_note SET body = ?, changed_at = ? WHERE id = ?;

-- name: PrivateNoteDrop :exec
DELETE FROM private_note WHERE id = ?;

-- name: MarkAdd :exec
INSERT INTO mark (id, client_id, session_id, kind, ask, made_at) VALUES (?, ?, ?, ?, ?, ?);

-- name: MarkList :many
SELECT * FROM mark WHERE client_id = ? ORDER BY made_at, id;

-- name: MarkListByIDs :many
SELECT * FROM mark WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: MarkDrop :exec
DELETE FROM mark WHERE id = ? AND client_id = ?;

-- name: KeyringGet :one
SELECT by_passphrase, by_code FROM keyring;

-- name: KeyringSet :exec
INSERT INTO keyring (id, by_passphrase, by_code) VALUES (1, sqlc.arg(by_passphrase), sqlc.arg(by_code))
ON CONFLICT (id) DO UPDATE SET by_passphrase = excluded.by_passphrase, by_code = excluded.by_code;
