package workspace

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// TravellingBoard is a vision board on its way to or from another program. Name
// is what it is called where neither it nor what it shows says so; it may be
// empty on the way out. Its files are for others to look after.
type TravellingBoard struct {
	Name  string
	Board interop.Board
}

// LeaveBoard is a vision board of the open client as other programs can have it.
func (w *Workspace) LeaveBoard(ctx context.Context, id string) (TravellingBoard, error) {
	all, err := w.Load(ctx)
	if err != nil {
		return TravellingBoard{}, err
	}
	at := slices.IndexFunc(all.Boards, func(b plan.VisionBoard) bool { return b.ID == id })
	if at < 0 {
		return TravellingBoard{}, gone("error.board_gone")
	}
	b := all.Boards[at]
	out := TravellingBoard{Name: b.Name, Board: interop.Board{Name: b.Name, Paper: b.Paper, ItemID: b.ItemID}}
	says := saying(all)
	if out.Name == "" {
		out.Name = says[b.ItemID]
	}
	out.Board.Says, out.Board.Files = map[string]string{}, map[string]string{}
	for _, p := range all.Pieces {
		if p.BoardID != id {
			continue
		}
		out.Board.Pieces = append(out.Board.Pieces, p)
		out.Board.Says[p.ID] = cardSays(p, says)
	}
	slices.SortFunc(out.Board.Pieces, func(a, b plan.Piece) int { return cmp.Compare(a.Rank, b.Rank) })
	return out, nil
}

// saying is what cards say of items and aspects, by their ids.
func saying(all plan.Changes) map[string]string {
	says := map[string]string{}
	for _, i := range all.Items {
		says[i.ID] = i.Title
	}
	for _, a := range all.Aspects {
		switch a.Kind {
		case plan.Barrier:
			says[a.ID], _ = a.Body["what"].(string)
		case plan.Strategy:
			says[a.ID], _ = a.Body["response"].(string)
		default:
		}
	}
	return says
}

// cardSays is the title of what a card stands for, and what a wake-up card was
// answered, a line for each; "" is one that still asks.
func cardSays(p plan.Piece, says map[string]string) string {
	if p.Kind == plan.Card {
		return says[p.ItemID]
	}
	lines := []string{}
	for _, field := range wakeFields() {
		id, _ := p.Body[field].(string)
		if said := says[id]; said != "" {
			lines = append(lines, said)
		}
	}
	return strings.Join(lines, "\n")
}

// wakeFields are where a wake-up card keeps its answers.
func wakeFields() []string { return []string{"barrierId", "strategyId", "stepId"} }

// TakeBoard makes a vision board of one that came from another program, behind
// all others of a plan, as one step. Its pictures are those of the open client.
// What it showed, or a piece stood for, it does so again where that is still
// there; a card of something else becomes a note. Focus is the board.
func (w *Workspace) TakeBoard(ctx context.Context, planID string, in TravellingBoard) (plan.Changes, error) {
	return w.transact(ctx, "vision_board_take", "", func(e *edit) error { return e.takeBoard(planID, in) })
}

func (e *edit) takeBoard(planID string, in TravellingBoard) error {
	made := NewVisionBoard{PlanID: planID, ItemID: in.Board.ItemID, Name: in.Board.Name, Paper: in.Board.Paper}
	_, err := e.cleanVisionBoard(plan.VisionBoard{PlanID: planID, ItemID: made.ItemID})
	if made.ItemID, err = ifThere(made.ItemID, err); err != nil {
		return err
	}
	if made.ItemID == "" && made.Name == "" {
		made.Name = in.Name
	}
	if err := e.addVisionBoard(made); err != nil {
		return err
	}
	board := e.focus
	pieces := make([]plan.Piece, len(in.Board.Pieces))
	for i, p := range in.Board.Pieces {
		if pieces[i], err = e.taken(p, in.Board.Says[p.ID]); err != nil {
			return err
		}
	}
	err = e.addPieces(NewPieces{BoardID: board, Pieces: pieces})
	e.focus, e.count, e.kind = board, 1, ""
	return err
}

// taken is a piece that speaks only of what is there. says is what it has in
// words.
func (e *edit) taken(p plan.Piece, says string) (_ plan.Piece, err error) {
	if p.ItemID, err = ifThere(p.ItemID, e.mayStandFor(p.ItemID, "")); err != nil {
		return p, err
	}
	if p.ValueID, err = ifThere(p.ValueID, e.mayStandFor("", p.ValueID)); err != nil {
		return p, err
	}
	switch p.Kind {
	case plan.Card:
		if p.ItemID == "" {
			p.Kind, p.Body = plan.Note, plan.Body{"words": says}
		}
	case plan.Wake:
		for _, field := range wakeFields() {
			if p.Body[field], err = e.answer(p, field); err != nil {
				return p, err
			}
		}
	default:
	}
	return p, nil
}

// answer is what a wake-up card was answered, as long as that is there.
func (e *edit) answer(p plan.Piece, field string) (string, error) {
	id, _ := p.Body[field].(string)
	if field == "stepId" {
		return ifThere(id, e.mayStandFor(id, ""))
	}
	_, err := e.aspect(id)
	return ifThere(id, err)
}

// ifThere is an id unless what it names was not found.
func ifThere(id string, err error) (string, error) {
	if err != nil && plan.CodeOf(err) == plan.NotFound {
		id, err = "", nil
	}
	return id, err
}
