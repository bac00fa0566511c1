package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// SetKind makes items into another kind where it fits; the kinds below them
// follow (plan.Follow).
func (w *Workspace) SetKind(ctx context.Context, ids []string, kind plan.Kind) (plan.Changes, error) {
	return w.set(ctx, "kind", ids, plan.ValidKind(kind), func(e *edit) error { return e.setKind(ids, kind) })
}

func (e *edit) setKind(ids []string, kind plan.Kind) error {
	l, err := e.lineage(ids...)
	if err != nil {
		return err
	}
	below, err := e.q.ItemListDown(e.ctx, list(ids))
	if err != nil {
		return err
	}
	kinds := map[string]plan.Kind{}
	for _, id := range ids {
		kinds[id] = kind
	}
	follow(below, kinds)
	if err := fitting(l, ids, kinds); err != nil {
		return err
	}
	e.kind = kind
	return e.place(rekinded(below, kinds))
}

// fitting refuses kinds that do not fit below what their items stand below.
func fitting(l lineage, ids []string, kinds map[string]plan.Kind) error {
	for _, id := range ids {
		above := l[id].ParentID.String
		parent, changed := kinds[above]
		if !changed {
			parent = l.kind(above)
		}
		if err := plan.KindFits(kinds[id], parent); err != nil {
			return err
		}
	}
	return nil
}

// rekinded are the items whose kind changes, where they are.
func rekinded(rows []query.ItemListDownRow, kinds map[string]plan.Kind) []hung {
	places := []hung{}
	for _, r := range rows {
		if kind := kinds[r.ID]; string(kind) != r.Kind {
			places = append(places, hung{
				ID: r.ID, PlanID: r.PlanID, ParentID: r.ParentID.String, Kind: kind, Rank: r.Rank,
			})
		}
	}
	return places
}

// RaiseItem makes an item a kind that stands higher: a goal, a milestone. Where
// such a one may not stand, the item goes up until it may, right behind what it
// stood below. What stands below comes along.
func (w *Workspace) RaiseItem(ctx context.Context, id string, kind plan.Kind) (plan.Changes, error) {
	return w.set(ctx, "kind", []string{id}, plan.ValidKind(kind), func(e *edit) error {
		if err := e.moveUp(id, kind); err != nil {
			return err
		}
		return e.setKind([]string{id}, kind)
	})
}

// moveUp hangs an item where a kind may stand, if it may not where it is.
func (e *edit) moveUp(id string, kind plan.Kind) error {
	l, err := e.lineage(id)
	if err != nil {
		return err
	}
	to := plan.Place{PlanID: l[id].PlanID, ParentID: l[id].ParentID.String}
	for plan.KindFits(kind, l.kind(to.ParentID)) != nil {
		to.AfterID, to.ParentID = to.ParentID, l[to.ParentID].ParentID.String
	}
	if to.AfterID == "" {
		return nil
	}
	return e.moveItems(Move{IDs: []string{id}, Place: to})
}
