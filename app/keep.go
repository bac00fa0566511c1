package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/ground"
	"cairn/internal/plan"
)

// keep holds the one vault that is open, or the reason why none is, and from
// the start to the end the door of its path: a second start finds the first
// even while that still asks what to begin with. Calls of the page share it;
// opening and closing have it alone.
type keep struct {
	raise    func(door.Message)     // what to do when somebody knocks
	allowed  func(path string) bool // which files this build may open
	remember func(path string)      // which vault comes first at the next start
	recent   func() []string        // the vaults that were opened, newest first

	mu      sync.RWMutex
	path    string     // of the vault that is open, or should be
	fresh   bool       // nobody named the path, so nothing there is a first start
	door    *door.Door // of the path; nil: it could not be taken
	open    *opened    // nil: none is
	problem string     // why none is, a code of db.Problem; empty: a first start
	safe    bool       // the page is given nothing of what is in it
}

// where is the path of the vault.
func (k *keep) where() string {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.path
}

// opening says how things stand. A vault without a plan is a first start too:
// the program may have been killed, or the first plan taken back.
func (k *keep) opening() (Opening, error) {
	k.mu.RLock()
	state := Opening{Stage: "plan", Problem: k.problem, Path: k.path, Copies: []string{}}
	closed, safe := k.open == nil, k.safe
	k.mu.RUnlock()
	recent := slices.DeleteFunc(slices.Clone(k.recent()), func(path string) bool { return !k.allowed(path) })
	if state.Shared = k.shared(); state.Shared {
		recent = nil // other vaults are nobody's business
	}
	state.Recent = recentVaults(recent, state.Path)
	if state.Problem != "" {
		state.Stage, state.Copies = "problem", copiesOf(state.Path)
		state.Backup = helping(state.Path, state.Problem)
		return state, nil
	}
	empty, err := run(k, house.Empty)
	switch {
	case closed || empty:
		state.Stage, err = "first", nil
	case safe:
		state.Stage, state.Size = "safe", sizeOf(state.Path)
	default:
		state.Ground = k.unknownGround()
	}
	return state, err
}

// errShared is the refusal of what nobody may see who looks on.
var errShared = plan.Refuse(plan.Conflict, "error.shared")

// shared says whether somebody looks on.
func (k *keep) shared() bool {
	shared, err := run(k, func(w house, _ context.Context) (bool, error) { return w.Shared(), nil })
	return err == nil && shared
}

// unknownGround is what the vault stands on, unless its owner knows already.
func (k *keep) unknownGround() ground.Ground {
	under := ground.Under(k.where())
	known, err := run(k, house.KnownGround)
	if err != nil || known == sayGround(under) {
		return ground.Ground{}
	}
	return under
}

// sayGround is how a vault remembers a ground; firm ground is "".
func sayGround(g ground.Ground) string {
	return strings.TrimSpace(g.Kind + " " + g.Name)
}

// start takes the door, which is quick, and opens the vault while the window is
// on its way; whoever asks for the vault meanwhile waits for it. It says no
// when another process has it.
func (k *keep) start() bool {
	k.mu.Lock()
	if errors.Is(k.hold(), door.ErrHeld) {
		k.problem = db.Locked
		k.mu.Unlock()
		return false
	}
	go func() {
		defer k.mu.Unlock()
		k.find()
	}()
	return true
}

// retry opens the vault where it should be, or learns why it cannot.
func (k *keep) retry() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.open == nil {
		k.find()
	}
}

// change goes over to another vault. As long as one is open, a refused file
// changes nothing and is an error; on a start screen it is the new problem.
func (k *keep) change(path string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch {
	case !k.allowed(path):
		return plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	case k.open == nil:
		k.turn(path, false)
		return nil
	case k.path == path:
		return nil
	}
	return k.exchange(path)
}

// turn leaves a path where nothing is open for another one.
func (k *keep) turn(path string, fresh bool) {
	k.leave()
	k.path, k.fresh = path, fresh
	k.find()
}

func (k *keep) find() {
	open, err := k.look()
	k.open, k.problem = open, codeOf(k.path, err)
	if k.fresh && k.problem == db.Missing {
		k.problem = ""
	}
	if open != nil {
		k.remember(k.path)
	}
}

// look opens what lies at the path. Where nothing does, a folder that can't be
// written or is not there either is no reason yet; another process is one.
func (k *keep) look() (*opened, error) {
	held := k.hold()
	if errors.Is(held, door.ErrHeld) {
		return nil, held
	}
	if _, err := os.Stat(k.path); err != nil {
		return nil, err
	}
	if held != nil {
		return nil, held
	}
	return openVault(k.path, db.Open)
}

