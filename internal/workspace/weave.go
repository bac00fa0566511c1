package workspace

import (
	"context"

	"cairn/internal/plan"
)

// Wait says that one item waits for another one, and how many days lie between
// them. An empty id is the item that is woven.
type Wait struct {
	FromID string `json:"fromId"`
	ToID   string `json:"toId"`
	Lag    int    `json:"lag"`
}

// Weave puts an item into the flow of its plan: where it stands among its
// siblings, who waits for whom from now on, and which links are cut for it.
// With an empty ID a new item of Kind and Title is made; an item that is there
// stays where it is when the Place names no plan. Those in With go along, all of
// them in the order that they have. Waits may join others as well, where they
// followed each other only by their order and should go on to.
type Weave struct {
	ID    string     `json:"id"`
	With  []string   `json:"with"`
	Kind  plan.Kind  `json:"kind"`
	Title string     `json:"title"`
	Place plan.Place `json:"place"`
	Waits []Wait     `json:"waits"`
	Cut   []string   `json:"cut"`
}

// WeaveItem does all of a Weave as one step, or nothing: a circle of waiting, an
// item or a link that is gone refuse the whole. Links are cut before others are
// made; a wait that is there already stays. Focus is the item.
func (w *Workspace) WeaveItem(ctx context.Context, in Weave) (plan.Changes, error) {
	if in.ID == "" {
		in.ID = newID()
		return w.transact(ctx, "add", "", func(e *edit) error {
			return e.weave(in, e.addItem(in.ID, NewItem{Place: in.Place, Kind: in.Kind, Title: in.Title}))
		})
	}
	return w.transact(ctx, "weave", "", func(e *edit) error { return e.weave(in, e.restand(in.all(), in.Place)) })
}

// all are the woven item and those that go along.
func (in Weave) all() []string { return append([]string{in.ID}, in.With...) }

// restand moves items that are there; a place without a plan leaves them.
func (e *edit) restand(ids []string, to plan.Place) error {
	if to.PlanID == "" {
		return nil
	}
	return e.moveItems(Move{IDs: ids, Place: to})
}

// weave cuts and joins around an item once it has its place, which may have
// been refused.
func (e *edit) weave(in Weave, placed error) error {
	if placed != nil {
		return placed
	}
	for _, id := range in.Cut {
		if err := e.cut(id); err != nil {
			return err
		}
	}
	for _, wait := range in.Waits {
		if err := e.wait(wait.of(in.ID)); err != nil {
			return err
		}
	}
	l, err := e.lineage(in.all()...)
	if err != nil {
		return err
	}
	e.did(l, in.all())
	e.focus = in.ID
	return nil
}

// of is the wait with the woven item in the place of an empty id.
func (w Wait) of(id string) Wait {
	if w.FromID == "" {
		w.FromID = id
	}
	if w.ToID == "" {
		w.ToID = id
	}
	return w
}

// cut takes a link away by which one item waits for another.
func (e *edit) cut(id string) error {
	link, err := e.link(id)
	if err != nil {
		return err
	}
	if link.Kind != string(plan.After) {
		return plan.Refuse(plan.Invalid, "error.link_unknown", "kind", link.Kind)
	}
	return e.q.LinkDrop(e.ctx, id)
}

// wait lets one item wait for another one, unless it does.
func (e *edit) wait(w Wait) error {
	if _, err := e.lineage(w.FromID, w.ToID); err != nil {
		return err
	}
	if err := plan.ValidLag(w.Lag); err != nil {
		return err
	}
	if there, err := e.linked(w.FromID, w.ToID, plan.After); err != nil || there {
		return err
	}
	if err := e.mayLink(w.FromID, w.ToID, plan.After); err != nil {
		return err
	}
	return e.q.LinkAddMany(e.ctx, list([]plan.Link{{
		ID: newID(), FromID: w.FromID, ToID: w.ToID, Kind: plan.After, Weight: 1, Lag: w.Lag,
	}}))
}
