package workspace

import (
	"context"

	"cairn/db/query"
	"cairn/internal/plan"
)

// RestoreItems takes items out of the trash: to a place, or, with an empty
// Place, to where they were. If that is not there any more, an item goes to
// the end of what is left nearest above it. What is not in the trash is left
// alone; what has been there for longer than thirty days is gone.
func (w *Workspace) RestoreItems(ctx context.Context, in Move) (plan.Changes, error) {
	return w.transact(ctx, "restore", "", func(e *edit) error { return e.restoreItems(in) })
}

func (e *edit) restoreItems(in Move) error {
	l, err := e.ancestry(append(around(in.Place), in.IDs...))
	if err != nil {
		return err
	}
	ids, err := e.lift(l, in.IDs)
	if err != nil || len(ids) == 0 {
		return err
	}
	roots := l.roots(ids)
	e.did(l, ids)
	e.focus = roots[0]
	if in.Place != (plan.Place{}) {
		return e.restoreTo(l, in.Place, roots)
	}
	return e.restoreHome(l, roots)
}

// lift takes out of the trash what lies in it, here and in the lineage, and
// tells which that was.
func (e *edit) lift(l lineage, ids []string) ([]string, error) {
	lifted := []string{}
	for _, id := range ids {
		r, ok := l[id]
		switch {
		case ok && r.TrashedAt.Valid && r.TrashedAt.String > e.oldest():
			lifted = append(lifted, id)
		case !l.alive(id):
			return nil, gone("error.item_gone")
		}
	}
	for _, id := range lifted {
		r := l[id]
		r.TrashedAt = null("")
		l[id] = r
	}
	return lifted, e.q.ItemRestore(e.ctx, query.ItemRestoreParams{Now: e.now, Ids: list(lifted)})
}

func (e *edit) restoreTo(l lineage, place plan.Place, roots []string) error {
	for _, id := range around(place) {
		if !l.alive(id) {
			return gone("error.item_gone")
		}
	}
	to, err := e.spotFor(l, place, roots)
	if err != nil {
		return err
	}
	return e.hangBelow(l, to, roots)
}

// restoreHome leaves items where they are, unless what they stand below is in
// the trash: then they go to the end of the nearest living item above, or of
// the plan.
func (e *edit) restoreHome(l lineage, roots []string) error {
	orphans := map[plan.Place][]string{}
	for _, id := range roots {
		home := l[id].ParentID.String
		if home == "" || l.alive(home) {
			continue
		}
		for home != "" && !l.alive(home) {
			home = l[home].ParentID.String
		}
		place := plan.Place{PlanID: l[id].PlanID, ParentID: home}
		orphans[place] = append(orphans[place], id)
	}
	for place, ids := range orphans {
		to, err := e.spotAtEnd(l, place)
		if err != nil {
			return err
		}
		if err := e.hangBelow(l, to, ids); err != nil {
			return err
		}
	}
	return nil
}

// spotAtEnd is the spot behind all siblings.
func (e *edit) spotAtEnd(l lineage, place plan.Place) (spot, error) {
	s, err := e.spotIn(l, place)
	if err != nil {
		return s, err
	}
	s.rank, err = e.q.ItemRankLast(e.ctx, query.ItemRankLastParams{PlanID: s.plan, ParentID: null(s.parent)})
	return s, err
}
