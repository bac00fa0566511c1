package workspace

import (
	"slices"
	"strings"
	"testing"

	"cairn/internal/plan"
)

// hung is a vision board for an item of the book, with notes on it that say one
// word each, and their ids by that.
func (b *bundle) hung(itemID, words string) (board string, ids map[string]string) {
	b.TB.Helper()
	board = b.ok(b.AddVisionBoard(b.ctx(), NewVisionBoard{PlanID: b.plan, ItemID: itemID})).Focus
	pieces := []plan.Piece{}
	for word := range strings.FieldsSeq(words) {
		pieces = append(pieces, plan.Piece{ID: word, Kind: plan.Note, W: 100, H: 50, Body: plan.Body{"words": word}})
	}
	ids = map[string]string{}
	for _, p := range b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: pieces})).Pieces {
		ids[p.Body["words"].(string)] = p.ID
	}
	return board, ids
}

// order is what the notes of a board say, from the back to the front.
func (b *bundle) order(board string) string {
	pieces := []plan.Piece{}
	for _, p := range b.mirror.hung {
		if p.BoardID == board {
			pieces = append(pieces, p)
		}
	}
	slices.SortFunc(pieces, func(a, b plan.Piece) int { return strings.Compare(a.Rank, b.Rank) })
	words := []string{}
	for _, p := range pieces {
		words = append(words, p.Body["words"].(string))
	}
	return strings.Join(words, " ")
}

func TestPiecesHaveAnOrder(t *testing.T) {
	b := newBundle(t)
	board, ids := b.hung("", "a b c d")
	for _, one := range []struct{ move, after, want string }{
		{"b", "d", "a c d b"},
		{"b", "", "b a c d"},
		{"a d", "b", "b a d c"},
	} {
		moved := []string{}
		for word := range strings.FieldsSeq(one.move) {
			moved = append(moved, ids[word])
		}
		b.ok(b.OrderPieces(b.ctx(), moved, ids[one.after]))
		if got := b.order(board); got != one.want {
			t.Errorf("%s behind %q: %s, not %s", one.move, one.after, got, one.want)
		}
	}
	b.same(b.OrderPieces(b.ctx(), []string{ids["a"], ids["d"]}, ids["b"]))
	b.refused(plan.NotFound, "error.piece_gone")(b.OrderPieces(b.ctx(), []string{ids["a"]}, "none"))
}

func TestPlacePiecesSaysMore(t *testing.T) {
	b := newBundle(t)
	board, ids := b.hung("", "a b")
	line := b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{
		{Kind: plan.Stroke, W: 100, H: 12, Body: plan.Body{"fromId": ids["a"], "form": "arrow"}},
	}})).Focus
	b.ok(b.PlacePieces(b.ctx(), PiecesPlaced{
		Places: []plan.PiecePlace{{ID: line, X: 40, Y: 50, W: 60, H: 12}},
		Body:   plan.Body{"fromId": nil, "toId": ids["b"]},
	}))
	p := b.mirror.hung[line]
	if p.X != 40 || p.Body["fromId"] != nil || p.Body["toId"] != ids["b"] || p.Body["form"] != "arrow" {
		t.Errorf("it is %+v", p)
	}
	b.ok(b.Undo(b.ctx()))
	if p = b.mirror.hung[line]; p.X != 0 || p.Body["fromId"] != ids["a"] || p.Body["toId"] != nil {
		t.Errorf("one step back it is %+v", p)
	}
	b.refused(plan.Invalid, "error.field_unknown")(b.PlacePieces(b.ctx(), PiecesPlaced{
		Places: []plan.PiecePlace{{ID: line, X: 9, Y: 9, W: 60, H: 12}}, Body: plan.Body{"cropX": 0.5},
	}))
	if b.mirror.hung[line].X != 0 {
		t.Error("what was refused moved it")
	}
}

func TestPiecesOfOneGroup(t *testing.T) {
	b := newBundle(t)
	board, ids := b.hung("", "a b c")
	b.ok(b.GroupPieces(b.ctx(), []string{ids["a"], ids["b"]}, true))
	group := b.mirror.hung[ids["a"]].GroupID
	if group == "" || b.mirror.hung[ids["b"]].GroupID != group || b.mirror.hung[ids["c"]].GroupID != "" {
		t.Fatalf("the groups are %+v", b.mirror.hung)
	}
	t.Run("what is hung a second time is a group of its own, and lines end on the second ones", func(*testing.T) {
		a, c := b.mirror.hung[ids["a"]], b.mirror.hung[ids["b"]]
		line := plan.Piece{Kind: plan.Stroke, W: 9, H: 1, Body: plan.Body{"fromId": a.ID, "toId": ids["c"]}}
		made := b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{a, c, line}})).Pieces
		if made[0].GroupID == group || made[0].GroupID == "" || made[1].GroupID != made[0].GroupID {
			t.Errorf("the groups are %q and %q beside %q", made[0].GroupID, made[1].GroupID, group)
		}
		if from, to := made[2].Body["fromId"], made[2].Body["toId"]; from != made[0].ID || to != ids["c"] {
			t.Errorf("the line leads from %v to %v", from, to)
		}
	})
	b.ok(b.RemovePieces(b.ctx(), []string{ids["c"]}))
	for _, p := range b.mirror.hung {
		if p.Kind == plan.Stroke {
			t.Error("the line is still there, and one of its ends is not")
		}
	}
}

