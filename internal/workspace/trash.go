package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// DeleteItems puts items into the trash, with everything below them.
func (w *Workspace) DeleteItems(ctx context.Context, ids []string) (plan.Changes, error) {
	return w.transact(ctx, "delete", "", func(e *edit) error {
		l, err := e.lineage(ids...)
		if err != nil || len(ids) == 0 {
			return err
		}
		roots := l.roots(ids)
		e.did(l, roots)
		return e.q.ItemTrash(e.ctx, query.ItemTrashParams{Now: e.now, Ids: list(roots)})
	})
}
