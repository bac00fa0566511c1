package workspace

import (
	"context"
	"fmt"

	"cairn/db/query"
	"cairn/internal/plan"
)

// Met tells how things stand with one client, as a coach sees all of them side by
// side: the last session (an instant) and the last day in the log of hours, how many
// assignments of theirs are due, and what the coach wanted to do at the next session.
// What nobody said is empty; Next is empty too as long as the notes are locked.
type Met struct {
	ClientID string `json:"clientId"`
	Begun    string `json:"begun"`
	On       string `json:"on"`
	Due      int    `json:"due"`
	Next     string `json:"next"`
}

// Met is how things stand with all clients on a day; nobody who looks on is told.
func (w *Workspace) Met(ctx context.Context, day string) ([]Met, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, err := plan.ParseDate(day); err != nil {
		return nil, err
	}
	e := w.edit(ctx, query.New(w.vault.Read))
	if err := e.alone(); err != nil {
		return nil, err
	}
	clients, err := e.q.ClientList(ctx)
	if err != nil {
		return nil, err
	}
	all := []Met{}
	for _, client := range clients {
		met, err := e.metWith(client.ID, day)
		if err != nil {
			return nil, fmt.Errorf("met: %w", err)
		}
		all = append(all, met)
	}
	return all, nil
}

func (e *edit) metWith(client, day string) (met Met, err error) {
	met.ClientID = client
	said, err := e.q.AspectList(e.ctx, client)
	if err != nil {
		return met, err
	}
	for _, a := range said {
		met.hear(plan.AspectKind(a.Kind), bodyOf(a.Body), day)
	}
	notes, err := e.q.PrivateNoteList(e.ctx, client)
	for _, row := range notes {
		if n := e.noteOf(row); n.Kind == plan.NextNote && n.Body["met"] != true {
			met.Next = word(n.Body, "words")
		}
	}
	return met, err
}

// hear takes in what one aspect says of meeting.
func (m *Met) hear(kind plan.AspectKind, body plan.Body, day string) {
	switch kind {
	case plan.Session:
		m.Begun = max(m.Begun, word(body, "begun"))
	case plan.Hours:
		m.On = max(m.On, word(body, "on"))
	case plan.Assignment:
		if due := word(body, "due"); due != "" && due <= day && body["done"] == nil {
			m.Due++
		}
	default: // says nothing of meeting
	}
}

// word is what a body says in a field, as text; "" if it says nothing.
func word(body plan.Body, field string) string {
	said, _ := body[field].(string)
	return said
}
