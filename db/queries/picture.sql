-- name: PictureExists :one
SELECT count(*) FROM picture WHERE client_id = ? AND hash = ?;

-- name: PictureGet :one
SELECT hash, width, height FROM picture WHERE client_id = ? AND hash = ?;

-- name: PictureAdd :exec
INSERT INTO picture (client_id, hash, width, height, added_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (client_id, hash) DO UPDATE SET added_at = excluded.added_at;

-- name: PictureFileAdd :exec
INSERT INTO picture_file (client_id, hash, edge, type, data) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (client_id, hash, edge) DO NOTHING;

-- name: PictureFileGet :one
-- The smallest that is as large as an edge, or else the largest that there is.
SELECT type, data, CAST(sqlc.arg(edge) AS INTEGER) AS asked FROM picture_file
WHERE client_id = sqlc.arg(client_id) AND hash = sqlc.arg(hash)
ORDER BY edge < asked, abs(edge - asked) LIMIT 1;

-- name: PictureFileList :many
SELECT edge, type, data FROM picture_file WHERE client_id = ? AND hash = ?;

-- name: PictureFileHeads :many
-- Each picture of a client, by the largest size that there is of it.
SELECT hash, CAST(max(edge) AS INTEGER) AS edge FROM picture_file WHERE client_id = ? GROUP BY hash ORDER BY hash;

-- name: PictureListUnused :many
-- Those that came before an instant, and that no piece and no aspect speaks of.
SELECT client_id, hash FROM picture
WHERE picture.added_at < sqlc.arg(before)
  AND NOT EXISTS (SELECT 1 FROM piece WHERE piece.picture = picture.hash)
  AND NOT EXISTS (SELECT 1 FROM aspect WHERE aspect.kind IN ('cover', 'celebration') AND aspect.body ->> 'picture' = picture.hash);

-- name: PictureDrop :exec
DELETE FROM picture WHERE client_id = ? AND hash = ?;

-- name: KeptFileAdd :exec
INSERT INTO kept_file (client_id, hash, added_at, data) VALUES (?, ?, ?, ?)
ON CONFLICT (client_id, hash) DO UPDATE SET added_at = excluded.added_at;

-- name: KeptFileExists :one
SELECT count(*) FROM kept_file WHERE client_id = ? AND hash = ?;

-- name: KeptFileGet :one
SELECT data FROM kept_file WHERE client_id = ? AND hash = ?;

-- name: KeptFileList :many
SELECT hash FROM kept_file WHERE client_id = ? ORDER BY hash;

-- name: KeptFileListUnused :many
-- As PictureListUnused.
SELECT client_id, hash FROM kept_file
WHERE kept_file.added_at < sqlc.arg(before)
  AND NOT EXISTS (SELECT 1 FROM aspect WHERE aspect.kind = 'attachment' AND aspect.body ->> 'hash' = kept_file.hash);

-- name: KeptFileDrop :exec
DELETE FROM kept_file WHERE client_id = ? AND hash = ?;

-- name: JournalMentions :one
-- Whether a step that can still be taken back or done again speaks of a text.
SELECT CAST(EXISTS (
  SELECT 1 FROM journal_row WHERE instr(before, sqlc.arg(text)) > 0 OR instr(after, sqlc.arg(text)) > 0
) AS INTEGER) AS found;
