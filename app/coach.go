package app

import (
	"context"
	"errors"
	"os"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/workspace"
)

// Coach is the coach's side: who the clients are, what is kept for the coach alone,
// and whether somebody looks on.
type Coach struct {
	k *keep
	x *Exchange // its way to save a file
}

// SetClient says anew who the open client is.
func (c *Coach) SetClient(in plan.Client) (plan.Changes, error) {
	return run1(c.k, house.SetClient, in)
}

// Share says whether somebody looks on. The page has to load anew.
func (c *Coach) Share(on bool) error {
	return does(c.k, func(w house, ctx context.Context) error { return w.Share(ctx, on) })
}

// Lock says how the private notes stand: none, locked or unlocked.
func (c *Coach) Lock() (string, error) { return run(c.k, house.Lock) }

// BeginSeal makes the key of the private notes and tells the recovery code.
func (c *Coach) BeginSeal(passphrase string) (string, error) {
	return run1(c.k, house.BeginSeal, passphrase)
}

// ConfirmSeal keeps that key, once the code was typed in.
func (c *Coach) ConfirmSeal(code string) (plan.Changes, error) {
	return run1(c.k, house.ConfirmSeal, code)
}

// Unlock opens the private notes with the passphrase or with the recovery code.
func (c *Coach) Unlock(secret string) (plan.Changes, error) { return run1(c.k, house.Unlock, secret) }

// LockNow closes them. The page has to load anew.
func (c *Coach) LockNow() error {
	return does(c.k, func(w house, _ context.Context) error { w.LockNow(); return nil })
}

// ChangePassphrase takes the passphrase of now, or the recovery code, and a new one.
func (c *Coach) ChangePassphrase(secret, passphrase string) error {
	return does(c.k, func(w house, ctx context.Context) error { return w.ChangePassphrase(ctx, secret, passphrase) })
}

// SetNote writes a private note. Focus is the note.
func (c *Coach) SetNote(in workspace.NoteEdit) (plan.Changes, error) {
	return run1(c.k, house.SetNote, in)
}

// DropNote takes a private note away.
func (c *Coach) DropNote(id string) (plan.Changes, error) { return run1(c.k, house.DropNote, id) }

// DropMark takes a mark away.
func (c *Coach) DropMark(id string) (plan.Changes, error) { return run1(c.k, house.DropMark, id) }

// Met tells how things stand with all clients on a day, YYYY-MM-DD.
func (c *Coach) Met(day string) ([]workspace.Met, error) { return run1(c.k, house.Met, day) }

// Hours asks where and writes the hours of all clients who agreed to that there, as
// a table. It answers as Exchange.Export does.
func (c *Coach) Hours() (string, error) {
	raw, err := run(c.k, house.Hours)
	if err != nil {
		return "", err
	}
	file := exportFile(interop.Table)
	path, err := c.x.w.ask(file, text.Say("en", "shell.export_title", nil), text.Say("en", "coach.hours.file", nil))
	if err != nil || path == "" {
		return "", err
	}
	return c.x.written(path, file, raw)
}

// Purging tells what was taken away for ever, and how it went with each copy of
// the vault that is known.
type Purging struct {
	Purged workspace.Purged `json:"purged"`
	Copies []PurgedCopy     `json:"copies"`
}

// PurgedCopy is a copy of the vault: cleared, without the client anyway (none), no
// longer there (gone), or out of reach. The vault itself is told only when it is
// cleared later.
type PurgedCopy struct {
	Path  string `json:"path"`
	State string `json:"state"` // "cleared", "none", "gone", "unreachable" or "later"
}

// Purge takes the open client out of the vault, of its copies and of its backups, for
// ever. None is made before: it would hold them.
func (c *Coach) Purge() (Purging, error) { return lent(c.k, (*saver).purge) }

// purgeCopy takes a client out of a copy, behind its own door, and tells how it
// went.
func purgeCopy(path, client string) string {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "gone"
	}
	if !allowed(path) {
		return "unreachable"
	}
	held, err := door.Hold(path)
	if err != nil {
		return "unreachable"
	}
	err = db.Purge(path, client)
	switch err = errors.Join(err, held.Close()); {
	case errors.Is(err, db.ErrNotInside):
		return "none"
	case err != nil:
		return "unreachable"
	default:
		return "cleared"
	}
}

// does is run for what has no answer.
func does(k *keep, op func(house, context.Context) error) error {
	_, err := run(k, func(w house, ctx context.Context) (struct{}, error) { return struct{}{}, op(w, ctx) })
	return err
}
