package workspace

import (
	"cairn/db/query"
	"cairn/internal/plan"
)

// hung is where an item of a branch hangs, and as what. Priority is empty where
// it stays as it is.
type hung struct {
	ID       string    `json:"id"`
	PlanID   string    `json:"planId"`
	ParentID string    `json:"parentId"`
	Kind     plan.Kind `json:"kind"`
	Rank     string    `json:"rank"`
	Priority string    `json:"priority,omitempty"`
}

// hangBelow hangs whole branches at a spot, one after the other.
func (e *edit) hangBelow(l lineage, to spot, roots []string) error {
	ranks, err := e.ranks(to, len(roots))
	if err != nil {
		return err
	}
	if l.children(to, roots) {
		return e.place(reordered(l, to, roots, ranks))
	}
	below, err := e.q.ItemListDown(e.ctx, list(roots))
	if err != nil {
		return err
	}
	kinds, err := to.fit(l, roots, below)
	if err != nil {
		return err
	}
	places := moved(to, paired(roots, ranks), below, kinds)
	if err := e.comeLast(to.plan, newcomers(places)); err != nil {
		return err
	}
	return e.place(places)
}

func (e *edit) place(places []hung) error {
	return e.q.ItemPlaceMany(e.ctx, query.ItemPlaceManyParams{Now: e.now, Places: list(places)})
}

// reordered are the new places of items that keep their parent.
func reordered(l lineage, to spot, ids, ranks []string) []hung {
	places := make([]hung, len(ids))
	for i, id := range ids {
		places[i] = hung{ID: id, PlanID: to.plan, ParentID: to.parent, Kind: l.kind(id), Rank: ranks[i]}
	}
	return places
}

// moved are the new places of branches that get another parent: of their
// roots, which have a new rank, and of those below whose kind or plan changes
// with them.
func moved(to spot, rank map[string]string, below []query.ItemListDownRow, kinds map[string]plan.Kind) []hung {
	places := []hung{}
	for _, r := range below {
		h := hung{ID: r.ID, PlanID: to.plan, ParentID: r.ParentID.String, Kind: kinds[r.ID], Rank: r.Rank}
		if rank[r.ID] != "" {
			h.ParentID, h.Rank = to.parent, rank[r.ID]
		}
		if r.PlanID != to.plan {
			h.Priority = r.Priority
		}
		if rank[r.ID] != "" || r.PlanID != to.plan || string(h.Kind) != r.Kind {
			places = append(places, h)
		}
	}
	return places
}

// newcomers are the priorities of what comes from another plan.
func newcomers(places []hung) []*string {
	priorities := []*string{}
	for i := range places {
		if places[i].Priority != "" {
			priorities = append(priorities, &places[i].Priority)
		}
	}
	return priorities
}

// paired is the rank of each item.
func paired(ids, ranks []string) map[string]string {
	rank := map[string]string{}
	for i, id := range ids {
		rank[id] = ranks[i]
	}
	return rank
}

// fit is the kinds that whole branches take at a spot. It refuses what would
// stand too deep. below holds the roots and all below them, parents first.
func (s spot) fit(l lineage, roots []string, below []query.ItemListDownRow) (map[string]plan.Kind, error) {
	kinds, levels := map[string]plan.Kind{}, map[string]int{}
	for _, id := range roots {
		kinds[id] = plan.Follow(l.kind(id), l.kind(l[id].ParentID.String), s.kind)
		levels[id] = s.level
	}
	follow(below, kinds)
	return kinds, notTooDeep(levels, below)
}

// notTooDeep refuses branches that reach too deep, when their roots stand on
// these levels. below has parents first.
func notTooDeep(levels map[string]int, below []query.ItemListDownRow) error {
	for _, r := range below {
		if levels[r.ID] == 0 {
			levels[r.ID] = levels[r.ParentID.String] + 1
		}
		if err := plan.ValidDepth(levels[r.ID]); err != nil {
			return err
		}
	}
	return nil
}

// follow fills in the kinds of whole branches: what does not have a new kind
// yet follows its parent where that one's kind changes. rows has parents
// first.
func follow(rows []query.ItemListDownRow, kinds map[string]plan.Kind) {
	old := map[string]plan.Kind{}
	for _, r := range rows {
		kind, parent := plan.Kind(r.Kind), r.ParentID.String
		old[r.ID] = kind
		if _, set := kinds[r.ID]; set {
			continue
		}
		if old[parent] != kinds[parent] {
			kind = plan.Follow(kind, old[parent], kinds[parent])
		}
		kinds[r.ID] = kind
	}
}
