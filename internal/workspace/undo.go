package workspace

import (
	"context"
	"errors"
	"fmt"

	"cairn/db/query"
	"cairn/internal/journal"
	"cairn/internal/plan"
)

// Undo takes back the newest step of the open client. Focus is the first item
// that is there again or was changed back; Show is its plan, if another one
// was shown. Without a step to undo it is a conflict.
func (w *Workspace) Undo(ctx context.Context) (plan.Changes, error) {
	return w.replay(ctx, (*journal.Journal).Undo, "error.nothing_to_undo")
}

// Redo does again what was undone last, with Focus and Show as in Undo.
// Without a step to redo it is a conflict.
func (w *Workspace) Redo(ctx context.Context) (plan.Changes, error) {
	return w.replay(ctx, (*journal.Journal).Redo, "error.nothing_to_redo")
}

type replay func(*journal.Journal, context.Context, query.DBTX, *query.Queries, journal.Reader) (journal.Step, error)

func (w *Workspace) replay(ctx context.Context, way replay, nothing string) (c plan.Changes, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	err = w.write(ctx, func(e *edit) error {
		step, err := way(w.journal, e.ctx, w.pen.conn, e.q, e.reader())
		if err != nil {
			return err
		}
		c, err = e.replayed(step)
		return err
	})
	if errors.Is(err, journal.ErrNothing) {
		return c, plan.Refuse(plan.Conflict, nothing)
	}
	if err != nil {
		return c, fmt.Errorf("replay: %w", err)
	}
	return c, nil
}

// replayed is what a step touched, as it stands after an undo or redo of it.
func (e *edit) replayed(step journal.Step) (plan.Changes, error) {
	e.branches = step.Op == takeback
	rows, err := e.touched(step.Seq)
	if err != nil {
		return plan.Changes{}, err
	}
	c, err := e.gather(rows)
	if err != nil {
		return c, err
	}
	c.Focus = firstLiving(rows, c.Items)
	if c.Show, err = e.showAfter(c); err != nil {
		return c, err
	}
	return e.named(c)
}

// firstLiving is the first touched row that is an item still there.
func firstLiving(rows []touchedRow, items []plan.Item) string {
	here := map[string]bool{}
	for _, i := range items {
		here[i.ID] = true
	}
	for _, r := range rows {
		for _, id := range []string{r.RowID, r.ItemID} {
			if here[id] {
				return id
			}
		}
	}
	return ""
}
