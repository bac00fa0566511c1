package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/userdir"
	"cairn/internal/workspace"
)

// HandOver lets a client leave in a vault of their own, and takes back what comes: that
// vault, or a bundle.
type HandOver struct {
	k *keep
	w *window

	mu     sync.Mutex
	left   string   // the vault that left last
	bundle *os.File // the bundle that was looked at last (bringin.go)
}

// CameBack is a vault that was chosen, as it compares with what is here. An empty
// Token means that the person turned away.
type CameBack struct {
	Name string             `json:"name"`
	Came workspace.Returned `json:"came"`
}

// Choices are the differences of what was Returned in which what is there counts.
type Choices struct {
	Token  string   `json:"token"`
	Theirs []string `json:"theirs"`
}

// Leave asks where and writes the open client there. It answers with the path; it is
// empty when the person turned away.
func (h *HandOver) Leave(name string) (string, error) {
	path, err := h.w.ask(vaultFile(), text.Say("en", "shell.handover_title", nil), interop.FileName(name))
	if err == nil && path != "" {
		err = h.k.handOver(path)
	}
	if err != nil || path == "" {
		return "", err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.left = path
	return path, nil
}

// Show shows the folder of the vault that left last.
func (h *HandOver) Show() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.left == "" {
		return plan.Refuse(plan.NotFound, "error.no_handover")
	}
	return h.w.show(existing(filepath.Dir(h.left)))
}

// Look asks for a vault that came back and compares it. Nothing is changed.
func (h *HandOver) Look() (CameBack, error) {
	path, err := h.w.choose(vaultFile(), text.Say("en", "shell.return_title", nil), userdir.Documents())
	back := CameBack{Name: filepath.Base(path), Came: workspace.Returned{Differences: []workspace.Difference{}}}
	if err == nil && path != "" {
		back.Came, err = h.k.lookAt(path)
	}
	return back, err
}

// TakeBack brings in what came with the vault that was looked at last, as one step.
func (h *HandOver) TakeBack(in Choices) (plan.Changes, error) {
	h.k.beforeRisk()
	return run2(h.k, house.TakeBack, in.Token, in.Theirs)
}

// Forget lets go of the vault that was looked at last.
func (h *HandOver) Forget() error { return does(h.k, house.ForgetReturn) }

// handOver writes the open client to a vault of its own, behind its door.
func (k *keep) handOver(path string) error {
	if !k.allowed(path) {
		return plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	err := does(k, func(w house, ctx context.Context) error {
		if k.open.file.Is(path) {
			return plan.Refuse(plan.Conflict, "error.copy_itself")
		}
		return behindDoor(path, func() error { return w.HandOver(ctx, path) })
	})
	return notWritten("handover", path, err)
}

// lookAt compares a vault that came back, behind its door.
func (k *keep) lookAt(path string) (seen workspace.Returned, err error) {
	if !k.allowed(path) {
		return seen, plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	err = does(k, func(w house, ctx context.Context) error {
		if k.open.file.Is(path) {
			return plan.Refuse(plan.Conflict, "error.return_itself")
		}
		return behindDoor(path, func() error {
			seen, err = w.LookAtReturn(ctx, path)
			return err
		})
	})
	if problem := db.ProblemOf(path, err); problem != nil {
		return seen, plan.Refuse(plan.Conflict, "error.vault_"+problem.Code, "path", filepath.Base(path))
	}
	return seen, err
}

// behindDoor does something with a file while no other process has it open. Where the
// folder cannot be written there is no door, and nobody writes the file either.
func behindDoor(path string, do func() error) error {
	held, err := door.Hold(path)
	if errors.Is(err, fs.ErrPermission) || db.ProblemOf(path, err) != nil && !errors.Is(err, door.ErrHeld) {
		return do()
	}
	if err != nil {
		return err
	}
	return errors.Join(do(), held.Close())
}
