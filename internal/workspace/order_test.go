package workspace

import (
	"strings"
	"testing"

	"cairn/internal/plan"
)

// What is put between the same two neighbours again and again has a short rank,
// and stands where it was put.
func TestRanksStayShort(t *testing.T) {
	const times = 500
	ordered := func(t *testing.T, what string, ranks map[string]string, first, one, other, last string) {
		t.Helper()
		for _, rank := range ranks {
			if len(rank) > plan.MaxRank {
				t.Fatalf("%s has a rank of %d characters", what, len(rank))
			}
		}
		if ranks[first] >= ranks[one] || ranks[one] >= ranks[other] || ranks[other] >= ranks[last] {
			t.Errorf("%s stands as %v", what, ranks)
		}
	}
	t.Run("of vision boards", func(t *testing.T) {
		b := newBundle(t)
		ids := []string{}
		for range 4 {
			ids = append(ids, b.ok(b.AddVisionBoard(b.ctx(), NewVisionBoard{PlanID: b.plan})).Focus)
		}
		for i := range times {
			b.ok(b.MoveVisionBoard(b.ctx(), ids[1+i%2], ids[0]))
		}
		ranks := map[string]string{}
		for id, board := range b.mirror.walls {
			ranks[id] = board.Rank
		}
		ordered(t, "a board", ranks, ids[0], ids[2], ids[1], ids[3])
		b.ok(b.Undo(b.ctx()))
		if b.mirror.walls[ids[1]].Rank >= b.mirror.walls[ids[2]].Rank {
			t.Error("one step back it is still in front of the other")
		}
	})
	t.Run("of pieces", func(t *testing.T) {
		b := newBundle(t)
		board, ids := b.hung("", "back one other front")
		for i := range times {
			b.ok(b.OrderPieces(b.ctx(), []string{ids[[]string{"one", "other"}[i%2]]}, ids["back"]))
		}
		if got := b.order(board); got != "back other one front" {
			t.Error(got)
		}
		for range 50 { // each in front of all
			b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{
				{Kind: plan.Note, W: 100, H: 50, Body: plan.Body{"words": "more"}},
			}}))
		}
		if got := b.order(board); got != "back other one front"+strings.Repeat(" more", 50) {
			t.Error(got)
		}
		for _, p := range b.mirror.hung {
			if len(p.Rank) > plan.MaxRank || p.Body["words"] == "more" && len(p.Rank) > 5 {
				t.Fatalf("%s has a rank of %d characters", p.Body["words"], len(p.Rank))
			}
		}
	})
	t.Run("of aspects", func(t *testing.T) {
		b := newBundle(t)
		ids := []string{}
		for _, name := range []string{"Calm", "Play", "Order", "Truth"} {
			ids = append(ids, b.say("", plan.Value, plan.Body{"name": name}))
		}
		for i := range times {
			b.ok(b.MoveAspect(b.ctx(), ids[1+i%2], ids[0]))
		}
		ranks := map[string]string{}
		for id, said := range b.mirror.said {
			ranks[id] = said.Rank
		}
		ordered(t, "a value", ranks, ids[0], ids[2], ids[1], ids[3])
	})
}
