package workspace

import (
	"context"
	"slices"

	"cairn/db/query"
	"cairn/internal/plan"
)

// Move names items and the place where they go.
type Move struct {
	IDs   []string   `json:"ids"`
	Place plan.Place `json:"place"`
}

// MoveItems hangs items elsewhere with everything below them, in the order in
// which they stood in the document. An item that stands below another one of
// them moves with that one. Kinds follow the new level (plan.Follow). A place
// inside what moves is refused.
func (w *Workspace) MoveItems(ctx context.Context, in Move) (plan.Changes, error) {
	return w.transact(ctx, "move", "", func(e *edit) error { return e.moveItems(in) })
}

func (e *edit) moveItems(in Move) error {
	if len(in.IDs) == 0 {
		return nil
	}
	l, err := e.lineage(append(around(in.Place), in.IDs...)...)
	if err != nil {
		return err
	}
	roots := l.roots(in.IDs)
	e.did(l, roots)
	e.focus = roots[0]
	to, err := e.spotFor(l, in.Place, roots)
	if err != nil {
		return err
	}
	if stays, err := e.stays(l, to, roots); err != nil || stays {
		return err
	}
	return e.hangBelow(l, to, roots)
}

// spotFor finds a place for items that are there already: not inside them, and
// behind a sibling that stays.
func (e *edit) spotFor(l lineage, to plan.Place, roots []string) (spot, error) {
	for _, id := range l.path(to.ParentID) {
		if slices.Contains(roots, id) {
			return spot{}, plan.Refuse(plan.Invalid, "error.below_itself")
		}
	}
	s, err := e.spotIn(l, to)
	if err != nil || !slices.Contains(roots, s.after) {
		return s, err
	}
	s.after = ""
	s.rank, err = e.q.ItemRankBefore(e.ctx, query.ItemRankBeforeParams{
		PlanID: s.plan, ParentID: null(s.parent), Rank: s.rank, Ids: list(roots),
	})
	return s, err
}

// stays tells whether the items stand where they are to go.
func (e *edit) stays(l lineage, to spot, roots []string) (bool, error) {
	if !l.children(to, roots) {
		return false, nil
	}
	there, err := e.q.ItemListAfter(e.ctx, query.ItemListAfterParams{
		PlanID: to.plan, ParentID: null(to.parent), Rank: to.rank, Count: int64(len(roots)),
	})
	return slices.Equal(there, roots), err
}

// children tells whether items stand directly below the parent of a spot.
func (l lineage) children(to spot, ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool {
		return l[id].ParentID.String != to.parent || l[id].PlanID != to.plan
	})
}
