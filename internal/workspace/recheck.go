package workspace

import (
	"database/sql"
	"errors"
	"slices"
	"time"

	"cairn/db/query"
	"cairn/internal/plan"
)

// Whoever changes a vision or a value may have changed what stands on it.
// That is marked "please reconfirm" in the step of the change itself, so that
// one undo takes back both. To say something for the first time is no change,
// and whoever types marks once in a visit. A mark is written before the change:
// the row that one types in stays the last of its step, and merges.

// sayings are the fields of an aspect that others stand on.
func sayings(kind plan.AspectKind) []string {
	switch kind {
	case plan.Value:
		return []string{"name", "words", "core"}
	case plan.Outlook:
		return []string{"identity", "success"}
	default:
		return nil
	}
}

// markText marks what stands on a vision whose title, why or what will be
// another one.
func (e *edit) markText(id, field, text string) error {
	if e.kind != plan.Vision || !slices.Contains([]string{"title", "why", "what"}, field) {
		return nil
	}
	rows, err := e.q.ItemGet(e.ctx, id)
	if err != nil || len(rows) == 0 {
		return err
	}
	before := map[string]string{"title": rows[0].Item.Title, "why": rows[0].Item.Why, "what": rows[0].Item.What}
	if before[field] == "" || before[field] == text {
		return nil
	}
	return e.markBelow(id)
}

// markSaid marks what stands on a value or a vision of which something else
// will be said.
func (e *edit) markSaid(known plan.Aspect, body plan.Body) error {
	changed := func(field string) bool { return known.Body[field] != nil && known.Body[field] != body[field] }
	if !slices.ContainsFunc(sayings(known.Kind), changed) {
		return nil
	}
	if known.Kind == plan.Outlook {
		return e.markBelow(known.ItemID)
	}
	ids, err := e.q.AspectListServing(e.ctx, query.AspectListServingParams{ClientID: e.client, ValueID: known.ID})
	if err != nil {
		return err
	}
	return e.marks(known.ID, ids)
}

func (e *edit) markBelow(id string) error {
	ids, err := e.q.ItemListOpenBelow(e.ctx, id)
	if err != nil {
		return err
	}
	return e.marks(id, ids)
}

// marks asks for items to be looked at again, because of what they stand on.
// One that is asked already stays as it is.
func (e *edit) marks(of string, ids []string) error {
	going, err := e.going()
	if err != nil || going || len(ids) == 0 {
		return err
	}
	l, err := e.ancestry(ids)
	if err != nil {
		return err
	}
	made := []plan.Aspect{}
	for _, id := range ids {
		known, err := e.beside(plan.Recheck, id)
		if err != nil {
			return err
		}
		if len(known) == 0 && l.alive(id) {
			body := plan.Body{"of": of, "since": e.at.Format(time.DateOnly)}
			made = append(made, plan.Aspect{
				ID: newID(), ItemID: id, Kind: plan.Recheck, Rank: plan.RankBetween("", ""), Body: body,
			})
		}
	}
	return e.addAspects(made)
}

// going is true in a visit whose beginning is a step already.
func (e *edit) going() (bool, error) {
	if e.merge == "" {
		return false, nil
	}
	last, err := e.q.JournalStepLast(e.ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil && last.JournalStep.ClientID == e.client && last.JournalStep.Merge == e.merge, err
}
