-- name: LinkAddMany :exec
-- links is [{id, fromId, toId, kind, weight, lag}].
INSERT INTO link (id, from_id, to_id, kind, weight, lag)
SELECT value ->> 'id', value ->> 'fromId', value ->> 'toId', value ->> 'kind', value ->> 'weight',
  value ->> 'lag'
FROM json_each(CAST(sqlc.arg(links) AS TEXT));

-- name: LinkSetLag :exec
UPDATE link SET lag = sqlc.arg(lag) WHERE id = sqlc.arg(id) AND lag <> sqlc.arg(lag);

-- name: LinkSetWeight :exec
UPDATE link SET weight = sqlc.arg(weight) WHERE id = sqlc.arg(id) AND weight <> sqlc.arg(weight);

-- name: LinkDrop :exec
DELETE FROM link WHERE id = ?;

-- name: LinkExists :one
SELECT CAST(EXISTS (SELECT 1 FROM link WHERE from_id = ? AND to_id = ? AND kind = ?) AS INTEGER) AS found;

-- name: LinkList :many
SELECT link.* FROM plan
JOIN item ON item.plan_id = plan.id
JOIN link ON link.from_id = item.id
WHERE plan.client_id = ?;

-- name: LinkListByIDs :many
SELECT * FROM link WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: LinkListByItems :many
SELECT * FROM link
WHERE from_id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)))
   OR to_id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: LinkListBelow :many
-- The ids of the links of some items and of all below them.
WITH RECURSIVE down (id) AS (
  SELECT item.id FROM item
  WHERE item.id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) AND EXISTS (SELECT 1 FROM link)
  UNION
  SELECT item.id FROM down JOIN item ON item.parent_id = down.id
)
SELECT link.id FROM down JOIN link ON link.from_id = down.id
UNION
SELECT link.id FROM down JOIN link ON link.to_id = down.id;

-- name: LinkWaits :one
-- Tells whether the first item waits, over any number of others, for the
-- second one.
WITH RECURSIVE chain (id) AS (
  SELECT CAST(sqlc.arg(first) AS TEXT)
  UNION
  SELECT link.to_id FROM chain JOIN link ON link.from_id = chain.id AND link.kind = 'after'
)
SELECT CAST(EXISTS (SELECT 1 FROM chain WHERE id = sqlc.arg(second)) AS INTEGER) AS waits;

-- name: LinkListWaits :many
-- What an item waits for, over any number of others, link by link.
WITH RECURSIVE chain (id) AS (
  SELECT CAST(sqlc.arg(first) AS TEXT)
  UNION
  SELECT link.to_id FROM chain JOIN link ON link.from_id = chain.id AND link.kind = 'after'
)
SELECT link.from_id, link.to_id FROM chain JOIN link ON link.from_id = chain.id AND link.kind = 'after'
ORDER BY link.id;

-- name: LinkGet :one
SELECT * FROM link WHERE id = ?;
