package workspace

import (
	"context"
	"slices"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// Export is a file that a plan or a branch becomes: its name, and the bytes.
type Export struct {
	Name string
	Raw  []byte
}

// Leaving says what is to leave a vault: a plan, or only a branch of it (the id
// of an item, or empty), as a file of a format.
type Leaving struct {
	PlanID string         `json:"planId"`
	Branch string         `json:"branch"`
	Format interop.Format `json:"format"`
}

// Export is a plan of the open client, or a branch of one, as a file. The file
// is named after what it holds.
func (w *Workspace) Export(ctx context.Context, what Leaving) (Export, error) {
	all, err := w.Load(ctx)
	if err != nil {
		return Export{}, err
	}
	at := slices.IndexFunc(all.Plans, func(p plan.Plan) bool { return p.ID == what.PlanID })
	if at < 0 {
		return Export{}, gone("error.plan_gone")
	}
	name, entries := all.Plans[at].Name, interop.Leaving(all, what.PlanID, what.Branch)
	if what.Branch != "" {
		if len(entries) == 0 {
			return Export{}, gone("error.item_gone")
		}
		name = entries[0].Title
	}
	raw, err := what.Format.Write(name, entries, w.now())
	return Export{Name: name, Raw: raw}, err
}