// exchange opens the other vault first, so that a refused one costs nothing.
func (k *keep) exchange(path string) error {
	next := k.next(path)
	next.find()
	if next.open == nil {
		next.leave()
		return plan.Refuse(plan.Conflict, "error.vault_"+next.problem, "path", filepath.Base(path))
	}
	k.become(next)
	return nil
}

// begin makes a new vault where nothing is yet, and goes over to it.
func (k *keep) begin(path string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.allowed(path) {
		return plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	next := k.next(path)
	var err error
	if next.open, err = next.build(); err != nil {
		next.leave()
		return notWritten("new", path, err)
	}
	k.become(next)
	k.remember(path)
	return nil
}

// next is another path, still closed, of which is remembered what is of this
// one.
func (k *keep) next(path string) *keep {
	return &keep{path: path, raise: k.raise, remember: k.remember}
}

// become leaves this vault for one that is open.
func (k *keep) become(next *keep) {
	k.leave()
	k.path, k.door, k.open = next.path, next.door, next.open
	k.fresh, k.problem = false, ""
}

// saveCopy writes the whole vault to a file of its own.
func (k *keep) saveCopy(path string) error {
	k.mu.RLock()
	defer k.mu.RUnlock()
	switch {
	case k.open == nil:
		return errNoVault
	case !k.allowed(path):
		return plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	case k.open.file.Is(path):
		return plan.Refuse(plan.Conflict, "error.copy_itself")
	}
	return notWritten("copy", path, k.open.saveCopy(path))
}

// notWritten says in one sentence why a new vault or a copy could not be
// written; nil when it was.
func notWritten(what, path string, err error) error {
	problem := db.ProblemOf(path, err)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return plan.Refuse(plan.Conflict, "error."+what+"_there", "path", filepath.Base(path))
	case problem != nil && problem.Code == db.Locked:
		return plan.Refuse(plan.Conflict, "error."+what+"_locked", "path", filepath.Base(path))
	case problem != nil && slices.Contains([]string{db.ReadOnly, db.Full, db.Denied, db.Missing}, problem.Code):
		return plan.Refuse(plan.Conflict, "error."+what+"_readonly", "path", filepath.Base(path))
	}
	return err
}

// create makes the vault where nothing is yet, and says whether one is open.
func (k *keep) create() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.open == nil && (k.problem == "" || k.problem == db.Missing) {
		open, err := k.build()
		k.open, k.problem = open, codeOf(k.path, err)
		k.remember(k.path)
	}
	return k.open != nil
}

// build makes a new file at the path, and its folder for this user only.
func (k *keep) build() (*opened, error) {
	if err := os.MkdirAll(filepath.Dir(k.path), 0o700); err != nil {
		return nil, err
	}
	if err := k.hold(); err != nil {
		return nil, err
	}
	return openVault(k.path, db.Create)
}

// moveBeside turns from a refused vault to a name beside it that is free.
func (k *keep) moveBeside() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.open == nil && k.problem != "" {
		k.turn(besideOf(k.path), true)
	}
}

func (k *keep) close() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.leave()
}

// hold takes the door of the path, unless it is held already.
func (k *keep) hold() (err error) {
	if k.door == nil {
		k.door, err = holdDoor(k.path, k.raise)
	}
	return err
}

// leave closes what is open at the path, and its door behind it.
func (k *keep) leave() {
	if k.open != nil {
		k.open.close()
		k.open = nil
	}
	if k.door == nil {
		return
	}
	if err := k.door.Close(); err != nil {
		slog.Error("the door of the vault does not close", "err", err)
	}
	k.door = nil
}

// besideOf is the first of vault-2.cairn, vault-3.cairn … that is not there.
func besideOf(path string) string {
	ending := filepath.Ext(path)
	return firstFree(2, func(n int) string { return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ending), n, ending) })
}

// firstFree is the first of the paths from a number on at which nothing lies.
func firstFree(n int, path func(n int) string) string {
	for ; ; n++ {
		if _, err := os.Lstat(path(n)); os.IsNotExist(err) {
			return path(n)
		}
	}
}

// codeOf names what stands between a person and the vault; nothing does when
// there is no error.
func codeOf(path string, err error) string {
	if err == nil {
		return ""
	}
	if problem := db.ProblemOf(path, err); problem != nil {
		return problem.Code
	}
	slog.Error("the vault does not open", "err", err)
	return "unknown"
}
