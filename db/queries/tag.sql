-- name: TagAdd :exec
INSERT INTO tag (id, client_id, name) VALUES (?, ?, ?);

-- name: TagList :many
SELECT * FROM tag WHERE client_id = ? ORDER BY name;

-- name: TagListByIDs :many
SELECT * FROM tag WHERE id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: TagDropUnused :exec
DELETE FROM tag WHERE tag.id = ? AND NOT EXISTS (SELECT 1 FROM item_tag WHERE item_tag.tag_id = tag.id);

-- name: ItemTagAddMany :exec
-- Hangs tags on items; what hangs there already stays as it is. pairs is
-- [{id, itemId, tagId}].
INSERT INTO item_tag (id, item_id, tag_id)
SELECT value ->> 'id', value ->> 'itemId', value ->> 'tagId'
FROM json_each(CAST(sqlc.arg(pairs) AS TEXT)) WHERE true
ON CONFLICT (item_id, tag_id) DO NOTHING;

-- name: ItemTagDrop :exec
DELETE FROM item_tag
WHERE tag_id = sqlc.arg(tag_id) AND item_id IN (SELECT value FROM json_each(CAST(sqlc.arg(ids) AS TEXT)));

-- name: ItemTagList :many
SELECT item_tag.item_id, item_tag.tag_id FROM tag
JOIN item_tag ON item_tag.tag_id = tag.id
WHERE tag.client_id = ? ORDER BY tag.id;
