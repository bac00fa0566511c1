package app

import "cairn/internal/plan"

// Trash shows what was deleted in the last thirty days.
type Trash struct{ k *keep }

// List answers with the trash of the open client, newest first.
func (t *Trash) List() ([]plan.Trashed, error) { return run(t.k, house.Trash) }
