package workspace

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NewPieces are pieces to be hung on a vision board, in front of all others, the
// first of them furthest back. Their ids, boards and ranks are made here, and so
// are their groups: those of one GroupID are one new group.
type NewPieces struct {
	BoardID string       `json:"boardId"`
	Pieces  []plan.Piece `json:"pieces"`
}

// PiecesEdit says the same things anew of some pieces, as AspectEdit does.
type PiecesEdit struct {
	IDs  []string  `json:"ids"`
	Body plan.Body `json:"body"`
	Edit string    `json:"edit"`
}

// PiecesPlaced says where pieces lie from now on, and what else is said anew of
// them with it, as a crop or the ends of a line are. What comes under one Edit is
// one undo step, as the strokes of one key are.
type PiecesPlaced struct {
	Places []plan.PiecePlace `json:"places"`
	Body   plan.Body         `json:"body"`
	Edit   string            `json:"edit"`
}

// PiecesTied says what pieces stand for: an item, a value, both, or nothing.
type PiecesTied struct {
	IDs     []string `json:"ids"`
	ItemID  string   `json:"itemId"`
	ValueID string   `json:"valueId"`
}

// AddPieces hangs pieces on a vision board, as one step. Focus is the first.
func (w *Workspace) AddPieces(ctx context.Context, in NewPieces) (plan.Changes, error) {
	return w.transact(ctx, "piece_add", "", func(e *edit) error { return e.addPieces(in) })
}

func (e *edit) addPieces(in NewPieces) error {
	if len(in.Pieces) == 0 {
		return nil
	}
	if _, err := e.visionBoard(in.BoardID); err != nil {
		return err
	}
	known, err := e.q.PieceListRanks(e.ctx, in.BoardID)
	if err != nil {
		return err
	}
	if err := plan.ValidPieces(len(known) + len(in.Pieces)); err != nil {
		return err
	}
	last := ""
	if n := len(known); n > 0 {
		last = known[n-1].Rank
	}
	made, err := e.newPieces(in, rankRow(last, "", len(in.Pieces)))
	if err != nil {
		return err
	}
	e.focus, e.count = made[0].ID, len(made)
	e.doneTo(oneKindOf(made))
	return e.q.PieceAddMany(e.ctx, list(made))
}

// newPieces are clean pieces with ids, groups and ranks of their own. What they
// speak of by the ids that they came with is what was made of those.
func (e *edit) newPieces(in NewPieces, ranks []string) ([]plan.Piece, error) {
	second := map[string]string{"": ""}
	for _, p := range in.Pieces {
		for _, id := range []string{p.ID, p.GroupID} {
			if second[id] == "" && id != "" {
				second[id] = newID()
			}
		}
	}
	made := make([]plan.Piece, len(in.Pieces))
	for i, p := range in.Pieces {
		p, err := e.newPiece(p)
		if err != nil {
			return nil, err
		}
		p.BoardID, p.Rank = in.BoardID, ranks[i]
		made[i] = secondOf(p, second)
	}
	return made, nil
}

// newPiece is a clean piece that stands for what is there.
func (e *edit) newPiece(p plan.Piece) (plan.Piece, error) {
	p, err := plan.CleanPiece(p)
	if err != nil {
		return p, err
	}
	if err := e.mayStandFor(p.ItemID, p.ValueID); err != nil {
		return p, err
	}
	return p, e.pictureIsHere(p.Picture)
}

// secondOf is a piece under its second id, with all that it speaks of under theirs.
func secondOf(p plan.Piece, second map[string]string) plan.Piece {
	if p.ID = second[p.ID]; p.ID == "" {
		p.ID = newID()
	}
	p.GroupID = second[p.GroupID]
	for name, value := range p.Body {
		if id, is := value.(string); is && strings.HasSuffix(name, "Id") && second[id] != "" {
			p.Body[name] = second[id]
		}
	}
	return p
}

// mayStandFor refuses what is not there to be stood for.
func (e *edit) mayStandFor(itemID, valueID string) error {
	if itemID != "" {
		if err := e.onOne(itemID); err != nil {
			return err
		}
		e.kind = ""
	}
	if valueID == "" {
		return nil
	}
	value, err := e.aspect(valueID)
	if err == nil && value.Kind != plan.Value {
		err = gone("error.aspect_gone")
	}
	return err
}

