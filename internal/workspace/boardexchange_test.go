package workspace

import (
	"slices"
	"strings"
	"testing"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// told is what one sees of the pieces of a board, from the back to the front.
func (b *bundle) told(board string) []string {
	pieces := []plan.Piece{}
	for _, p := range b.mirror.hung {
		if p.BoardID == board {
			pieces = append(pieces, p)
		}
	}
	slices.SortFunc(pieces, func(a, b plan.Piece) int { return strings.Compare(a.Rank, b.Rank) })
	told := []string{}
	for _, p := range pieces {
		words, _ := p.Body["words"].(string)
		told = append(told, string(p.Kind)+" "+words+p.ItemID)
	}
	return told
}

func TestBoardLeavesAndComesBack(t *testing.T) {
	b := newBundle(t)
	goal := b.book()["Write"]
	board, ids := b.hung(goal, "a b")
	b.ok(b.GroupPieces(b.ctx(), []string{ids["a"], ids["b"]}, true))
	b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{
		{Kind: plan.Card, W: 10.5, H: 10, ItemID: goal, Body: plan.Body{}},
		{Kind: plan.Stroke, W: 9, H: 1, Body: plan.Body{"fromId": ids["a"], "toId": ids["b"]}},
	}}))
	card := b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{
		{Kind: plan.Wake, W: 10, H: 10, Body: plan.Body{"pieceId": ids["a"]}},
	}})).Focus
	b.ok(b.WakeUp(b.ctx(), Woken{PieceID: card, Barrier: "I am tired", Step: "Set an alarm"}))

	out, err := b.LeaveBoard(b.ctx(), board)
	if err != nil || out.Name != "Write" || out.Board.Says[card] != "I am tired\nSet an alarm" {
		t.Fatalf("it leaves as %+v, %v", out, err)
	}
	raw, _, err := interop.WriteBoard(out.Board)
	if err != nil {
		t.Fatal(err)
	}
	in, err := interop.ParseBoard(raw)
	if err != nil {
		t.Fatal(err)
	}
	second := b.ok(b.TakeBoard(b.ctx(), b.plan, TravellingBoard{Name: "file", Board: in})).Focus
	again, err := b.LeaveBoard(b.ctx(), second)
	if err != nil || again.Name != "Write" || again.Board.ItemID != goal {
		t.Errorf("it comes back as %+v, %v", again, err)
	}
	if first, second := b.told(board), b.told(second); !slices.Equal(first, second) || len(first) != 5 {
		t.Errorf("%q comes back as %q", first, second)
	}
	for _, p := range again.Board.Pieces {
		if _, old := b.mirror.hung[p.ID]; !old || p.GroupID != "" && p.GroupID == b.mirror.hung[ids["a"]].GroupID {
			t.Errorf("%+v is no second piece", p)
		}
		if p.Kind == plan.Stroke && p.Body["fromId"] == ids["a"] {
			t.Error("the line leads away from the first board")
		}
	}
	b.ok(b.Undo(b.ctx()))
	if len(b.told(second)) > 0 {
		t.Errorf("after one undo there is %v", b.told(second))
	}

	t.Run("what is not there any more is spoken of no more", func(t *testing.T) {
		b.ok(b.DeleteItems(b.ctx(), []string{goal}))
		third := b.ok(b.TakeBoard(b.ctx(), b.plan, TravellingBoard{Name: "file", Board: in})).Focus
		left, err := b.LeaveBoard(b.ctx(), third)
		if err != nil || left.Name != "file" || left.Board.ItemID != "" {
			t.Errorf("it comes back as %q, %v", left.Name, err)
		}
		want := []string{"note a", "note b", "note Write", "line ", "wake "}
		if got := b.told(third); !slices.Equal(got, want) {
			t.Errorf("it has %q", got)
		}
		if says := left.Board.Says[left.Board.Pieces[4].ID]; says != "" {
			t.Errorf("the card says %q", says)
		}
	})
	_, err = b.LeaveBoard(b.ctx(), "none")
	b.refused(plan.NotFound, "error.board_gone")(plan.Changes{}, err)
	b.refused(plan.NotFound, "error.plan_gone")(b.TakeBoard(b.ctx(), "none", TravellingBoard{Board: in}))
}
