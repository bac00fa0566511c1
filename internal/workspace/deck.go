package workspace

import (
	"context"
	"encoding/json"

	"cairn/db/query"
	"cairn/internal/plan"
)

// SetDeck keeps a way to lead a session, for all clients: a new one, or, under the
// id of one that is there, that one anew. Focus is the deck.
func (w *Workspace) SetDeck(ctx context.Context, in plan.Deck) (plan.Changes, error) {
	return w.transact(ctx, "deck", "", func(e *edit) error {
		name, err := plan.CleanName(in.Name)
		if err != nil {
			return err
		}
		stages, err := plan.CleanStages(in.Stages)
		if err != nil {
			return err
		}
		body, err := json.Marshal(map[string]any{"stages": stages})
		if err != nil {
			return err
		}
		decks, err := e.q.DeckList(e.ctx)
		if err != nil {
			return err
		}
		e.focus = in.ID
		last := ""
		for _, d := range decks {
			if d.ID == in.ID {
				return e.q.DeckSet(e.ctx, query.DeckSetParams{Name: name, Body: string(body), ID: in.ID})
			}
			last = d.Rank
		}
		if in.ID == "" {
			e.focus = newID()
		}
		return e.q.DeckAdd(e.ctx, query.DeckAddParams{
			ID: e.focus, Name: name, Rank: plan.RankBetween(last, ""), Body: string(body),
		})
	})
}

// DropDeck takes a deck of the owner's away; a built-in one that they had changed
// is as it was.
func (w *Workspace) DropDeck(ctx context.Context, id string) (plan.Changes, error) {
	return w.transact(ctx, "deck", "", func(e *edit) error { return e.q.DeckDrop(e.ctx, id) })
}
