-- name: JournalStepAdd :one
INSERT INTO journal_step (client_id, op, merge, done_at) VALUES (?, ?, ?, ?) RETURNING seq;

-- name: JournalStepNewest :one
-- The newest step of a client that stands, with its newest row.
SELECT sqlc.embed(journal_step),
  CAST(coalesce((SELECT max(seq) FROM journal_row WHERE step = journal_step.seq), 0) AS INTEGER) AS last_row
FROM journal_step WHERE journal_step.client_id = ? AND journal_step.undone = 0
ORDER BY journal_step.seq DESC LIMIT 1;

-- name: JournalStepUndoneFirst :one
SELECT * FROM journal_step WHERE client_id = ? AND undone = 1 ORDER BY seq LIMIT 1;

-- name: JournalStepDropUndone :exec
DELETE FROM journal_step WHERE client_id = ? AND undone = 1;

-- name: JournalStepName :exec
UPDATE journal_step SET kind = ?, count = ? WHERE seq = ?;

-- name: JournalStepSetUndone :exec
-- Nothing merges any more into what was taken back once.
UPDATE journal_step SET undone = ?, merge = '' WHERE seq = ?;

-- name: JournalStepPrune :exec
DELETE FROM journal_step WHERE journal_step.client_id = sqlc.arg(client_id) AND journal_step.seq <= (
  SELECT old.seq FROM journal_step AS old WHERE old.client_id = sqlc.arg(client_id)
  ORDER BY old.seq DESC LIMIT 1 OFFSET sqlc.arg(kept)
);

-- name: JournalRowList :many
SELECT seq, tbl, CAST(before IS NULL AS INTEGER) AS new, CAST(after IS NULL AS INTEGER) AS gone
FROM journal_row WHERE step = ? ORDER BY seq;

-- name: JournalRowListTouched :many
-- What a step touched behind a row. item_id is set where the row itself names
-- an item; trashed where an item lay in the trash before or after.
SELECT tbl, row_id,
  CAST(coalesce(json_extract(coalesce(after, before), '$.item_id'), '') AS TEXT) AS item_id,
  CAST(coalesce(json_extract(before, '$.trashed_at'), json_extract(after, '$.trashed_at')) IS NOT NULL AS INTEGER) AS trashed
FROM journal_row WHERE step = sqlc.arg(step) AND seq > sqlc.arg(last)
GROUP BY tbl, row_id ORDER BY min(seq);

-- name: JournalRowFold :execrows
-- Lets the last row take over the state after the one row behind it, if that
-- is an update of the same row.
UPDATE journal_row SET after = (
  SELECT next.after FROM journal_row AS next WHERE next.step = sqlc.arg(step) AND next.seq > sqlc.arg(last)
)
WHERE journal_row.seq = sqlc.arg(last) AND journal_row.after IS NOT NULL
  AND (
    SELECT count(*) FROM journal_row AS next WHERE next.step = sqlc.arg(step) AND next.seq > sqlc.arg(last)
  ) = 1
  AND EXISTS (
    SELECT 1 FROM journal_row AS next
    WHERE next.step = sqlc.arg(step) AND next.seq > sqlc.arg(last)
      AND next.tbl = journal_row.tbl AND next.row_id = journal_row.row_id
      AND next.before IS NOT NULL AND next.after IS NOT NULL
  );

-- name: JournalRowDropAfter :exec
DELETE FROM journal_row WHERE step = sqlc.arg(step) AND seq > sqlc.arg(last);

-- name: JournalOpen :exec
INSERT INTO journal_open (one, step) VALUES (1, ?);

-- name: JournalClose :exec
DELETE FROM journal_open;
