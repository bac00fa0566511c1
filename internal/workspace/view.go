package workspace

import (
	"context"
	"encoding/json"
	"fmt"

	"cairn/db/query"
	"cairn/internal/plan"
)

// Place is where the hand was in a view of a plan: Data is what SavePlace got.
type Place struct {
	View string `json:"view"`
	Data string `json:"data"`
}

// Places are those of a plan. Of a view in which the hand never was there is none.
func (w *Workspace) Places(ctx context.Context, planID string) ([]Place, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	rows, err := query.New(w.vault.Read).PlaceList(ctx, query.PlaceListParams{PlanID: planID, ClientID: w.client})
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	places := make([]Place, len(rows))
	for i, row := range rows {
		places[i] = Place(row)
	}
	return places, nil
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
