package workspace

import (
	"context"
	"fmt"
	"time"

	"cairn/db/query"
	"cairn/internal/plan"
)

// inTrash is how long something can be restored from the trash.
const inTrash = 30 * 24 * time.Hour

// DeleteItems puts items into the trash, with everything below them.
func (w *Workspace) DeleteItems(ctx context.Context, ids []string) (plan.Changes, error) {
	return w.transact(ctx, "delete", "", func(e *edit) error {
		if len(ids) == 0 {
			return nil
		}
		l, err := e.lineage(ids...)
		if err != nil {
			return err
		}
		roots := l.roots(ids)
		e.did(l, roots)
		return e.q.ItemTrash(e.ctx, query.ItemTrashParams{Now: e.now, Ids: list(roots)})
	})
}

// Trash is what the open client has deleted in the last thirty days, the
// newest first.
func (w *Workspace) Trash(ctx context.Context) ([]plan.Trashed, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	trash, err := w.edit(ctx, query.New(w.vault.Read)).trash()
	if err != nil {
		return nil, fmt.Errorf("trash: %w", err)
	}
	return trash, nil
}

// oldest is the instant before which what was deleted is beyond restoring.
func (e *edit) oldest() string { return stamp(e.at.Add(-inTrash)) }

func (e *edit) trash() ([]plan.Trashed, error) {
	rows, err := e.q.ItemListTrashed(e.ctx, query.ItemListTrashedParams{ClientID: e.client, Since: e.oldest()})
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	l, err := e.ancestry(ids)
	if err != nil {
		return nil, err
	}
	count, err := e.countBranches(ids)
	trash := make([]plan.Trashed, len(rows))
	for i, r := range rows {
		trash[i] = plan.Trashed{
			ID: r.ID, PlanID: r.PlanID, Kind: plan.Kind(r.Kind), State: plan.State(r.State), Title: r.Title,
			Path: l.titles(r.ParentID.String), Count: count[r.ID], TrashedAt: r.TrashedAt.String,
		}
	}
	return trash, err
}

func (e *edit) countBranches(ids []string) (map[string]int, error) {
	rows, err := e.q.ItemCountBranches(e.ctx, list(ids))
	count := map[string]int{}
	for _, r := range rows {
		count[r.Root] = int(r.Items)
	}
	return count, err
}

// titles are the titles from the top of the plan down to an item.
func (l lineage) titles(id string) []string {
	titles := []string{}
	for _, id := range l.path(id) {
		titles = append(titles, l[id].Title)
	}
	return titles
}

// emptyTrash drops for ever what nobody can restore any more, neither from the
// trash nor by an undo. It is no step of the journal.
func (e *edit) emptyTrash() error {
	ids, err := e.q.ItemListExpired(e.ctx, e.oldest())
	if err != nil || len(ids) == 0 {
		return err
	}
	return e.q.ItemDrop(e.ctx, list(ids))
}
