-- name: JournalStepAdd :execlastid
-- Makes a step of all that was written since the last one. Steps that were
-- undone before it are forgotten by a trigger.
INSERT INTO journal_step (client_id, op, kind, count, private, merge, done_at, turn)
VALUES (sqlc.arg(client_id), sqlc.arg(op), sqlc.arg(kind), sqlc.arg(count), sqlc.arg(private), sqlc.arg(merge), sqlc.arg(done_at),
  (SELECT coalesce(max(turn), 0) + 1 FROM journal_step WHERE client_id = sqlc.arg(client_id)));

-- name: JournalStepLast :one
-- The newest step of all, undone or not, its newest row, and whether its client has
-- done, taken back or done again anything since.
SELECT sqlc.embed(journal_step),
  EXISTS (SELECT 1 FROM journal_step AS own WHERE own.client_id = journal_step.client_id AND own.turn > journal_step.turn) AS since,
  CAST(coalesce((SELECT max(seq) FROM journal_row WHERE step = journal_step.seq), 0) AS INTEGER) AS last_row
FROM journal_step ORDER BY journal_step.seq DESC LIMIT 1;

-- name: JournalStepUndo :one
-- The step that an undo takes back; as much as private = 1 may be seen, or only what is not.
SELECT * FROM journal_step WHERE client_id = sqlc.arg(client_id) AND undone = 0 AND private <= sqlc.arg(private)
ORDER BY turn DESC, seq DESC LIMIT 1;

-- name: JournalStepRedo :one
-- The step that a redo does again, as in JournalStepUndo.
SELECT * FROM journal_step WHERE client_id = sqlc.arg(client_id) AND undone = 1 AND private <= sqlc.arg(private)
ORDER BY turn DESC, seq LIMIT 1;

-- name: JournalStepSetUndone :exec
-- Nothing merges any more into what was taken back once.
UPDATE journal_step SET undone = sqlc.arg(undone), merge = '',
  turn = (SELECT max(own.turn) + 1 FROM journal_step AS own WHERE own.client_id = sqlc.arg(client_id))
WHERE journal_step.seq = sqlc.arg(seq);

-- name: JournalStepPrune :exec
DELETE FROM journal_step WHERE journal_step.client_id = sqlc.arg(client_id) AND journal_step.seq <= (
  SELECT old.seq FROM journal_step AS old WHERE old.client_id = sqlc.arg(client_id)
  ORDER BY old.seq DESC LIMIT 1 OFFSET sqlc.arg(kept)
);

-- name: JournalRowList :many
SELECT seq, tbl, CAST(before IS NULL AS INTEGER) AS new, CAST(after IS NULL AS INTEGER) AS gone
FROM journal_row WHERE step = ? ORDER BY seq;

-- name: JournalRowListTouched :many
-- What a step touched; without a step, what was written since the last one.
-- item_id is the item that a row of another table hangs on. trashed tells that
-- an item lay in the trash before or after: inside a JSON text every quotation
-- mark is escaped, so these words can only be the column.
SELECT tbl, row_id,
  CAST(CASE tbl WHEN 'item_tag' THEN coalesce(after, before) ->> 'item_id' ELSE '' END AS TEXT) AS item_id,
  CAST(coalesce(instr(before, '"trashed_at":"'), 0) + coalesce(instr(after, '"trashed_at":"'), 0) > 0 AS INTEGER) AS trashed
FROM journal_row
WHERE step = coalesce(sqlc.narg(step), (SELECT coalesce(max(seq), 0) + 1 FROM journal_step))
ORDER BY seq;

-- name: JournalRowListHomes :many
-- The items at which one sees what a step did beside them or took away, one for
-- each row of the step, '' = none: a link at the item that it begins at, what is
-- said of an item at that item, and an item that went at the one that stood
-- before it, else at the one that it stood below. Steps may be long; whoever
-- asks looks for the first.
SELECT CAST(coalesce(CASE journal_row.tbl
  WHEN 'link' THEN coalesce(after ->> 'from_id', before ->> 'from_id', (SELECT from_id FROM link WHERE link.id = row_id))
  WHEN 'aspect' THEN coalesce(after ->> 'item_id', before ->> 'item_id', (SELECT item_id FROM aspect WHERE aspect.id = row_id))
  WHEN 'item' THEN coalesce(
    (SELECT beside.id FROM item AS beside
     WHERE beside.plan_id = coalesce(went.plan_id, before ->> 'plan_id', after ->> 'plan_id')
       AND beside.parent_id IS coalesce(went.parent_id, before ->> 'parent_id', after ->> 'parent_id')
       AND beside.rank < coalesce(went.rank, before ->> 'rank', after ->> 'rank')
       AND beside.trashed_at IS NULL AND (beside.parent_id IS NOT NULL OR beside.kind <> 'idea')
     ORDER BY beside.rank DESC LIMIT 1),
    went.parent_id, before ->> 'parent_id', after ->> 'parent_id')
END, '') AS TEXT) AS item_id
FROM journal_row LEFT JOIN item AS went ON journal_row.tbl = 'item' AND went.id = journal_row.row_id
WHERE journal_row.step = ? ORDER BY journal_row.seq LIMIT 64;

-- name: JournalRowListTail :many
-- The newest row of a step and what was written since; no more than three,
-- which are too many to become one.
SELECT * FROM journal_row
WHERE step >= CAST(sqlc.arg(step) AS INTEGER) AND (step > CAST(sqlc.arg(step) AS INTEGER) OR seq >= sqlc.arg(last))
ORDER BY step, seq LIMIT 3;

-- name: JournalRowSet :exec
UPDATE journal_row SET before = ?, after = ? WHERE step = ? AND seq = ?;

-- name: JournalRowDrop :exec
DELETE FROM journal_row WHERE step = ?;

-- name: JournalRowMove :exec
UPDATE journal_row SET step = sqlc.arg(step) WHERE step = sqlc.arg(next);

-- name: JournalPause :exec
INSERT INTO journal_pause (step) VALUES (0);

-- name: JournalResume :exec
DELETE FROM journal_pause;

-- name: JournalStepDropOf :exec
DELETE FROM journal_step WHERE client_id = ?;
