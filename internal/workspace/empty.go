package workspace

import (
	"context"

	"cairn/db/query"
)

// Empty says that there is nobody but the owner of the vault, and that they have no
// plan: nobody began one yet, or the only one was taken back. It is quick, however
// much a vault holds.
func (w *Workspace) Empty(ctx context.Context) (bool, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	q := query.New(w.vault.Read)
	clients, err := q.ClientList(ctx)
	if err != nil || len(clients) > 1 {
		return false, err
	}
	plans, err := q.PlanList(ctx, w.client)
	return len(plans) == 0, err
}
