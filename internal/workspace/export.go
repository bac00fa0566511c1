package workspace

import (
	"context"
	"slices"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// Export is a file that a plan becomes: the name of the plan, and the bytes.
type Export struct {
	Name string
	Raw  []byte
}

// Calendar is a plan of the open client as a calendar (interop.WriteCalendar).
func (w *Workspace) Calendar(ctx context.Context, planID string) (Export, error) {
	name, entries, err := w.leaving(ctx, planID)
	if err != nil {
		return Export{}, err
	}
	return Export{Name: name, Raw: interop.WriteCalendar(name, entries, w.now())}, nil
}

// Table is a plan of the open client as a table (interop.WriteTable).
func (w *Workspace) Table(ctx context.Context, planID string) (Export, error) {
	name, entries, err := w.leaving(ctx, planID)
	if err != nil {
		return Export{}, err
	}
	raw, err := interop.WriteTable(entries)
	return Export{Name: name, Raw: raw}, err
}

// leaving is the name of a plan and all that is alive in it.
func (w *Workspace) leaving(ctx context.Context, planID string) (string, []interop.Entry, error) {
	all, err := w.Load(ctx)
	if err != nil {
		return "", nil, err
	}
	at := slices.IndexFunc(all.Plans, func(p plan.Plan) bool { return p.ID == planID })
	if at < 0 {
		return "", nil, gone("error.plan_gone")
	}
	return all.Plans[at].Name, interop.Leaving(all, planID), nil
}
