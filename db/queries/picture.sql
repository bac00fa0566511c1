-- name: PictureExists :one
SELECT count(*) FROM picture WHERE client_id = ? AND hash = ?;
