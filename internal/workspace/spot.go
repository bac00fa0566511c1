package workspace

import (
	"slices"

	"cairn/db/query"
	"cairn/internal/plan"
)

// spot is a place that was found: below an item of a kind, or at the top (an
// empty parent), on a level, right after the sibling of a rank.
type spot struct {
	plan, parent string
	kind         plan.Kind // of the parent
	level        int       // of what goes there
	after        string    // the sibling before; "" = first
	rank         string    // of that sibling
	beside       plan.Kind // of that sibling; "" = none
}

// spot finds a place for a new item.
func (e *edit) spot(to plan.Place) (spot, error) {
	l, err := e.lineage(around(to)...)
	if err != nil {
		return spot{}, err
	}
	return e.spotIn(l, to)
}

// around is the items that a place names.
func around(to plan.Place) []string {
	ids := []string{}
	for _, id := range []string{to.ParentID, to.AfterID} {
		if id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// spotIn finds a place whose parent and sibling were looked up. The plan of a
// parent counts more than the plan that was named.
func (e *edit) spotIn(l lineage, to plan.Place) (spot, error) {
	s := spot{plan: to.PlanID, parent: to.ParentID, kind: l.kind(to.ParentID), level: l.level(to.ParentID) + 1}
	if s.parent != "" {
		s.plan = l[s.parent].PlanID
	} else if err := e.planIsHere(s.plan); err != nil {
		return s, err
	}
	if before, ok := l[to.AfterID]; ok {
		s.after, s.rank, s.beside = before.ID, before.Rank, plan.Kind(before.Kind)
		if before.ParentID.String != s.parent || before.PlanID != s.plan {
			return s, gone("error.item_gone")
		}
	}
	return s, plan.ValidDepth(s.level)
}

// take is the kind that an item has here: the one asked for, if it fits, or
// the one of the level.
func (s spot) take(kind plan.Kind) (plan.Kind, error) {
	if kind == "" {
		return plan.KindBelow(s.kind), nil
	}
	if err := plan.ValidKind(kind); err != nil {
		return "", err
	}
	return kind, plan.KindFits(kind, s.kind)
}

// ranks are n ranks in a row for a spot. When they get too long, all siblings
// are spread anew first.
func (e *edit) ranks(s spot, n int) ([]string, error) {
	ranks, err := e.ranksBehind(s, n)
	if err != nil || !slices.ContainsFunc(ranks, tooLong) {
		return ranks, err
	}
	if s.rank, err = e.spread(s); err != nil {
		return nil, err
	}
	return e.ranksBehind(s, n)
}

func tooLong(rank string) bool { return len(rank) > plan.MaxRank }

// ranksBehind leaves room on all sides; siblings in the trash keep their
// places too, so that they can come back to them.
func (e *edit) ranksBehind(s spot, n int) ([]string, error) {
	next, err := e.q.ItemRankAfter(e.ctx, query.ItemRankAfterParams{
		PlanID: s.plan, ParentID: null(s.parent), Rank: s.rank,
	})
	return rankRow(s.rank, next, n), err
}

// rankRow is n ranks in a row between two. At an open end it counts on, which
// stays shorter than spreading.
func rankRow(rank, next string, n int) []string {
	if next != "" && n > 1 {
		return plan.RanksBetween(rank, next, n)
	}
	ranks := make([]string, n)
	for i := range ranks {
		rank = plan.RankBetween(rank, next)
		ranks[i] = rank
	}
	return ranks
}

// ranked is a new rank of an item.
type ranked struct {
	ID   string `json:"id"`
	Rank string `json:"rank"`
}

// spread gives all siblings of a spot new ranks, short and even, and tells the
// one of the sibling before the spot.
func (e *edit) spread(s spot) (string, error) {
	ids, err := e.q.ItemListSiblings(e.ctx, query.ItemListSiblingsParams{PlanID: s.plan, ParentID: null(s.parent)})
	if err != nil {
		return "", err
	}
	ranks := plan.RanksBetween("", "", len(ids))
	rows, rank := make([]ranked, len(ids)), ""
	for i, id := range ids {
		rows[i] = ranked{ID: id, Rank: ranks[i]}
		if id == s.after {
			rank = ranks[i]
		}
	}
	return rank, e.q.ItemRankMany(e.ctx, list(rows))
}
