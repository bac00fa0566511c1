package journal

import (
	"context"
	"database/sql"
	"errors"

	"cairn/db/query"
)

// Kept is how many steps of a client are kept at least.
const Kept = 1000

// slack is how many more steps gather before the oldest are dropped.
const slack = 64

// Record makes a step of all that was written since the last one, and tells
// it. If the step before has the same Merge and nothing was undone since, it
// takes everything in and keeps its name. Now and then the client's oldest
// steps, beyond Kept, are dropped.
func Record(ctx context.Context, q *query.Queries, step Step) (Step, error) {
	into, err := mergeable(ctx, q, step)
	if err != nil {
		return step, err
	}
	if into.JournalStep.Seq != 0 {
		return stepOf(into.JournalStep), merge(ctx, q, into)
	}
	step.Seq, err = q.JournalStepAdd(ctx, query.JournalStepAddParams{
		ClientID: step.Client, Op: step.Op, Kind: step.Kind, Count: int64(step.Count),
		Merge: step.Merge, DoneAt: step.At, Private: bit(step.Private),
	})
	if err != nil || step.Seq%slack != 0 {
		return step, err
	}
	return step, q.JournalStepPrune(ctx, query.JournalStepPruneParams{ClientID: step.Client, Kept: Kept})
}

// mergeable is the step before, if a step belongs to it; otherwise it is zero.
// A step that was undone once has no Merge any more.
func mergeable(ctx context.Context, q *query.Queries, step Step) (query.JournalStepLastRow, error) {
	none := query.JournalStepLastRow{}
	if step.Merge == "" {
		return none, nil
	}
	last, err := q.JournalStepLast(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return none, nil
	}
	s := last.JournalStep
	if err != nil || s.ClientID != step.Client || s.Merge != step.Merge || last.Since {
		return none, err
	}
	return last, nil
}

// merge gives what was written to the step before. If all of it is one more
// change of the row that the step changed last, both become one: an hour of
// typing in one note is one row, not thousands.
func merge(ctx context.Context, q *query.Queries, into query.JournalStepLastRow) error {
	step := into.JournalStep.Seq
	rows, err := q.JournalRowListTail(ctx, query.JournalRowListTailParams{Step: step, Last: into.LastRow})
	if err != nil {
		return err
	}
	if len(rows) != 2 || rows[0].Tbl != rows[1].Tbl || rows[0].RowID != rows[1].RowID {
		return q.JournalRowMove(ctx, query.JournalRowMoveParams{Step: step, Next: step + 1})
	}
	one, err := fold(rows[0], rows[1])
	if err != nil {
		return err
	}
	if err := q.JournalRowSet(ctx, one); err != nil {
		return err
	}
	return q.JournalRowDrop(ctx, step+1)
}

// Quietly does something that is no step of anybody, such as a replay: nothing
// of it is recorded.
func Quietly(ctx context.Context, q *query.Queries, do func() error) error {
	if err := q.JournalPause(ctx); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	return q.JournalResume(ctx)
}
