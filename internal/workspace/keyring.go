package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"cairn/db/query"
	"cairn/internal/plan"
	"cairn/internal/seal"
)

// keys are the key of the private notes as long as they are unlocked, and a ring
// whose recovery code nobody has confirmed yet.
type keys struct {
	open *seal.Key
	new  *newRing
}

type newRing struct {
	ring seal.Ring
	key  seal.Key
	code string
}

// The states of the private notes.
const (
	NoPassphrase = "none" // none can be written yet
	Locked       = "locked"
	Unlocked     = "unlocked"
)

// minPassphrase is how many characters a passphrase has at least.
const minPassphrase = 8

// Lock says how the private notes stand: NoPassphrase, Locked or Unlocked.
func (w *Workspace) Lock(ctx context.Context) (string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ring.open != nil {
		return Unlocked, nil
	}
	_, err := w.edit(ctx, query.New(w.vault.Read)).keyring()
	if plan.CodeOf(err) == plan.Conflict {
		return NoPassphrase, nil
	}
	return Locked, err
}

// BeginSeal makes the key of the private notes, and tells the recovery code. It
// counts once the code was typed in (ConfirmSeal), so that it was written down.
func (w *Workspace) BeginSeal(ctx context.Context, passphrase string) (code string, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	e := w.edit(ctx, query.New(w.vault.Read))
	if err := e.alone(); err != nil {
		return "", err
	}
	if _, err := e.keyring(); plan.CodeOf(err) != plan.Conflict {
		return "", errors.Join(err, plan.Refuse(plan.Conflict, "error.seal_twice"))
	}
	if err := goodPassphrase(passphrase); err != nil {
		return "", err
	}
	made := newRing{}
	if made.ring, made.key, made.code, err = seal.New(passphrase); err != nil {
		return "", fmt.Errorf("begin seal: %w", err)
	}
	w.ring.new = &made
	return made.code, nil
}

// ConfirmSeal keeps the ring that BeginSeal made, if the code is the one that was
// told. The private notes are unlocked. The answer is a whole Load.
func (w *Workspace) ConfirmSeal(ctx context.Context, code string) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	made := w.ring.new
	if made == nil || !seal.SameCode(made.code, code) {
		return plan.Changes{}, plan.Refuse(plan.Invalid, "error.code_wrong")
	}
	if err := w.keepRing(ctx, made.ring); err != nil {
		return plan.Changes{}, fmt.Errorf("confirm seal: %w", err)
	}
	w.ring = keys{open: &made.key}
	return w.load(ctx)
}

// Unlock opens the private notes with the passphrase or with the recovery code.
// The answer is a whole Load.
func (w *Workspace) Unlock(ctx context.Context, secret string) (plan.Changes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	e := w.edit(ctx, query.New(w.vault.Read))
	if err := e.alone(); err != nil {
		return plan.Changes{}, err
	}
	ring, err := e.keyring()
	if err != nil {
		return plan.Changes{}, err
	}
	key, err := ring.Open(secret)
	if errors.Is(err, seal.ErrWrong) {
		key, err = ring.OpenWithCode(secret)
	}
	if err != nil {
		return plan.Changes{}, refused(err)
	}
	w.ring.open = &key
	return w.load(ctx)
}

// LockNow forgets the key of the private notes, and says whether they were open.
func (w *Workspace) LockNow() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	open := w.ring.open != nil
	w.ring = keys{}
	return open
}

// Idle is for how long nobody has read or written anything.
func (w *Workspace) Idle(now time.Time) time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	return now.Sub(w.used)
}

// ChangePassphrase wraps the key anew. secret is the passphrase of now, or the
// recovery code where that is lost. No note is touched.
func (w *Workspace) ChangePassphrase(ctx context.Context, secret, passphrase string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	e := w.edit(ctx, query.New(w.vault.Read))
	if err := e.alone(); err != nil {
		return err
	}
	if err := goodPassphrase(passphrase); err != nil {
		return err
	}
	ring, err := e.keyring()
	if err != nil {
		return err
	}
	if ring, err = ring.Rewrapped(secret, passphrase); err != nil {
		return refused(err)
	}
	return w.keepRing(ctx, ring)
}

func (w *Workspace) keepRing(ctx context.Context, ring seal.Ring) error {
	return w.quietly(ctx, func(e *edit) error {
		passphrase, err := json.Marshal(ring.ByPassphrase)
		if err != nil {
			return err
		}
		code, err := json.Marshal(ring.ByCode)
		if err != nil {
			return err
		}
		return e.q.KeyringSet(e.ctx, query.KeyringSetParams{ByPassphrase: string(passphrase), ByCode: string(code)})
	})
}

// keyring reads the ring; without one it is a conflict.
func (e *edit) keyring() (ring seal.Ring, err error) {
	row, err := e.q.KeyringGet(e.ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return ring, plan.Refuse(plan.Conflict, "error.no_passphrase")
	}
	if err != nil {
		return ring, err
	}
	if err := json.Unmarshal([]byte(row.ByPassphrase), &ring.ByPassphrase); err != nil {
		return ring, err
	}
	return ring, json.Unmarshal([]byte(row.ByCode), &ring.ByCode)
}

func goodPassphrase(passphrase string) error {
	if len([]rune(passphrase)) < minPassphrase {
		return plan.Refuse(plan.Invalid, "error.passphrase_short", "min", fmt.Sprint(minPassphrase))
	}
	return nil
}

// refused turns a secret that does not open into a refusal.
func refused(err error) error {
	if errors.Is(err, seal.ErrWrong) {
		return plan.Refuse(plan.Invalid, "error.passphrase_wrong")
	}
	return err
}
