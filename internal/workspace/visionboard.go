package workspace

import (
	"context"
	"database/sql"
	"errors"

	"cairn/db/query"
	"cairn/internal/plan"
)

// NewVisionBoard is a vision board to be made behind all others of its plan.
// ItemID is the vision it shows, or empty; an empty Name is the title of that.
type NewVisionBoard struct {
	PlanID string `json:"planId"`
	ItemID string `json:"itemId"`
	Name   string `json:"name"`
	Paper  string `json:"paper"`
}

// VisionBoardEdit is all that is said of a vision board.
type VisionBoardEdit struct {
	ID     string `json:"id"`
	ItemID string `json:"itemId"`
	Name   string `json:"name"`
	Paper  string `json:"paper"`
}

// AddVisionBoard makes a vision board. Focus is its id.
func (w *Workspace) AddVisionBoard(ctx context.Context, in NewVisionBoard) (plan.Changes, error) {
	return w.transact(ctx, "vision_board_add", "", func(e *edit) error { return e.addVisionBoard(in) })
}

func (e *edit) addVisionBoard(in NewVisionBoard) error {
	if err := e.planIsHere(in.PlanID); err != nil {
		return err
	}
	made, err := e.cleanVisionBoard(VisionBoardEdit{ItemID: in.ItemID, Name: in.Name, Paper: in.Paper}.of(in.PlanID))
	if err != nil {
		return err
	}
	boards, err := e.q.VisionBoardListByPlan(e.ctx, in.PlanID)
	if err != nil {
		return err
	}
	if err := plan.ValidBoards(len(boards) + 1); err != nil {
		return err
	}
	last := ""
	if len(boards) > 0 {
		last = boards[len(boards)-1].Rank
	}
	e.focus = newID()
	return e.q.VisionBoardAdd(e.ctx, query.VisionBoardAddParams{
		ID: e.focus, PlanID: in.PlanID, ItemID: null(made.ItemID), Name: made.Name, Paper: made.Paper,
		Rank: plan.RankBetween(last, ""),
	})
}

// SetVisionBoard says what a vision board is called, what it shows and what it
// lies on.
func (w *Workspace) SetVisionBoard(ctx context.Context, in VisionBoardEdit) (plan.Changes, error) {
	return w.transact(ctx, "vision_board_set", "", func(e *edit) error {
		known, err := e.visionBoard(in.ID)
		if err != nil {
			return err
		}
		set, err := e.cleanVisionBoard(in.of(known.PlanID))
		if err != nil {
			return err
		}
		return e.q.VisionBoardSet(e.ctx, query.VisionBoardSetParams{
			ItemID: null(set.ItemID), Name: set.Name, Paper: set.Paper, ID: in.ID,
		})
	})
}

func (in VisionBoardEdit) of(planID string) plan.VisionBoard {
	return plan.VisionBoard{ID: in.ID, PlanID: planID, ItemID: in.ItemID, Name: in.Name, Paper: in.Paper}
}

// cleanVisionBoard refuses a board that shows what its plan does not have.
func (e *edit) cleanVisionBoard(b plan.VisionBoard) (plan.VisionBoard, error) {
	var err error
	if !plan.Blank(b.Name) {
		b.Name, err = plan.CleanName(b.Name)
	} else {
		b.Name = ""
	}
	if err != nil {
		return b, err
	}
	if b.Paper, err = plan.CleanPaper(b.Paper); err != nil || b.ItemID == "" {
		return b, err
	}
	l, err := e.lineage(b.ItemID)
	if err == nil && l[b.ItemID].PlanID != b.PlanID {
		err = gone("error.item_gone")
	}
	return b, err
}

// MoveVisionBoard puts a vision board behind another one of its plan; "" makes
// it the first.
func (w *Workspace) MoveVisionBoard(ctx context.Context, id, afterID string) (plan.Changes, error) {
	return w.transact(ctx, "vision_board_move", "", func(e *edit) error { return e.moveVisionBoard(id, afterID) })
}

func (e *edit) moveVisionBoard(id, afterID string) error {
	moved, err := e.visionBoard(id)
	if err != nil || id == afterID {
		return err
	}
	boards, err := e.q.VisionBoardListByPlan(e.ctx, moved.PlanID)
	if err != nil {
		return err
	}
	others := []ranked{}
	for _, b := range boards {
		if b.ID != id {
			others = append(others, ranked{ID: b.ID, Rank: b.Rank})
		}
	}
	before, behind, found := ranksBeside(others, afterID)
	if !found {
		return gone("error.board_gone")
	}
	if lieBetween(before, behind, moved.Rank, moved.Rank) {
		return nil
	}
	ranks, err := ranksIn(others, afterID, 1, oneByOne(e.rankVisionBoard))
	if err != nil {
		return err
	}
	return e.rankVisionBoard(ranked{ID: id, Rank: ranks[0]})
}

func (e *edit) rankVisionBoard(b ranked) error {
	return e.q.VisionBoardSetRank(e.ctx, query.VisionBoardSetRankParams{Rank: b.Rank, ID: b.ID})
}

// RemoveVisionBoard takes a vision board away with all that hangs on it. What its
// pieces stand for stays.
func (w *Workspace) RemoveVisionBoard(ctx context.Context, id string) (plan.Changes, error) {
	return w.transact(ctx, "vision_board_remove", "", func(e *edit) error {
		if _, err := e.visionBoard(id); err != nil {
			return err
		}
		return e.q.VisionBoardDrop(e.ctx, id)
	})
}

// visionBoard looks up a vision board that the open client has.
func (e *edit) visionBoard(id string) (query.VisionBoard, error) {
	b, err := e.q.VisionBoardGet(e.ctx, query.VisionBoardGetParams{ID: id, ClientID: e.client})
	if errors.Is(err, sql.ErrNoRows) {
		err = gone("error.board_gone")
	}
	return b, err
}
