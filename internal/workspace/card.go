package workspace

import (
	"context"
	"slices"
	"strings"

	"cairn/db/query"
	"cairn/internal/plan"
)

// CardMove names cards, the column where they go, and the card that they go
// behind; with an empty AfterID they go to its top.
type CardMove struct {
	IDs      []string `json:"ids"`
	ColumnID string   `json:"columnId"`
	AfterID  string   `json:"afterId"`
}

// MoveCards puts items into a column of their plan's board: they take its state
// and stand one behind the other, in the order of their priorities. If the card
// that they go behind is one of them, they go where it stood.
func (w *Workspace) MoveCards(ctx context.Context, in CardMove) (plan.Changes, error) {
	return w.transact(ctx, "card_move", "", func(e *edit) error { return e.moveCards(in) })
}

func (e *edit) moveCards(in CardMove) error {
	if len(in.IDs) == 0 {
		return nil
	}
	b, err := e.board(in.ColumnID)
	if err != nil {
		return err
	}
	cards, l, err := e.cards(b, in.IDs...)
	if err != nil {
		return err
	}
	e.did(l, in.IDs)
	e.focus = cards[0].ID
	behind, err := e.cardBehind(b, in.AfterID, cards[0].Priority)
	if err != nil {
		return err
	}
	if stay, err := e.cardsStay(b, cards, behind); err != nil || stay {
		return err
	}
	return e.placeCards(b, cards, behind)
}

func (e *edit) placeCards(b board, cards []query.Item, behind string) error {
	priorities, err := e.priorities(b.column.PlanID, behind, len(cards))
	if err != nil {
		return err
	}
	places := make([]ranked, len(cards))
	for i, c := range cards {
		places[i] = ranked{ID: c.ID, Rank: priorities[i]}
	}
	return e.q.CardPlaceMany(e.ctx, query.CardPlaceManyParams{
		State: string(b.column.State), Own: null(b.column.ID), Now: e.now, Places: list(places),
	})
}

// cards are living items of the plan of a board, in the order of their
// priorities, and what they stand below.
func (e *edit) cards(b board, ids ...string) ([]query.Item, lineage, error) {
	l, err := e.lineage(ids...)
	if err != nil {
		return nil, nil, err
	}
	rows, err := e.items(ids)
	cards := make([]query.Item, len(rows))
	for i, r := range rows {
		if cards[i] = r.Item; r.Item.PlanID != b.column.PlanID {
			return nil, nil, gone("error.item_gone")
		}
	}
	slices.SortFunc(cards, func(a, b query.Item) int { return strings.Compare(a.Priority, b.Priority) })
	return cards, l, err
}

// cardBehind is the priority of a card, or, for "", the one before the first
// card of the column. In an empty column cards keep the order that they have
// now.
func (e *edit) cardBehind(b board, id, now string) (string, error) {
	if id != "" {
		cards, _, err := e.cards(b, id)
		if err != nil {
			return "", err
		}
		return cards[0].Priority, nil
	}
	first, err := e.cardNext(b, "", nil)
	if err != nil || first == "" {
		return now, err
	}
	return e.priorityBefore(b.column.PlanID, first)
}

// cardsStay tells whether cards stand in the column already, and no other card
// of it between them and the priority behind which they are to go.
func (e *edit) cardsStay(b board, cards []query.Item, behind string) (bool, error) {
	ids := make([]string, len(cards))
	for i, c := range cards {
		if plan.ColumnOf(b.columns, plan.State(c.State), c.ColumnID.String) != b.column.ID {
			return false, nil
		}
		ids[i] = c.ID
	}
	first, last := cards[0].Priority, cards[len(cards)-1].Priority
	for _, stretch := range [][2]string{{behind, last}, {first, behind}} {
		next, err := e.cardNext(b, stretch[0], ids)
		if err != nil || next != "" && next <= stretch[1] {
			return false, err
		}
	}
	return true, nil
}

// cardNext is the priority of the first card of a column behind another
// priority, without some; "" is none.
func (e *edit) cardNext(b board, priority string, without []string) (string, error) {
	return e.q.CardNext(e.ctx, query.CardNextParams{
		PlanID: b.column.PlanID, Priority: priority, State: string(b.column.State),
		Oldest: b.oldest(), Own: b.column.ID, Ids: list(without),
	})
}
