package workspace

import (
	"context"
	"maps"

	"cairn/internal/plan"
)

// Woken is what a wake-up card was answered. Every answer may be empty: what is
// said becomes real, the rest can be said another day.
type Woken struct {
	PieceID  string `json:"pieceId"`
	Barrier  string `json:"barrier"`
	Cue      string `json:"cue"`
	Response string `json:"response"`
	Step     string `json:"step"`
}

// WakeUp makes of the answers to a wake-up card a barrier, what is done about it
// and a first step, all at what the card stands for, or its board, as one step.
// Focus is the first step, if there is one.
func (w *Workspace) WakeUp(ctx context.Context, in Woken) (plan.Changes, error) {
	return w.transact(ctx, "wake", "", func(e *edit) error {
		return e.onPieces([]string{in.PieceID}, func(pieces []plan.Piece) error {
			e.count = 1
			return e.wakeUp(pieces[0], in)
		})
	})
}

func (e *edit) wakeUp(card plan.Piece, in Woken) error {
	itemID, err := e.wakesFor(card)
	if err != nil {
		return err
	}
	step, known := "", plan.Body{}
	if in.Barrier != "" {
		barrier := plan.Body{"what": in.Barrier, "where": "inner"}
		if known["barrierId"], err = e.sayFor(card, "barrierId", plan.Barrier, itemID, barrier); err != nil {
			return err
		}
	}
	if in.Step != "" {
		step = newID()
		known["stepId"] = step
		first := NewItem{Place: plan.Place{ParentID: itemID}, Kind: plan.Step, Title: in.Step}
		if err := e.addItem(step, first); err != nil {
			return err
		}
	}
	if in.Response != "" {
		strategy := plan.Body{"cue": in.Cue, "response": in.Response}
		maps.Copy(strategy, known)
		if known["strategyId"], err = e.sayFor(card, "strategyId", plan.Strategy, itemID, strategy); err != nil {
			return err
		}
	}
	e.focus = step
	return e.setPiece(card, known)
}

// sayFor says what a wake-up card was answered, anew where it knows that already,
// and tells which aspect that is.
func (e *edit) sayFor(card plan.Piece, field string, kind plan.AspectKind, itemID string, body plan.Body) (string, error) {
	id, _ := card.Body[field].(string)
	if _, err := e.aspect(id); plan.CodeOf(err) == plan.NotFound {
		id = "" // it was taken back since
	}
	err := e.say(AspectEdit{ID: id, ItemID: itemID, Kind: kind, Body: body})
	return e.focus, err
}

// wakesFor is the item that a wake-up card stands for, or else its picture, or
// its board.
func (e *edit) wakesFor(card plan.Piece) (string, error) {
	if card.ItemID != "" {
		return card.ItemID, nil
	}
	if id, _ := card.Body["pieceId"].(string); id != "" {
		of, err := e.pieces([]string{id})
		if err != nil {
			return "", err
		}
		if len(of) == 1 && of[0].ItemID != "" {
			return of[0].ItemID, nil
		}
	}
	b, err := e.visionBoard(card.BoardID)
	if err == nil && !b.ItemID.Valid {
		err = plan.Refuse(plan.Conflict, "error.wake_untied")
	}
	return b.ItemID.String, err
}
