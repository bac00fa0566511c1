package workspace

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"cairn/db/query"
	"cairn/internal/journal"
	"cairn/internal/plan"
)

// Undo takes back the newest step of the open client. Focus is the first item
// that is there again or was changed back; where there is none it is the item
// beside which that is seen: what was linked, what something was said of, what
// stood before an item that went, or above it. Show is the plan of what came
// back, if another one was shown. Without a step to undo it is a conflict.
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
	e.branches = step.Op == takeback || step.Op == bringIn
	rows, err := e.touched(step.Seq)
	if err != nil {
		return plan.Changes{}, err
	}
	c, err := e.gather(rows)
	if err != nil {
		return c, err
	}
	c.Focus = firstLiving(rows, c.Items)
	in := planOfChanges(c)
	if c.Focus == "" {
		if in, err = e.lookHome(&c, step, in); err != nil {
			return c, err
		}
	}
	if c.Show, err = e.showAfter(c, in); err != nil {
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

// lookHome leads the hand to the first living item at which one sees what a step
// did, and tells its plan; without one the plan stays.
func (e *edit) lookHome(c *plan.Changes, step journal.Step, in string) (string, error) {
	homes, err := e.q.JournalRowListHomes(e.ctx, step.Seq)
	homes = slices.DeleteFunc(homes, func(id string) bool { return id == "" })
	if err != nil || len(homes) == 0 {
		return in, err
	}
	l, err := e.ancestry(homes)
	if at := slices.IndexFunc(homes, l.alive); err == nil && at >= 0 {
		c.Focus = homes[at]
		return l[c.Focus].PlanID, nil
	}
	return in, err
}