func TestPiecesRefuse(t *testing.T) {
	b := newBundle(t)
	board, ids := b.hung("", "a")
	note := plan.Piece{Kind: plan.Note, W: 10, H: 10, Body: plan.Body{}}
	add := func(change func(*plan.Piece)) (plan.Changes, error) {
		p := note
		change(&p)
		return b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{note, p}})
	}
	refusals := map[string]func(*plan.Piece){
		"error.piece_unknown":  func(p *plan.Piece) { p.Kind = "hologram" },
		"error.piece_size":     func(p *plan.Piece) { p.W = 0 },
		"error.piece_far":      func(p *plan.Piece) { p.X = 1e9 },
		"error.field_unknown":  func(p *plan.Piece) { p.Body = plan.Body{"cropX": 0.5} },
		"error.colour_invalid": func(p *plan.Piece) { p.Body = plan.Body{"colour": "#12"} },
		"error.picture_gone":   func(p *plan.Piece) { p.Kind, p.Picture = plan.Picture, strings.Repeat("0", 64) },
		"error.item_gone":      func(p *plan.Piece) { p.ItemID = "none" },
		"error.aspect_gone":    func(p *plan.Piece) { p.ValueID = "none" },
	}
	for key, change := range refusals {
		code := plan.Invalid
		if strings.HasSuffix(key, "_gone") {
			code = plan.NotFound
		}
		b.refused(code, key)(add(change))
	}
	other, _ := b.hung("", "z")
	b.refused(plan.NotFound, "error.board_gone")(b.AddPieces(b.ctx(), NewPieces{BoardID: "none", Pieces: []plan.Piece{note}}))
	b.refused(plan.NotFound, "error.piece_gone")(b.LockPieces(b.ctx(), []string{ids["a"], "none"}, true))
	b.ok(b.RemoveVisionBoard(b.ctx(), other))
	if got := b.order(board); got != "a" {
		t.Errorf("what was refused left %q", got)
	}
}

func TestWakeUp(t *testing.T) {
	b := newBundle(t)
	goal := b.book()["Write"]
	board, _ := b.hung(goal, "a")
	card := b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{
		{Kind: plan.Wake, W: 10, H: 10, Body: plan.Body{}},
	}})).Focus
	said := Woken{
		PieceID: card, Barrier: "I am tired", Cue: "it is ten", Response: "I close the book", Step: "Set an alarm",
	}
	step := b.ok(b.WakeUp(b.ctx(), said)).Focus
	if got := b.item(step); got.Title != "Set an alarm" || got.ParentID != goal || got.Kind != plan.Step {
		t.Errorf("the first step is %+v", got)
	}
	body := b.mirror.hung[card].Body
	barrier, strategy := b.mirror.said[body["barrierId"].(string)], b.mirror.said[body["strategyId"].(string)]
	if barrier.Kind != plan.Barrier || barrier.ItemID != goal || barrier.Body["what"] != "I am tired" {
		t.Errorf("the barrier is %+v", barrier)
	}
	if strategy.Body["barrierId"] != barrier.ID || strategy.Body["stepId"] != step || strategy.Body["cue"] != "it is ten" {
		t.Errorf("the strategy is %+v", strategy)
	}
	b.ok(b.Undo(b.ctx()))
	if len(b.mirror.said) > 0 || b.mirror.hung[card].Body["stepId"] != nil {
		t.Errorf("after one undo there is %+v", b.mirror.said)
	}
	t.Run("what is said again is said anew, unless it was taken back", func(*testing.T) {
		b.ok(b.WakeUp(b.ctx(), Woken{PieceID: card, Barrier: "I am tired"}))
		b.ok(b.WakeUp(b.ctx(), Woken{PieceID: card, Barrier: "I am very tired"}))
		first := b.mirror.hung[card].Body["barrierId"].(string)
		if len(b.mirror.said) != 1 || b.mirror.said[first].Body["what"] != "I am very tired" {
			t.Errorf("said is %+v", b.mirror.said)
		}
		b.ok(b.RemoveAspect(b.ctx(), first))
		b.ok(b.WakeUp(b.ctx(), Woken{PieceID: card, Barrier: "I am awake"}))
		if again := b.mirror.hung[card].Body["barrierId"].(string); again == first || len(b.mirror.said) != 1 {
			t.Errorf("said is %+v", b.mirror.said)
		}
	})
	bare := b.ok(b.AddVisionBoard(b.ctx(), NewVisionBoard{PlanID: b.plan})).Focus
	lost := b.ok(b.AddPieces(b.ctx(), NewPieces{BoardID: bare, Pieces: []plan.Piece{
		{Kind: plan.Wake, W: 10, H: 10, Body: plan.Body{}},
	}})).Focus
	b.refused(plan.Conflict, "error.wake_untied")(b.WakeUp(b.ctx(), Woken{PieceID: lost, Step: "Set an alarm"}))
}
