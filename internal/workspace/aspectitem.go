package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// AspectStep is a step that comes out of an aspect: what closes a gap, what a
// strategy does.
type AspectStep struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	First bool   `json:"first"` // before all that stands below the item already
}

// AddStepOf makes a step below the item of an aspect, which knows it from then
// on. Focus is the step.
func (w *Workspace) AddStepOf(ctx context.Context, in AspectStep) (plan.Changes, error) {
	return w.transact(ctx, "add", "", func(e *edit) error {
		known, err := e.aspect(in.ID)
		if err != nil {
			return err
		}
		to, err := e.below(known.ItemID, in.First)
		if err != nil {
			return err
		}
		id := newID()
		if err := e.setAspect(known, plan.Body{"stepId": id}); err != nil {
			return err
		}
		return e.addItem(id, NewItem{Place: to, Kind: plan.Step, Title: in.Title})
	})
}

// AspectItem is a vision or a goal that comes out of what the client says of
// themselves: of such a kind, at a place.
type AspectItem struct {
	ID    string     `json:"id"`
	Place plan.Place `json:"place"`
	Kind  plan.Kind  `json:"kind"`
}

// AddItemOf makes an item out of what the client says of themselves, in the words
// of that, which knows it from then on. Focus is the item.
func (w *Workspace) AddItemOf(ctx context.Context, in AspectItem) (plan.Changes, error) {
	return w.transact(ctx, "add", "", func(e *edit) error {
		known, err := e.aspect(in.ID)
		if err != nil {
			return err
		}
		id := newID()
		if err := e.setAspect(known, plan.Body{"madeId": id}); err != nil {
			return err
		}
		words, _ := known.Body["words"].(string)
		return e.addItem(id, NewItem{Place: in.Place, Kind: in.Kind, Title: words})
	})
}

// below is the place before or behind all that stands below an item.
func (e *edit) below(id string, first bool) (plan.Place, error) {
	to := plan.Place{ParentID: id}
	if first {
		return to, nil
	}
	l, err := e.lineage(id)
	if err != nil {
		return to, err
	}
	to.AfterID, err = e.q.ItemLastLiving(e.ctx, query.ItemLastLivingParams{PlanID: l[id].PlanID, ParentID: null(id)})
	return to, err
}
