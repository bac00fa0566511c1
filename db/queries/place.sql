-- name: PlaceList :many
SELECT place.view, place.data FROM place
JOIN plan ON plan.id = place.plan_id
WHERE place.plan_id = sqlc.arg(plan_id) AND plan.client_id = sqlc.arg(client_id);

-- name: PlacePut :exec
INSERT INTO place (plan_id, view, data) VALUES (?, ?, ?)
ON CONFLICT (plan_id, view) DO UPDATE SET data = excluded.data;
