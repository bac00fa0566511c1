package workspace

import (
	"testing"

	"cairn/internal/plan"
)

// named fails unless the step that an edit made is called so.
func (b *bundle) named(op, kind string) func(plan.Changes, error) plan.Changes {
	return func(c plan.Changes, err error) plan.Changes {
		b.TB.Helper()
		b.ok(c, err)
		if c.Undo.Op != op || string(c.Undo.Kind) != kind {
			b.TB.Errorf("the step is called %+v, not %s of %s", c.Undo, op, kind)
		}
		return c
	}
}

func TestStepsSayWhatIsSaid(t *testing.T) {
	b := newBundle(t)
	goal := b.book()["Write"]
	noise := AspectEdit{ItemID: goal, Kind: plan.Barrier, Body: plan.Body{"what": "Noise"}}
	noise.ID = b.named("aspect_add", "barrier")(b.SetAspect(b.ctx(), noise)).Focus
	noise.Body = plan.Body{"what": "Noise next door"}
	b.named("aspect_set", "barrier")(b.SetAspect(b.ctx(), noise))
	other := b.say(goal, plan.Barrier, plan.Body{"what": "Sleep"})
	b.named("aspect_move", "barrier")(b.MoveAspect(b.ctx(), other, ""))
	b.named("aspect_remove", "barrier")(b.RemoveAspect(b.ctx(), noise.ID))
	aim := AspectEdit{ItemID: goal, Kind: plan.Aim, Body: plan.Body{"statement": "A book that I would sign"}}
	b.named("aspect_set", "aim")(b.SetAspect(b.ctx(), aim))
	name := AspectEdit{Kind: plan.Value, Body: plan.Body{"name": "Calm"}}
	b.named("aspect_add", "value")(b.SetAspect(b.ctx(), name))
}

func TestStepsSayWhatIsDoneToPieces(t *testing.T) {
	b := newBundle(t)
	goal := b.book()["Write"]
	board, ids := b.hung("", "a b")
	a, both := []string{ids["a"]}, []string{ids["a"], ids["b"]}
	says := func(body plan.Body) PiecesEdit { return PiecesEdit{IDs: a, Body: body} }
	b.named("piece_write", "note")(b.SetPieces(b.ctx(), says(plan.Body{"words": "a house"})))
	b.named("piece_colour", "note")(b.SetPieces(b.ctx(), says(plan.Body{"colour": "sea"})))
	b.named("piece_set", "note")(b.SetPieces(b.ctx(), says(plan.Body{"size": "l"})))
	b.named("piece_tie", "note")(b.TiePieces(b.ctx(), PiecesTied{IDs: a, ItemID: goal}))
	b.named("piece_untie", "note")(b.TiePieces(b.ctx(), PiecesTied{IDs: a}))
	b.named("piece_group", "note")(b.GroupPieces(b.ctx(), both, true))
	b.named("piece_ungroup", "note")(b.GroupPieces(b.ctx(), both, false))
	b.named("piece_lock", "note")(b.LockPieces(b.ctx(), a, true))
	b.named("piece_unlock", "note")(b.LockPieces(b.ctx(), a, false))
	place := []plan.PiecePlace{{ID: ids["a"], X: 40, Y: 50, W: 60, H: 12}}
	b.named("piece_place", "note")(b.PlacePieces(b.ctx(), PiecesPlaced{Places: place}))
	line := plan.Piece{Kind: plan.Stroke, W: 100, H: 12}
	id := b.named("piece_add", "line")(b.AddPieces(b.ctx(), NewPieces{BoardID: board, Pieces: []plan.Piece{line}})).Focus
	place = []plan.PiecePlace{{ID: id, X: 40, Y: 50, W: 60, H: 12}}
	b.named("piece_end", "line")(b.PlacePieces(b.ctx(), PiecesPlaced{Places: place, Body: plan.Body{"toId": ids["a"]}}))
	b.named("piece_remove", "")(b.RemovePieces(b.ctx(), append(a, id)))
}
