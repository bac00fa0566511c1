package journal

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"cairn/db/query"
)

// Undo takes back the reader's newest step that stands, and tells which.
// Without one it is ErrNothing. q and tx are the same open transaction.
func (j *Journal) Undo(ctx context.Context, tx query.DBTX, q *query.Queries, reader Reader) (Step, error) {
	step, err := q.JournalStepUndo(ctx, reader.undo())
	if err != nil {
		return Step{}, nothing(err)
	}
	if err := j.replay(ctx, tx, q, step.Seq, backward); err != nil {
		return stepOf(step), err
	}
	return stepOf(step), q.JournalStepSetUndone(ctx, query.JournalStepSetUndoneParams{Undone: 1, ClientID: step.ClientID, Seq: step.Seq})
}

// Redo does the step again that was taken back last, and tells which. Without
// one it is ErrNothing.
func (j *Journal) Redo(ctx context.Context, tx query.DBTX, q *query.Queries, reader Reader) (Step, error) {
	step, err := q.JournalStepRedo(ctx, reader.redo())
	if err != nil {
		return Step{}, nothing(err)
	}
	if err := j.replay(ctx, tx, q, step.Seq, forward); err != nil {
		return stepOf(step), err
	}
	return stepOf(step), q.JournalStepSetUndone(ctx, query.JournalStepSetUndoneParams{Undone: 0, ClientID: step.ClientID, Seq: step.Seq})
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

// manner says what a replay does to a row.
type manner int

const (
	change manner = iota // it is there, and gets other values
	put                  // it is not there, and comes back
	drop                 // it is there, and goes
)

// run is a stretch of a step's rows that all are in one table and are replayed
// in one manner.
type run struct {
	table  table
	manner manner
	rows   []int64 // seq, in the order of the replay
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
	if d == backward {
		slices.Reverse(rows)
	}
	return Quietly(ctx, q, func() error {
		for _, r := range j.runs(rows, d) {
			if err := r.replay(ctx, tx, step, d); err != nil {
				return err
			}
		}
		return nil
	})
}

func (j *Journal) runs(rows []query.JournalRowListRow, d direction) []run {
	var all []run
	for _, row := range rows {
		m := mannerOf(row, d)
		if n := len(all) - 1; n < 0 || all[n].table.name != row.Tbl || all[n].manner != m {
			all = append(all, run{table: j.tables[row.Tbl], manner: m})
		}
		last := &all[len(all)-1]
		last.rows = append(last.rows, row.Seq)
	}
	return all
}

func mannerOf(row query.JournalRowListRow, d direction) manner {
	came, went := row.New == 1, row.Gone == 1
	if d == backward {
		came, went = went, came
	}
	switch {
	case went:
		return drop
	case came:
		return put
	default:
		return change
	}
}

// replay does a run with one statement, except for changes, whose order counts
// where values are unique.
func (r run) replay(ctx context.Context, tx query.DBTX, step int64, d direction) error {
	side, order := "before", "DESC"
	if d == forward {
		side, order = "after", "ASC"
	}
	first, last := slices.Min(r.rows), slices.Max(r.rows)
	var err error
	switch r.manner {
	case drop:
		_, err = tx.ExecContext(ctx, r.table.drop(), step, first, last)
	case put:
		_, err = tx.ExecContext(ctx, r.table.put(side, order), step, first, last)
	case change:
		err = r.change(ctx, tx, step, side)
	}
	return err
}

func (r run) change(ctx context.Context, tx query.DBTX, step int64, side string) (err error) {
	one, err := tx.PrepareContext(ctx, r.table.change(side))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	for _, seq := range r.rows {
		if _, err := one.ExecContext(ctx, step, seq); err != nil {
			return err
		}
	}
	return nil
}
