package workspace

import (
	"cairn/db/query"
	"cairn/internal/plan"
)

// hung is where an item of a branch hangs, and as what.
type hung struct {
	ID       string    `json:"id"`
	PlanID   string    `json:"planId"`
	ParentID string    `json:"parentId"`
	Kind     plan.Kind `json:"kind"`
	Rank     string    `json:"rank"`
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
	places, err := moved(l, to, roots, ranks, below)
	if err != nil {
		return err
	}
	return e.place(places)
}

func (e *edit) place(places []hung) error {
	return e.q.ItemPlaceMany(e.ctx, query.ItemPlaceManyParams{Now: e.now, Places: list(places)})
}

// reordered is the new places of items that keep their parent.
func reordered(l lineage, to spot, ids, ranks []string) []hung {
	places := make([]hung, len(ids))
	for i, id := range ids {
		places[i] = hung{ID: id, PlanID: to.plan, ParentID: to.parent, Kind: l.kind(id), Rank: ranks[i]}
	}
	return places
}

// moved is the new places of branches that get another parent: their roots,
// and those below whose kind or plan changes with them. below holds the roots
// and all below them, parents first.
func moved(l lineage, to spot, roots, ranks []string, below []query.ItemListDownRow) ([]hung, error) {
	rank := map[string]string{}
	kinds := map[string]plan.Kind{}
	for i, id := range roots {
		rank[id] = ranks[i]
		kinds[id] = plan.Follow(l.kind(id), l.kind(l[id].ParentID.String), to.kind)
	}
	follow(below, kinds)
	levels := map[string]int{}
	places := []hung{}
	for _, r := range below {
		h := hung{ID: r.ID, PlanID: to.plan, ParentID: r.ParentID.String, Kind: kinds[r.ID], Rank: r.Rank}
		levels[r.ID] = levels[h.ParentID] + 1
		if rank[r.ID] != "" {
			h.ParentID, h.Rank, levels[r.ID] = to.parent, rank[r.ID], to.level
		}
		if err := plan.ValidDepth(levels[r.ID]); err != nil {
			return nil, err
		}
		if rank[r.ID] != "" || r.PlanID != to.plan || string(h.Kind) != r.Kind {
			places = append(places, h)
		}
	}
	return places, nil
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
		if was := old[parent]; was != kinds[parent] {
			kind = plan.Follow(kind, was, kinds[parent])
		}
		kinds[r.ID] = kind
	}
}
