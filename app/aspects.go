package app

import (
	"cairn/internal/plan"
	"cairn/internal/workspace"
)

// Aspects is what is said of items, and of the client, beside the plan's tree.
type Aspects struct{ k *keep }

// Set says something new, or says something anew. Focus is the aspect.
func (a *Aspects) Set(in workspace.AspectEdit) (plan.Changes, error) {
	return run1(a.k, house.SetAspect, in)
}

// AddStep makes a step that comes out of an aspect. Focus is the step.
func (a *Aspects) AddStep(in workspace.AspectStep) (plan.Changes, error) {
	return run1(a.k, house.AddStepOf, in)
}

// AddItem makes an item out of what the client says of themselves. Focus is the
// item.
func (a *Aspects) AddItem(in workspace.AspectItem) (plan.Changes, error) {
	return run1(a.k, house.AddItemOf, in)
}

// Pick chooses items for a day; an empty one takes them off theirs.
func (a *Aspects) Pick(ids []string, day string) (plan.Changes, error) {
	return run2(a.k, house.PickFor, ids, day)
}

// Commit stamps what somebody commits themselves to.
func (a *Aspects) Commit(in workspace.Promise) (plan.Changes, error) {
	return run1(a.k, house.Commit, in)
}

// Decide ends a decision.
func (a *Aspects) Decide(in workspace.Decision) (plan.Changes, error) {
	return run1(a.k, house.Decide, in)
}

// Reopen begins a decision anew.
func (a *Aspects) Reopen(in workspace.Decision) (plan.Changes, error) {
	return run1(a.k, house.Reopen, in)
}

// CheckIn keeps what was seen when somebody looked how it goes, with all that
// becomes of it. Focus is the check-in.
func (a *Aspects) CheckIn(in workspace.NewCheckin) (plan.Changes, error) {
	return run1(a.k, house.CheckIn, in)
}

// Remove takes back what was said.
func (a *Aspects) Remove(id string) (plan.Changes, error) {
	return run1(a.k, house.RemoveAspect, id)
}

// Move puts an aspect behind another one of its kind; an empty id makes it the
// first.
func (a *Aspects) Move(id, afterID string) (plan.Changes, error) {
	return run2(a.k, house.MoveAspect, id, afterID)
}
