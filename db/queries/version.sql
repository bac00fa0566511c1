-- name: VersionAdd :exec
INSERT INTO plan_version (id, plan_id, changed, stays, reason, made_at, snapshot) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: VersionList :many
-- The versions of all plans of a client, without what was in them.
SELECT plan_version.id, plan_version.plan_id, plan_version.changed, plan_version.stays, plan_version.reason,
  plan_version.made_at
FROM plan JOIN plan_version ON plan_version.plan_id = plan.id
WHERE plan.client_id = ? ORDER BY plan_version.made_at;

-- name: VersionListByIDs :many
SELECT id, plan_id, changed, stays, reason, made_at
FROM plan_version WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: VersionSnapshot :one
-- What was in a client's plan then.
SELECT plan_version.snapshot FROM plan_version JOIN plan ON plan.id = plan_version.plan_id
WHERE plan_version.id = sqlc.arg(id) AND plan.client_id = sqlc.arg(client_id);
