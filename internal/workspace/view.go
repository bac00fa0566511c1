package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"cairn/db/query"
	"cairn/internal/plan"
)

// Place is where the hand was in a view of a plan, as SavePlace got it, or ""
// if it was never there.
func (w *Workspace) Place(ctx context.Context, planID, view string) (string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	data, err := query.New(w.vault.Read).PlaceGet(ctx, query.PlaceGetParams{
		PlanID: planID, View: view, ClientID: w.client,
	})
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("place: %w", err)
	}
	return data, nil
}

// SavePlace remembers where the hand is in a view of a plan: any JSON, which
// only the view understands. It is a preference, no step of the journal.
func (w *Workspace) SavePlace(ctx context.Context, planID, view, data string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if view == "" || !json.Valid([]byte(data)) {
		return plan.Refuse(plan.Invalid, "error.place_invalid")
	}
	err := w.write(ctx, func(e *edit) error {
		if err := e.planIsHere(planID); err != nil {
			return err
		}
		return e.q.PlacePut(e.ctx, query.PlacePutParams{PlanID: planID, View: view, Data: data})
	})
	if err != nil {
		return fmt.Errorf("save place: %w", err)
	}
	return nil
}
