package workspace

import (
	"context"
	"fmt"

	"cairn/internal/plan"
)

// shared is the setting that somebody looks on: it outlives a program that ends in
// the middle of a session.
const shared = "shared"

// Share says whether somebody looks on: a client who sits beside. As long as they
// do, no answer of the workspace holds anything of another client or anything
// private, an undo passes private steps by, and whatever would show such things
// is refused. The page has to forget what it knows and load anew.
func (w *Workspace) Share(ctx context.Context, on bool) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	err := w.quietly(ctx, func(e *edit) error {
		value := ""
		if on {
			value = "yes"
		}
		return e.remember(shared, value)
	})
	if err != nil {
		return fmt.Errorf("share: %w", err)
	}
	w.shared = on
	return nil
}

// Shared says whether somebody looks on.
func (w *Workspace) Shared() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.shared
}

func (e *edit) wasShared() (bool, error) {
	value, err := e.recall(shared)
	return value != "", err
}

// alone refuses what nobody may see who looks on.
func (e *edit) alone() error {
	if e.shared {
		return plan.Refuse(plan.Conflict, "error.shared")
	}
	return nil
}
