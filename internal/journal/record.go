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

// Begin opens a step, or the newest one again when both have the same Merge
// and nothing was undone in between. From here on every change of a journaled
// row belongs to it.
func Begin(ctx context.Context, q *query.Queries, step Step) (Recording, error) {
	r, err := resume(ctx, q, step)
	if err != nil || r.Merged {
		return r, err
	}
	if err := q.JournalStepDropUndone(ctx, step.Client); err != nil {
		return r, err
	}
	r.Step.Seq, err = q.JournalStepAdd(ctx, query.JournalStepAddParams{
		ClientID: step.Client, Op: step.Op, Merge: step.Merge, DoneAt: step.At,
	})
	if err != nil {
		return r, err
	}
	return r, q.JournalOpen(ctx, r.Step.Seq)
}

func resume(ctx context.Context, q *query.Queries, step Step) (Recording, error) {
	r := Recording{Step: step}
	if step.Merge == "" {
		return r, nil
	}
	newest, err := q.JournalStepNewest(ctx, step.Client)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return r, err
	}
	if newest.JournalStep.Merge != step.Merge {
		return r, nil
	}
	_, err = q.JournalStepUndoneFirst(ctx, step.Client)
	if !errors.Is(err, sql.ErrNoRows) {
		return r, err
	}
	r = Recording{Step: stepOf(newest.JournalStep), After: newest.LastRow, Merged: true}
	return r, q.JournalOpen(ctx, r.Step.Seq)
}

// End closes the recording and says what was done to how many things of which
// kind; a merged step keeps its name. Now and then it drops the client's
// oldest steps, beyond Kept.
func (r Recording) End(ctx context.Context, q *query.Queries, kind string, count int) (Step, error) {
	if err := q.JournalClose(ctx); err != nil {
		return r.Step, err
	}
	if r.Merged {
		return r.Step, r.fold(ctx, q)
	}
	r.Step.Kind, r.Step.Count = kind, count
	err := q.JournalStepName(ctx, query.JournalStepNameParams{Kind: kind, Count: int64(count), Seq: r.Step.Seq})
	if err != nil || r.Step.Seq%slack != 0 {
		return r.Step, err
	}
	return r.Step, q.JournalStepPrune(ctx, query.JournalStepPruneParams{ClientID: r.Step.Client, Kept: Kept})
}

// fold makes one journal row of two when typing went on in the row that the
// step touched last: an hour in one note is one row, not thousands.
func (r Recording) fold(ctx context.Context, q *query.Queries) error {
	folded, err := q.JournalRowFold(ctx, query.JournalRowFoldParams{Step: r.Step.Seq, Last: r.After})
	if err != nil || folded == 0 {
		return err
	}
	return q.JournalRowDropAfter(ctx, query.JournalRowDropAfterParams{Step: r.Step.Seq, Last: r.After})
}
