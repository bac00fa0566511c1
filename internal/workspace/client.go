package workspace

import (
	"context"
	"fmt"

	"cairn/db/query"
	"cairn/internal/plan"
	"cairn/internal/text"
)

// language is the language of the catalogue that a new vault speaks.
const language = "en"

// hues are the life areas that everybody begins with, in their order, by the
// colour token of each; the catalogue has their names.
var hues = [...]string{"health", "career", "relationships", "money", "growth", "home", "play", "contribution"}

// openClient is the setting that remembers which client is open.
const openClient = "client"

// AddClient makes a client with the usual life areas and opens it. The answer
// is a whole Load. It is no step of the journal.
func (w *Workspace) AddClient(ctx context.Context, name string) (plan.Changes, error) {
	return w.reopen(ctx, func(e *edit) (string, error) {
		name, err := plan.CleanName(name)
		if err != nil {
			return "", err
		}
		return e.addClient(name, false)
	})
}

// SetClient says anew who the open client is: their name, the alias that shows
// instead where somebody looks on, whether they are archived, and until when they
// are kept. Of the owner of the vault only the name can be said.
func (w *Workspace) SetClient(ctx context.Context, in plan.Client) (plan.Changes, error) {
	return w.transact(ctx, "client", "", func(e *edit) error {
		if err := e.alone(); err != nil {
			return err
		}
		known, err := e.q.ClientGet(e.ctx, e.client)
		if err != nil {
			return err
		}
		set, err := e.clientAs(known, in)
		if err != nil {
			return err
		}
		return e.q.ClientSet(e.ctx, set)
	})
}

// clientAs is the row of a client as it is said anew.
func (e *edit) clientAs(known query.Client, in plan.Client) (set query.ClientSetParams, err error) {
	set.ID = known.ID
	if set.Name, err = plan.CleanName(in.Name); err != nil || known.Own == 1 {
		return set, err
	}
	if in.Alias != "" {
		if set.Alias, err = plan.CleanName(in.Alias); err != nil {
			return set, err
		}
	}
	if in.KeepUntil != "" {
		if _, err := plan.ParseDate(in.KeepUntil); err != nil {
			return set, err
		}
	}
	set.KeepUntil = null(in.KeepUntil)
	switch {
	case in.ArchivedAt == "":
	case known.ArchivedAt.Valid:
		set.ArchivedAt = known.ArchivedAt
	default:
		set.ArchivedAt = null(e.now)
	}
	return set, nil
}

// OpenClient opens another client. The answer is a whole Load.
func (w *Workspace) OpenClient(ctx context.Context, id string) (plan.Changes, error) {
	return w.reopen(ctx, func(e *edit) (string, error) {
		found, err := e.q.ClientExists(e.ctx, id)
		if err == nil && found == 0 {
			err = gone("error.client_gone")
		}
		return id, err
	})
}

// reopen opens the client that choose names.
func (w *Workspace) reopen(ctx context.Context, choose func(*edit) (string, error)) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	client := ""
	err := w.quietly(ctx, func(e *edit) (err error) {
		if err := e.alone(); err != nil {
			return err
		}
		if client, err = choose(e); err != nil {
			return err
		}
		return e.remember(openClient, client)
	})
	if err != nil {
		return plan.Changes{}, fmt.Errorf("open client: %w", err)
	}
	w.client = client
	return w.load(ctx)
}

// lastClient is the client open last; in a new vault it makes the first one.
func (e *edit) lastClient() (string, error) {
	clients, err := e.q.ClientList(e.ctx)
	if err != nil {
		return "", err
	}
	if len(clients) == 0 {
		return e.addClient(text.Say(language, "client.me", nil), true)
	}
	last, err := e.recall(openClient)
	for _, c := range clients {
		if c.ID == last {
			return last, err
		}
	}
	return clients[0].ID, err
}

func (e *edit) addClient(name string, own bool) (string, error) {
	id := newID()
	return id, e.addClientAs(id, name, own)
}

func (e *edit) addClientAs(id, name string, own bool) error {
	err := e.q.ClientAdd(e.ctx, query.ClientAddParams{ID: id, Name: name, Own: bit(own), Now: e.now})
	if err != nil {
		return err
	}
	for i, rank := range plan.RanksBetween("", "", len(hues)) {
		err := e.q.AreaAdd(e.ctx, query.AreaAddParams{
			ID: newID(), ClientID: id, Name: text.Say(language, "area."+hues[i], nil), Hue: hues[i], Rank: rank,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
