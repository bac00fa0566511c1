-- name: SettingGet :one
SELECT value FROM setting WHERE key = ?;

-- name: SettingPut :exec
INSERT INTO setting (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: SettingDrop :exec
DELETE FROM setting WHERE key = ?;
