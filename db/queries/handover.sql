-- name: HandoverAdd :exec
INSERT INTO handover (id, client_id, made_at, state_id) VALUES (?, ?, ?, ?);

-- name: HandoverGet :one
-- A client who left, and what both sides had when they last met.
SELECT sqlc.embed(handover), handover_state.rows
FROM handover JOIN handover_state ON handover_state.id = handover.state_id
WHERE handover.id = ?;

-- name: HandoverSetState :exec
UPDATE handover SET state_id = ? WHERE id = ?;

-- name: HandoverStateAdd :exec
INSERT INTO handover_state (id, client_id, rows) VALUES (?, ?, ?);

-- name: HandoverStateListUnused :many
SELECT id FROM handover_state
WHERE NOT EXISTS (SELECT 1 FROM handover WHERE handover.state_id = handover_state.id);

-- name: HandoverStateDrop :exec
DELETE FROM handover_state WHERE id = ?;
