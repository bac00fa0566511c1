// Package workspace is one open vault: what can be done to the plans in it.
//
// Every exported operation is one transaction through one door (transact) and
// one step of the undo journal, and answers with plan.Changes: the new state
// of every row it touched. When it returns, the edit is on the disk; when it
// fails, nothing has changed. The rules of a plan stand in package plan and
// are asked inside the transaction.
//
// One client is open at a time. An id of another client, and an id that is in
// the trash, is answered as if it were not there (plan.NotFound).
//
// Exported operations open the transaction; unexported ones, methods of edit,
// run inside one. A Workspace may be used by many goroutines: it does one
// thing after the other.
package workspace

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"cairn/db"
	"cairn/internal/journal"
	"cairn/internal/search"
)

// Workspace is one open vault with one client open in it.
type Workspace struct {
	vault   *db.DB
	pen     *pen
	journal *journal.Journal
	now     func() time.Time

	mu     sync.Mutex // one thing after the other; guards what is below
	client string
	shared bool // somebody looks on (scope.go)
	ring   keys // of the private notes (keyring.go)
	used   time.Time
	came   *arrival           // the vault that came back and was looked at; nil: none (takeback.go)
	bundle *incoming          // the bundle that came and was looked at; nil: none (bringin.go)
	words  *search.Vocabulary // of the language; nil until the first search
}

// journaled are the tables whose rows an undo brings back: all that a person
// plans. Preferences and the journal are not among them.
var journaled = [...]string{
	"client", "plan", "area", "board_column", "item", "tag", "item_tag", "link", "aspect", "plan_version", "vision_board",
	"piece", "deck", "private_note", "mark", "handover",
}

// isPrivate is true for a table whose steps nobody sees who looks on: to take an
// alias back would show the name.
func isPrivate(table string) bool {
	return table == "client" || table == "private_note" || table == "mark"
}

// Open makes a vault ready for edits and opens the client that was open last.
// A new vault gets its first client, called "me" in the language of the
// catalogue. It builds the triggers of the journal, drops what has lain in the
// trash for too long and the pictures that nothing speaks of, and lays a reserve
// aside for a full disk. Until Close it has the vault's writing connection to
// itself; the vault stays the caller's to close.
func Open(ctx context.Context, d *db.DB, now func() time.Time) (*Workspace, error) {
	w := &Workspace{vault: d, now: now}
	if err := w.open(ctx); err != nil {
		return nil, fmt.Errorf("open workspace: %w", err)
	}
	return w, nil
}

func (w *Workspace) open(ctx context.Context) (err error) {
	if w.pen, err = takePen(ctx, w.vault.Write); err != nil {
		return err
	}
	err = w.quietly(ctx, func(e *edit) error {
		if w.journal, err = journal.Install(e.ctx, w.pen.conn, journaled[:]); err != nil {
			return err
		}
		if err := e.emptyTrash(); err != nil {
			return err
		}
		if err := e.dropUnused(); err != nil {
			return err
		}
		if err := e.dropStates(); err != nil {
			return err
		}
		if w.client, err = e.lastClient(); err != nil {
			return err
		}
		w.shared, err = e.wasShared()
		return err
	})
	if err != nil {
		return errors.Join(err, w.pen.close())
	}
	_ = w.vault.Reserve() // a disk without room for it is none that can't be worked on
	return nil
}

// Close gives the writing connection back. Nothing is left to be saved.
func (w *Workspace) Close() error {
	return errors.Join(w.ForgetReturn(context.Background()), w.pen.close())
}
