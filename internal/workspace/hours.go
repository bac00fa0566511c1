package workspace

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"cairn/db/query"
	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/text"
)

// Hours is the log of the hours of all clients who agreed to be in one, as a table
// (CSV), the oldest first. A client with an alias is in it under that. Without any
// hours it is a conflict.
func (w *Workspace) Hours(ctx context.Context) ([]byte, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	e := w.edit(ctx, query.New(w.vault.Read))
	if err := e.alone(); err != nil {
		return nil, err
	}
	clients, err := e.q.ClientList(ctx)
	if err != nil {
		return nil, err
	}
	rows := [][]string{}
	for _, client := range clients {
		met, err := e.hoursWith(client)
		if err != nil {
			return nil, fmt.Errorf("hours: %w", err)
		}
		rows = append(rows, met...)
	}
	if len(rows) == 0 {
		return nil, plan.Refuse(plan.Conflict, "error.no_hours")
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
	heads := []string{}
	for _, head := range []string{"on", "who", "minutes", "paid", "present", "note"} {
		heads = append(heads, sayHours(head))
	}
	return interop.WriteRows(heads, rows)
}

// hoursWith are the rows of one client; none as long as they did not agree.
func (e *edit) hoursWith(client query.Client) ([][]string, error) {
	said, err := e.q.AspectList(e.ctx, client.ID)
	if err != nil {
		return nil, err
	}
	agreed, rows := false, [][]string{}
	for _, a := range said {
		body := bodyOf(a.Body)
		switch plan.AspectKind(a.Kind) {
		case plan.Agreement:
			agreed = body["listed"] == true
		case plan.Hours:
			rows = append(rows, hoursRow(cmp.Or(client.Alias, client.Name), body))
		default: // says nothing of hours
		}
	}
	if !agreed {
		return nil, nil
	}
	return rows, nil
}

func hoursRow(who string, body plan.Body) []string {
	said := func(field string) string {
		if body[field] == nil {
			return ""
		}
		return fmt.Sprint(body[field])
	}
	yesNo := func(field string) string {
		if body[field] == true {
			return sayHours("yes")
		}
		return sayHours("no")
	}
	return []string{said("on"), who, said("minutes"), yesNo("paid"), yesNo("present"), said("note")}
}

func sayHours(key string) string { return text.Say(language, "coach.hours.csv."+key, nil) }
