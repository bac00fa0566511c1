package app

import (
	"context"

	"cairn/internal/workspace"
)

// Places remembers where the hand was in a view of a plan: what is folded and
// selected. It is a preference, not a part of the plan, and never undone.
type Places struct{ k *keep }

// SavePlace is a JSON object that only the view itself understands.
type SavePlace struct {
	PlanID string `json:"planId"`
	View   string `json:"view"`
	Data   string `json:"data"`
}

// Of answers with what was saved for the views of a plan.
func (p *Places) Of(planID string) ([]workspace.Place, error) {
	return run1(p.k, house.Places, planID)
}

// Save replaces what was saved for the view of the plan.
func (p *Places) Save(in SavePlace) error {
	_, err := run(p.k, func(w house, ctx context.Context) (struct{}, error) {
		return struct{}{}, w.SavePlace(ctx, in.PlanID, in.View, in.Data)
	})
	return err
}
