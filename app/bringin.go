package app

import (
	"context"
	"os"
	"path/filepath"

	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/userdir"
	"cairn/internal/workspace"
)

// CameIn is a bundle that was chosen, as it compares with what is here. An empty
// Token means that the person turned away.
type CameIn struct {
	Name string             `json:"name"`
	Came workspace.Incoming `json:"came"`
}

// LookIn asks for a bundle and compares it with what is here. Nothing is changed. The
// file stays open until it is brought in, or let go of.
func (h *HandOver) LookIn() (CameIn, error) {
	if h.k.shared() {
		return CameIn{}, errShared
	}
	path, err := h.w.choose(bundleFile(), text.Say("en", "shell.bring_title", nil), userdir.Documents())
	if err != nil || path == "" {
		return CameIn{Came: workspace.Incoming{
			Clients: []workspace.IncomingClient{}, Differences: []workspace.Difference{},
		}}, err
	}
	return h.lookIn(path)
}

func (h *HandOver) lookIn(path string) (in CameIn, err error) {
	if !h.k.allowed(path) {
		return in, plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	in.Name = filepath.Base(path)
	unreadable := plan.Refuse(plan.Conflict, "error.import_unreadable", "path", in.Name)
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() { // a pipe would never end
		return in, unreadable
	}
	file, err := os.Open(path)
	if err != nil {
		return in, unreadable
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.letGo()
	h.bundle = file
	in.Came, err = run(h.k, func(w house, ctx context.Context) (workspace.Incoming, error) {
		return w.LookIn(ctx, file, info.Size())
	})
	if err != nil {
		h.letGo()
	}
	return in, err
}

// BringIn brings in the bundle that was looked at last, as one step of each client. The
// answer is a whole client.
func (h *HandOver) BringIn(in Choices) (plan.Changes, error) {
	h.k.beforeRisk()
	h.mu.Lock()
	defer h.mu.Unlock()
	c, err := run2(h.k, house.BringIn, in.Token, in.Theirs)
	if err == nil {
		h.letGo()
	}
	return c, err
}

// ForgetBundle lets go of the bundle that was looked at last.
func (h *HandOver) ForgetBundle() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.letGo()
	return does(h.k, house.ForgetBundle)
}

func (h *HandOver) letGo() {
	if h.bundle != nil {
		_ = h.bundle.Close() // only read from
	}
	h.bundle = nil
}
