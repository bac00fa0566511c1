package journal

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"cairn/db/query"
)

// Undo takes back the client's newest step that stands, and tells which.
// Without one it is ErrNothing. q and tx are the same open transaction.
func (j *Journal) Undo(ctx context.Context, tx query.DBTX, q *query.Queries, client string) (Step, error) {
	step, err := q.JournalStepUndo(ctx, client)
	if err != nil {
		return Step{}, nothing(err)
	}
	if err := j.replay(ctx, tx, q, step.Seq, backward); err != nil {
		return stepOf(step), err
	}
	return stepOf(step), q.JournalStepSetUndone(ctx, query.JournalStepSetUndoneParams{Undone: 1, Seq: step.Seq})
}

// Redo does the step again that was taken back last, and tells which. Without
// one it is ErrNothing.
func (j *Journal) Redo(ctx context.Context, tx query.DBTX, q *query.Queries, client string) (Step, error) {
	step, err := q.JournalStepRedo(ctx, client)
	if err != nil {
		return Step{}, nothing(err)
	}
	if err := j.replay(ctx, tx, q, step.Seq, forward); err != nil {
		return stepOf(step), err
	}
	return stepOf(step), q.JournalStepSetUndone(ctx, query.JournalStepSetUndoneParams{Undone: 0, Seq: step.Seq})
}

func nothing(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNothing
	}
	return err
}

// direction is the way through a step: from its last row back to what was
// before, or from its first on to what came after.
type direction int

const (
	backward direction = iota
	forward
)

// run is a stretch of a step's rows that one statement can replay: all in one
// table, and all written or all deleted.
type run struct {
	table       string
	drop        bool
	first, last int64
}

// replay leads through the rows of a step. Foreign keys are checked when the
// transaction commits: within a step a row may stand before the one that it
// points at.
func (j *Journal) replay(ctx context.Context, tx query.DBTX, q *query.Queries, step int64, d direction) error {
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	rows, err := q.JournalRowList(ctx, step)
	if err != nil {
		return err
	}
	return Quietly(ctx, q, func() error {
		for _, r := range runs(rows, d) {
			if _, err := tx.ExecContext(ctx, j.statement(r, d), step, r.first, r.last); err != nil {
				return err
			}
		}
		return nil
	})
}

func runs(rows []query.JournalRowListRow, d direction) []run {
	var all []run
	for _, row := range rows {
		drop := d == backward && row.New == 1 || d == forward && row.Gone == 1
		if n := len(all) - 1; n >= 0 && all[n].table == row.Tbl && all[n].drop == drop {
			all[n].last = row.Seq
			continue
		}
		all = append(all, run{table: row.Tbl, drop: drop, first: row.Seq, last: row.Seq})
	}
	if d == backward {
		slices.Reverse(all)
	}
	return all
}

func (j *Journal) statement(r run, d direction) string {
	t := j.tables[r.table]
	switch {
	case r.drop:
		return t.drop()
	case d == backward:
		return t.put("before", "DESC")
	default:
		return t.put("after", "ASC")
	}
}
