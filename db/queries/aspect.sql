-- name: AspectAddMany :exec
-- aspects is [plan.Aspect, ...] as the page knows it.
INSERT INTO aspect (id, client_id, item_id, kind, rank, body)
SELECT value ->> 'id', sqlc.arg(client_id), nullif(value ->> 'itemId', ''), value ->> 'kind', value ->> 'rank',
  value -> 'body'
FROM json_each(CAST(sqlc.arg(aspects) AS TEXT));

-- name: AspectList :many
SELECT * FROM aspect WHERE client_id = ? ORDER BY rank;

-- name: AspectListByIDs :many
SELECT * FROM aspect WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: AspectListByItems :many
SELECT * FROM aspect WHERE item_id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT))) ORDER BY rank;

-- name: AspectListBeside :many
-- The aspects of one kind that one item has, or the client, in their order.
SELECT * FROM aspect
WHERE client_id = sqlc.arg(client_id) AND item_id IS sqlc.narg(item_id) AND kind = sqlc.arg(kind)
ORDER BY rank;

-- name: AspectListServing :many
-- The items that a value is said to carry, in the trash or not.
SELECT DISTINCT CAST(item_id AS TEXT) AS id FROM aspect
WHERE client_id = sqlc.arg(client_id) AND kind = 'worth' AND body ->> 'valueId' = CAST(sqlc.arg(value_id) AS TEXT);

-- name: AspectGet :one
SELECT * FROM aspect WHERE id = sqlc.arg(id) AND client_id = sqlc.arg(client_id);

-- name: AspectSetBody :exec
UPDATE aspect SET body = sqlc.arg(body) WHERE id = sqlc.arg(id) AND body <> sqlc.arg(body);

-- name: AspectSetRank :exec
UPDATE aspect SET rank = sqlc.arg(rank) WHERE id = sqlc.arg(id);

-- name: AspectDrop :exec
-- With all that speaks of it: the entries of a measure, what a person has to do.
DELETE FROM aspect WHERE aspect.id = sqlc.arg(id) OR aspect.client_id = sqlc.arg(client_id) AND EXISTS (
  SELECT 1 FROM json_each(aspect.body) WHERE json_each.value = sqlc.arg(id)
);
