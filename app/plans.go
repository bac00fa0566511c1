package app

import (
	"context"
	"time"

	"cairn/internal/plan"
	"cairn/internal/sample"
	"cairn/internal/workspace"
)

// Plans keeps the plans of the open client, and says which client is open.
type Plans struct{ k *keep }

// Add begins an empty plan and shows it.
func (p *Plans) Add(name string, subject plan.Subject) (plan.Changes, error) {
	return run2(p.k, house.AddPlan, name, subject)
}

// Rename gives a plan another name.
func (p *Plans) Rename(id, name string) (plan.Changes, error) {
	return run2(p.k, house.RenamePlan, id, name)
}

// SetSubject says what a plan is about.
func (p *Plans) SetSubject(id string, subject plan.Subject) (plan.Changes, error) {
	return run2(p.k, house.SetPlanSubject, id, subject)
}

// Open says which plan is shown, now and at the next start.
func (p *Plans) Open(id string) (plan.Changes, error) {
	return run1(p.k, house.OpenPlan, id)
}

// KeepVersion keeps a plan as it is, before it is adapted.
func (p *Plans) KeepVersion(in workspace.NewVersion) (plan.Changes, error) {
	return run1(p.k, house.KeepVersion, in)
}

// Snapshot is what was in a plan when a version of it was kept.
func (p *Plans) Snapshot(versionID string) (plan.Snapshot, error) {
	return run1(p.k, house.Snapshot, versionID)
}

// Sample adds one of the sample plans, dated from today, and shows it.
func (p *Plans) Sample(key string) (plan.Changes, error) {
	return run(p.k, addSample(key))
}

// AddClient makes a client and opens it: the answer is all there is of it.
func (p *Plans) AddClient(name string) (plan.Changes, error) {
	return run1(p.k, house.AddClient, name)
}

// OpenClient opens another client. The page forgets the one before.
func (p *Plans) OpenClient(id string) (plan.Changes, error) {
	return run1(p.k, house.OpenClient, id)
}

func addSample(key string) func(house, context.Context) (plan.Changes, error) {
	return func(w house, ctx context.Context) (plan.Changes, error) {
		tree, err := sample.Load(key, time.Now().Format(time.DateOnly))
		if err != nil {
			return plan.Changes{}, err
		}
		return w.AddSample(ctx, tree)
	}
}
