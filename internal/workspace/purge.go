package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cairn/db"
	"cairn/db/query"
	"cairn/internal/plan"
)

// Purged tells what a purge took away for ever.
type Purged struct {
	Plans    int `json:"plans"`
	Items    int `json:"items"`
	Aspects  int `json:"aspects"` // what was said of them, and sessions with their answers
	Notes    int `json:"notes"`   // private ones and marks
	Pictures int `json:"pictures"`
	Files    int `json:"files"` // that were attached as copies
	Steps    int `json:"steps"` // of the journal
}

// Purge takes the open client out of the vault with all that is theirs: trash,
// journal, pictures, notes. It cannot be taken back. Traces are left until Scour, in
// the file, and in its copies and backups; Purging remembers that. The owner of the
// vault stays and is open then; the answer of a Load tells the rest.
func (w *Workspace) Purge(ctx context.Context) (p Purged, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.vault.MayScour(); err != nil {
		return p, fmt.Errorf("purge: %w", err)
	}
	next := ""
	err = w.quietly(ctx, func(e *edit) error {
		if err := e.alone(); err != nil {
			return err
		}
		if next, err = e.owner(); err != nil {
			return err
		}
		if next == e.client {
			return plan.Refuse(plan.Conflict, "error.purge_owner")
		}
		if p, err = e.countOf(); err != nil {
			return err
		}
		before, err := e.recall(db.Purging)
		if err != nil {
			return err
		}
		return errors.Join(
			e.dropClient(),
			e.remember(db.Purging, strings.TrimSpace(before+" "+e.client)),
			e.remember(openClient, next),
		)
	})
	if err != nil {
		return p, fmt.Errorf("purge: %w", err)
	}
	w.client = next
	return p, nil
}

// Purging are those whom a Purge took out of the vault without a Purged since.
func (w *Workspace) Purging(ctx context.Context) (clients []string, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	err = w.quietly(ctx, func(e *edit) error {
		ids, err := e.recall(db.Purging)
		clients = strings.Fields(ids)
		return err
	})
	return clients, err
}

// Scour writes the file of the vault anew, so that nothing is left in it of what was
// taken out of it. It may be broken off by ctx, and changes nothing then. If the power
// goes before the next edit, what it has emptied may be back.
func (w *Workspace) Scour(ctx context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := db.Scour(ctx, w.pen.conn); err != nil {
		return fmt.Errorf("scour: %w", err)
	}
	return nil
}

// Purged says that whoever was purged is in no copy within reach any more.
func (w *Workspace) Purged(ctx context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.quietly(ctx, func(e *edit) error { return e.q.SettingDrop(e.ctx, db.Purging) })
}

// dropClient drops the open client with all that is theirs.
func (e *edit) dropClient() error {
	return errors.Join(
		e.q.JournalStepDropOf(e.ctx, e.client),
		e.q.SettingDrop(e.ctx, "plan "+e.client),
		e.q.ClientDrop(e.ctx, e.client),
	)
}

func (e *edit) owner() (string, error) {
	clients, err := e.q.ClientList(e.ctx)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(clients, func(c query.Client) bool { return c.Own == 1 })
	if i < 0 {
		return "", gone("error.client_gone")
	}
	return clients[i].ID, nil
}

func (e *edit) countOf() (Purged, error) {
	n, err := e.q.ClientCount(e.ctx, e.client)
	return Purged{
		Plans: int(n.Plans), Items: int(n.Items), Aspects: int(n.Aspects), Notes: int(n.Notes),
		Pictures: int(n.Pictures), Files: int(n.Files), Steps: int(n.Steps),
	}, err
}

// copiesKept is the setting that remembers where copies of the vault were saved.
const copiesKept = "copies"

// mostCopies is how many places of copies are remembered.
const mostCopies = 200

// NoteCopy remembers that the vault was copied to a place, so that a purge finds
// the copy.
func (w *Workspace) NoteCopy(ctx context.Context, path string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.quietly(ctx, func(e *edit) error {
		known, err := e.copies()
		if err != nil || slices.Contains(known, path) {
			return err
		}
		known = append(known, path)
		text, err := json.Marshal(known[max(0, len(known)-mostCopies):])
		if err != nil {
			return err
		}
		return e.remember(copiesKept, string(text))
	})
}

// Copies are the places that the vault was copied to, the first one first.
func (w *Workspace) Copies(ctx context.Context) (paths []string, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	err = w.quietly(ctx, func(e *edit) error {
		paths, err = e.copies()
		return err
	})
	return paths, err
}

func (e *edit) copies() (paths []string, err error) {
	text, err := e.recall(copiesKept)
	if err != nil || text == "" {
		return []string{}, err
	}
	return paths, json.Unmarshal([]byte(text), &paths)
}
