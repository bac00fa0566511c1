package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"cairn/internal/ground"
	"cairn/internal/plan"
	"cairn/internal/text"
)

// Vault opens the one file, and is all that the start screens can do.
type Vault struct {
	k *keep
	w *window

	mu     sync.Mutex
	copied string // the copy that was saved last
}

// Opening says what the page shows: the plan, a first start, the problem that
// stands between the person and the vault, or nothing of what is in it.
type Opening struct {
	Stage   string     `json:"stage"`   // "plan", "first", "problem" or "safe"
	Problem string     `json:"problem"` // missing, empty, foreign, newer, damaged, readonly, full, failing, locked, denied or unknown
	Path    string     `json:"path"`    // of the vault, wherever it should be
	Copies  []string   `json:"copies"`  // the copies beside a vault with a problem, newest first
	Backup  BackupFile `json:"backup"`  // the newest good backup of a vault that is lost; no name: none

	Size   int           `json:"size"`   // of the file, in bytes; told where nothing else of it is
	Recent []RecentVault `json:"recent"` // other vaults that were opened, newest first
	Ground ground.Ground `json:"ground"` // what the open vault stands on, as long as its owner does not know it
	Shared bool          `json:"shared"` // somebody looks on
}

// Opening answers with how things stand.
func (v *Vault) Opening() (Opening, error) {
	return v.k.opening()
}

// Start makes the vault where it should be, with one empty plan in it.
func (v *Vault) Start(subject plan.Subject, name string) (Opening, error) {
	return v.begin(func(w house, ctx context.Context) (plan.Changes, error) {
		return w.AddPlan(ctx, name, subject)
	})
}

// StartSample makes the vault with one of the sample plans in it.
func (v *Vault) StartSample(key string) (Opening, error) {
	return v.begin(addSample(key))
}

// Open opens the vault at the path. As long as another is open, a file that is
// refused is an error and changes nothing.
func (v *Vault) Open(path string) (Opening, error) {
	if v.k.shared() {
		return Opening{}, errShared
	}
	if strings.EqualFold(filepath.Ext(path), bundleEnding) {
		return Opening{}, plan.Refuse(plan.Conflict, "error.bundle_open", "path", filepath.Base(path))
	}
	if err := v.k.change(path); err != nil {
		return Opening{}, err
	}
	return v.k.opening()
}

// Choose asks for a file in the system's own dialog and opens it. A dialog
// that is cancelled changes nothing.
func (v *Vault) Choose() (Opening, error) {
	if v.k.shared() {
		return Opening{}, errShared
	}
	path, err := v.w.choose(vaultFile(), text.Say("en", "shell.choose_title", nil), filepath.Dir(v.k.where()))
	if err != nil || path == "" {
		return v.unchanged(err)
	}
	return v.Open(path)
}

// Create asks where and makes a new vault there: a first start.
func (v *Vault) Create() (Opening, error) {
	if v.k.shared() {
		return Opening{}, errShared
	}
	path, err := v.w.ask(vaultFile(), text.Say("en", "shell.new_title", nil), text.Say("en", "shell.new_name", nil))
	if err == nil && path != "" {
		err = v.k.begin(path)
	}
	return v.unchanged(err)
}

// SaveCopy asks where and writes the whole vault there. It answers with the
// path of the copy; it is empty when the person turned away.
func (v *Vault) SaveCopy() (string, error) {
	if v.k.shared() {
		return "", errShared
	}
	name := nameOf(v.k.where()) + " " + time.Now().Format(time.DateOnly)
	path, err := v.w.ask(vaultFile(), text.Say("en", "shell.copy_title", nil), name)
	if err == nil && path != "" {
		err = v.k.saveCopy(path)
	}
	if err != nil || path == "" {
		return "", err
	}
	noted := does(v.k, func(w house, ctx context.Context) error { return w.NoteCopy(ctx, path) })
	if noted != nil {
		return "", noted
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.copied = path
	return path, nil
}

// ShowCopy shows the folder of the copy that was saved last.
func (v *Vault) ShowCopy() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.copied == "" {
		return plan.Refuse(plan.NotFound, "error.no_copy")
	}
	return v.w.show(existing(filepath.Dir(v.copied)))
}

// KnowGround keeps that the owner knows what the vault stands on now.
func (v *Vault) KnowGround() error {
	under := sayGround(ground.Under(v.k.where()))
	return does(v.k, func(w house, ctx context.Context) error { return w.KnowGround(ctx, under) })
}

// News answers with what the page does not know yet.
func (v *Vault) News() (News, error) {
	return v.w.news.take(), nil
}

// StartBeside leaves a refused file as it is and goes on to a first start with
// a new one next to it.
func (v *Vault) StartBeside() (Opening, error) {
	v.k.moveBeside()
	return v.k.opening()
}

// Retry looks at the file again, after something was done about it.
func (v *Vault) Retry() (Opening, error) {
	v.k.retry()
	return v.k.opening()
}

// ShowFolder shows the folder of the vault in the system's own file manager.
func (v *Vault) ShowFolder() error {
	return v.w.show(existing(filepath.Dir(v.k.where())))
}

func (v *Vault) begin(first func(house, context.Context) (plan.Changes, error)) (Opening, error) {
	if !v.k.create() {
		return v.k.opening()
	}
	_, err := run(v.k, first)
	return v.unchanged(err)
}

func (v *Vault) unchanged(err error) (Opening, error) {
	if err != nil {
		return Opening{}, err
	}
	return v.k.opening()
}

// copiesOf finds the copies that were made of the vault before it was migrated.
func copiesOf(path string) []string {
	copies := []string{}
	files, _ := os.ReadDir(filepath.Dir(path)) // an unreadable folder shows none
	for _, file := range files {
		if strings.HasPrefix(file.Name(), filepath.Base(path)+".before-v") {
			copies = append(copies, filepath.Join(filepath.Dir(path), file.Name()))
		}
	}
	slices.Reverse(copies)
	return copies
}
