package workspace

import (
	"context"

	"cairn/db/query"
)

// groundKey is the preference that holds the ground its owner knows about.
const groundKey = "ground"

// KnownGround is what KnowGround was last told, or "".
func (w *Workspace) KnownGround(ctx context.Context) (string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.edit(ctx, query.New(w.vault.Read)).recall(groundKey)
}

// KnowGround keeps in the vault that its owner knows what it stands on, and
// need not be told again. It is no step that could be undone.
func (w *Workspace) KnowGround(ctx context.Context, ground string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.write(ctx, func(e *edit) error { return e.remember(groundKey, ground) })
}