// pictureIsHere refuses a picture that the open client does not have.
func (e *edit) pictureIsHere(hash string) error {
	if hash == "" {
		return nil
	}
	found, err := e.q.PictureExists(e.ctx, query.PictureExistsParams{ClientID: e.client, Hash: hash})
	if err == nil && found == 0 {
		err = gone("error.picture_gone")
	}
	return err
}

// PlacePieces moves, sizes and turns pieces, as one step.
func (w *Workspace) PlacePieces(ctx context.Context, in PiecesPlaced) (plan.Changes, error) {
	ids, places := make([]string, len(in.Places)), make([]plan.PiecePlace, len(in.Places))
	var invalid error
	for i, place := range in.Places {
		ids[i] = place.ID
		if places[i], invalid = plan.CleanPlace(place); invalid != nil {
			break
		}
	}
	merge := visit(in.Edit, strings.Join(ids, " "), "place")
	return w.transact(ctx, placingOp(in.Body), merge, func(e *edit) error {
		if invalid != nil {
			return invalid
		}
		return e.onPieces(ids, func(pieces []plan.Piece) error {
			if err := e.sayOfPieces(pieces, in.Body); err != nil {
				return err
			}
			return e.q.PiecePlaceMany(e.ctx, list(places))
		})
	})
}

// SetPieces says something anew of pieces that are of one kind.
func (w *Workspace) SetPieces(ctx context.Context, in PiecesEdit) (plan.Changes, error) {
	merge := visit(in.Edit, strings.Join(in.IDs, " "), "body")
	return w.transact(ctx, settingOp(in.Body), merge, func(e *edit) error {
		return e.onPieces(in.IDs, func(pieces []plan.Piece) error { return e.sayOfPieces(pieces, in.Body) })
	})
}

// settingOp is what an edit of what pieces say is called: all of it is words, or
// colours, or when a card asks again; else it is how they look.
func settingOp(body plan.Body) string {
	for op, fields := range map[string][]string{
		"piece_write":  {"words", "by", "caption", "alt", "name"},
		"piece_colour": {"colour", "fill", "edge", "colours"},
		"piece_later":  {"later"},
	} {
		if saysOnly(body, fields) {
			return op
		}
	}
	return "piece_set"
}

// placingOp is what an edit of where pieces lie is called, by what else it says.
func placingOp(body plan.Body) string {
	switch {
	case len(body) == 0:
		return "piece_place"
	case saysOnly(body, []string{"fromId", "toId"}):
		return "piece_end"
	default:
		return "piece_crop"
	}
}

func saysOnly(body plan.Body, fields []string) bool {
	for name := range body {
		if !slices.Contains(fields, name) {
			return false
		}
	}
	return len(body) > 0
}

func (e *edit) sayOfPieces(pieces []plan.Piece, over plan.Body) error {
	if len(over) == 0 {
		return nil
	}
	for _, p := range pieces {
		if err := e.setPiece(p, over); err != nil {
			return err
		}
	}
	return nil
}

func (e *edit) setPiece(p plan.Piece, over plan.Body) error {
	body, err := plan.MergePiece(p.Kind, p.Body, over)
	if err != nil {
		return err
	}
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return e.q.PieceSetBody(e.ctx, query.PieceSetBodyParams{Body: string(text), ID: p.ID})
}

// TiePieces says what pieces stand for.
func (w *Workspace) TiePieces(ctx context.Context, in PiecesTied) (plan.Changes, error) {
	op := "piece_tie"
	if in.ItemID+in.ValueID == "" {
		op = "piece_untie"
	}
	return w.transact(ctx, op, "", func(e *edit) error {
		if err := e.mayStandFor(in.ItemID, in.ValueID); err != nil {
			return err
		}
		return e.onPieces(in.IDs, func([]plan.Piece) error {
			return e.q.PieceTie(e.ctx, query.PieceTieParams{
				ItemID: null(in.ItemID), ValueID: null(in.ValueID), Ids: list(in.IDs),
			})
		})
	})
}

