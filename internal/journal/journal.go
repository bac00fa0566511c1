// Package journal records what was done to the rows of some tables, takes it
// back, and does it again. It knows tables only by name.
//
// Triggers write down every change of a row, so no statement can forget it,
// and cascades are caught too. What was written down since the last step
// becomes the next one (Record); a transaction that leaves it to nobody cannot
// be committed. A step is recorded, or taken back, in the transaction of the
// edit itself: after a crash either both are there or neither. The promises:
//
//   - Undo leads through the very states that were there before, row by row
//     in reverse; Redo through those that followed.
//   - Steps belong to one client; nobody takes back a step of another.
//   - A new step forgets the steps that were undone before it; a private one only
//     the private ones. Undo takes back what was done or redone last, Redo what was
//     undone last.
//   - What is private and what is not never touch the same rows, so that either
//     can be taken back as if the other were not there.
//
// The rules for a journaled table: its key is a text column named id, it has
// no BLOB (JSON cannot hold one), and nobody writes it with INSERT OR REPLACE
// (which deletes without firing a trigger).
package journal

import (
	"context"
	"database/sql"
	"errors"

	"cairn/db/query"
)

// ErrNothing says that there is no step to undo, or none to redo.
var ErrNothing = errors.New("journal: nothing to do")

// Journal knows how to write a row of each journaled table back.
type Journal struct{ tables map[string]table }

// Step is one thing that was done: Op names it, Kind and Count say to what.
// Steps with the same Merge that follow each other become one; an empty Merge
// never does. Private is for nobody's eyes but the owner's. At is the instant at
// which it was done.
type Step struct {
	Seq    int64
	Client string
	Op     string
	Kind   string
	Count  int
	Merge  string
	At     string

	Private bool
}

// Reader is whose steps are looked for: those of a client, and whether the private
// ones are among them.
type Reader struct {
	Client  string
	Private bool
}

func (r Reader) undo() query.JournalStepUndoParams {
	return query.JournalStepUndoParams{ClientID: r.Client, Private: bit(r.Private)}
}

func (r Reader) redo() query.JournalStepRedoParams {
	return query.JournalStepRedoParams{ClientID: r.Client, Private: bit(r.Private)}
}

func bit(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// Next tells the step that Undo would take back and the one that Redo would do
// again. A zero Step means that there is none.
func Next(ctx context.Context, q *query.Queries, reader Reader) (undo, redo Step, err error) {
	back, err := q.JournalStepUndo(ctx, reader.undo())
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return undo, redo, err
	}
	forth, err := q.JournalStepRedo(ctx, reader.redo())
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return undo, redo, err
	}
	return stepOf(back), stepOf(forth), nil
}

func stepOf(row query.JournalStep) Step {
	return Step{
		Seq: row.Seq, Client: row.ClientID, Op: row.Op, Kind: row.Kind,
		Count: int(row.Count), Merge: row.Merge, At: row.DoneAt, Private: row.Private == 1,
	}
}
