package workspace

import (
	"context"

	"cairn/db/query"
)

// Empty says that the open client has no plan: nobody began one yet, or the
// only one was taken back. It is quick, however much a vault holds.
func (w *Workspace) Empty(ctx context.Context) (bool, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	plans, err := query.New(w.vault.Read).PlanList(ctx, w.client)
	return len(plans) == 0, err
}