// GroupPieces makes some pieces one group, or parts them.
func (w *Workspace) GroupPieces(ctx context.Context, ids []string, together bool) (plan.Changes, error) {
	op := "piece_ungroup"
	if together {
		op = "piece_group"
	}
	return w.transact(ctx, op, "", func(e *edit) error {
		return e.onPieces(ids, func([]plan.Piece) error {
			group := ""
			if together {
				group = newID()
			}
			return e.q.PieceSetGroup(e.ctx, query.PieceSetGroupParams{GroupID: group, Ids: list(ids)})
		})
	})
}

// LockPieces holds pieces where they are, or lets them move again.
func (w *Workspace) LockPieces(ctx context.Context, ids []string, locked bool) (plan.Changes, error) {
	op := "piece_unlock"
	if locked {
		op = "piece_lock"
	}
	return w.transact(ctx, op, "", func(e *edit) error {
		return e.onPieces(ids, func([]plan.Piece) error {
			return e.q.PieceSetLocked(e.ctx, query.PieceSetLockedParams{Locked: bit(locked), Ids: list(ids)})
		})
	})
}

// OrderPieces puts pieces of one board in front of another one of it, in the
// order that they have; "" puts them at the very back.
func (w *Workspace) OrderPieces(ctx context.Context, ids []string, afterID string) (plan.Changes, error) {
	return w.transact(ctx, "piece_order", "", func(e *edit) error {
		return e.onPieces(ids, func(pieces []plan.Piece) error { return e.orderPieces(pieces, afterID) })
	})
}

func (e *edit) orderPieces(pieces []plan.Piece, afterID string) error {
	all, err := e.q.PieceListRanks(e.ctx, pieces[0].BoardID)
	if err != nil {
		return err
	}
	moved := map[string]bool{}
	for _, p := range pieces {
		moved[p.ID] = true
	}
	others := []ranked{}
	for _, p := range all {
		if !moved[p.ID] {
			others = append(others, ranked(p))
		}
	}
	before, behind, found := ranksBeside(others, afterID)
	if !found {
		return gone("error.piece_gone")
	}
	if lieBetween(before, behind, pieces[0].Rank, pieces[len(pieces)-1].Rank) {
		return nil // nothing lies between them, as all others are before or behind
	}
	ranks, err := ranksIn(others, afterID, len(pieces), e.rankPieces)
	if err != nil {
		return err
	}
	places := make([]ranked, len(pieces))
	for i, rank := range ranks {
		places[i] = ranked{ID: pieces[i].ID, Rank: rank}
	}
	return e.rankPieces(places)
}

func (e *edit) rankPieces(places []ranked) error { return e.q.PieceRankMany(e.ctx, list(places)) }

// RemovePieces takes pieces off their board, with the lines that end on them.
func (w *Workspace) RemovePieces(ctx context.Context, ids []string) (plan.Changes, error) {
	return w.transact(ctx, "piece_remove", "", func(e *edit) error {
		return e.onPieces(ids, func([]plan.Piece) error { return e.q.PieceDropMany(e.ctx, list(ids)) })
	})
}

// onPieces does something to pieces of one board, from the back to the front.
// Without any it does nothing; if one is not there, or on another board, that is
// refused.
func (e *edit) onPieces(ids []string, do func([]plan.Piece) error) error {
	if len(ids) == 0 {
		return nil
	}
	pieces, err := e.pieces(ids)
	if err != nil {
		return err
	}
	different := map[string]bool{}
	for _, id := range ids {
		different[id] = true
	}
	if len(pieces) != len(different) {
		return gone("error.piece_gone")
	}
	for _, p := range pieces {
		if p.BoardID != pieces[0].BoardID {
			return gone("error.piece_gone")
		}
	}
	e.focus, e.count = pieces[0].ID, len(pieces)
	e.doneTo(oneKindOf(pieces))
	return do(pieces)
}

// oneKindOf is the kind of some pieces if it is the same, else "".
func oneKindOf(pieces []plan.Piece) string {
	kind := pieces[0].Kind
	for _, p := range pieces {
		if p.Kind != kind {
			return ""
		}
	}
	return string(kind)
}

func (e *edit) pieces(ids []string) ([]plan.Piece, error) {
	pieces := []plan.Piece{}
	rows, err := e.q.PieceListByIDs(e.ctx, query.PieceListByIDsParams{ClientID: e.client, Ids: list(ids)})
	return pieces, into(&pieces, pieceByIDOf, rows, err)
}
