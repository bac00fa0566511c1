package app

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/text"
	"cairn/internal/userdir"
	"cairn/internal/workspace"
)

// Attachments hang files on items, as a path or as a copy in the vault, and open
// what hangs there with the program that the system has for it (R129). A page of
// the web opens as every other link does, and nothing that could run opens at
// all.
type Attachments struct {
	k    *keep
	w    *window
	open func(path string) error

	mu     sync.Mutex
	folder string // where copies are laid to be opened, for this user only; "" before the first
}

// NewFile hangs a file on an item: Copy brings it into the vault.
type NewFile struct {
	ItemID string `json:"itemId"`
	Copy   bool   `json:"copy"`
}

// maxKept is how large a file may be that is copied into the vault, in bytes.
const maxKept = 50 * megabyte

func newAttachments(k *keep, w *window) *Attachments {
	return &Attachments{k: k, w: w, open: w.show}
}

// Attach asks for a file and hangs it on an item. Focus is the attachment; when
// the person turns away nothing has changed.
func (a *Attachments) Attach(in NewFile) (plan.Changes, error) {
	what := fileKind{endings: []string{""}}
	path, err := a.w.choose(what, text.Say("en", "shell.attach_title", nil), userdir.Documents())
	if err != nil {
		return plan.Changes{}, err
	}
	if path == "" {
		return run(a.k, house.Nothing)
	}
	return a.attach(in, path)
}

func (a *Attachments) attach(in NewFile, path string) (plan.Changes, error) {
	if !a.k.allowed(path) {
		return plan.Changes{}, plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	if err := openable(path); err != nil {
		return plan.Changes{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return plan.Changes{}, notThere(path)
	}
	body := plan.Body{"sort": "path", "name": filepath.Base(path), "where": path, "size": float64(info.Size())}
	if in.Copy {
		hash, err := a.copied(path, info.Size())
		if err != nil {
			return plan.Changes{}, err
		}
		body = plan.Body{"sort": "copy", "name": filepath.Base(path), "hash": hash, "size": float64(info.Size())}
	}
	return run1(a.k, house.SetAspect, workspace.AspectEdit{ItemID: in.ItemID, Kind: plan.Attachment, Body: body})
}

// copied brings a file into the vault, and is its hash.
func (a *Attachments) copied(path string, size int64) (string, error) {
	if size > maxKept {
		return "", plan.Refuse(plan.Invalid, "error.attachment_large", "max", strconv.Itoa(maxKept/megabyte))
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", notThere(path)
	}
	client, err := run(a.k, house.Client)
	if err != nil {
		return "", err
	}
	return run2(a.k, house.KeepFile, client, raw)
}

// Open opens what hangs on an item: a link in the browser, a file in its own
// program.
func (a *Attachments) Open(id string) error {
	hung, err := run1(a.k, house.Aspect, id)
	if err != nil {
		return err
	}
	say := func(field string) string { s, _ := hung.Body[field].(string); return s }
	switch {
	case hung.Kind != plan.Attachment:
		return plan.Refuse(plan.NotFound, "error.aspect_gone")
	case say("sort") == "link":
		link, err := outward(say("where"))
		if err == nil {
			a.w.browse(link)
		}
		return err
	case say("sort") == "copy":
		return a.openCopy(say("hash"), say("name"))
	default:
		return a.openFile(say("where"))
	}
}

func (a *Attachments) openFile(path string) error {
	if !filepath.IsAbs(path) {
		return notThere(path)
	}
	if !a.k.allowed(path) {
		return plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	if err := openable(path); err != nil {
		return err
	}
	return a.open(path)
}

// openCopy lays a copy into a folder for this user only, and opens it there. What
// is changed in it stays outside of the vault, and goes when the program ends.
func (a *Attachments) openCopy(hash, name string) error {
	raw, err := run(a.k, func(w house, ctx context.Context) ([]byte, error) { return w.KeptFile(ctx, hash) })
	if err != nil {
		return err
	}
	folder, err := a.place()
	if err != nil {
		return err
	}
	folder, err = os.MkdirTemp(folder, "")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, safeName(name))
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		return err
	}
	if err := openable(path); err != nil {
		_ = os.RemoveAll(folder) // it is refused, and empties itself at the end
		return err
	}
	return a.open(path)
}

// place is the folder in which copies are laid.
func (a *Attachments) place() (string, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.folder == "" {
		folder, err := os.MkdirTemp("", "cairn-*") // for this user only
		if err != nil {
			return "", err
		}
		a.folder = folder
	}
	return a.folder, nil
}

// clear takes away the copies that were opened.
func (a *Attachments) clear() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.folder != "" {
		_ = os.RemoveAll(a.folder) // one that another program still holds goes with the system's own temporary files
		a.folder = ""
	}
}

// safeName is a name without what no file may be called; its ending stays.
func safeName(name string) string {
	ending := filepath.Ext(name)
	base := interop.FileName(strings.TrimSuffix(name, ending))
	if base == "" {
		base = "file"
	}
	return base + interop.FileName("x" + ending)[1:]
}

func notThere(path string) error {
	return plan.Refuse(plan.NotFound, "error.attachment_missing", "path", filepath.Base(path))
}
