package app

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/plan"
)

// keep holds the one vault that is open, or the reason why none is. Calls of
// the page share it; opening and closing have it alone.
type keep struct {
	raise    func(door.Message)     // what to do when somebody knocks
	allowed  func(path string) bool // which files this build may open
	remember func(path string)      // which vault comes first at the next start

	mu      sync.RWMutex
	path    string  // of the vault that is open, or should be
	fresh   bool    // nobody named the path, so nothing there is a first start
	open    *opened // nil: none is
	problem string  // why none is, a code of db.Problem; empty: a first start
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
	closed := k.open == nil
	k.mu.RUnlock()
	if state.Problem != "" {
		state.Stage, state.Copies = "problem", copiesOf(state.Path)
		return state, nil
	}
	empty, err := run(k, house.Empty)
	if closed || empty {
		state.Stage, err = "first", nil
	}
	return state, err
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
		k.path, k.fresh = path, false
		k.find()
		return nil
	case k.path == path:
		return nil
	}
	return k.exchange(path)
}

func (k *keep) find() {
	open, err := openVault(k.path, k.raise)
	k.open, k.problem = open, codeOf(k.path, err)
	if k.fresh && k.problem == db.Missing {
		k.problem = ""
	}
	if open != nil {
		k.remember(k.path)
	}
}

func (k *keep) exchange(path string) error {
	next, err := openVault(path, k.raise)
	if err != nil {
		return plan.Refuse(plan.Conflict, "error.vault_refused", "problem", codeOf(path, err))
	}
	k.open.close()
	k.path, k.open = path, next
	k.remember(path)
	return nil
}

// create makes the vault where nothing is yet, and says whether one is open.
func (k *keep) create() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.open == nil && (k.problem == "" || k.problem == db.Missing) {
		open, err := createVault(k.path, k.raise)
		k.open, k.problem = open, codeOf(k.path, err)
		k.remember(k.path)
	}
	return k.open != nil
}

// moveBeside turns from a refused vault to a name beside it that is free.
func (k *keep) moveBeside() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.open == nil && k.problem != "" {
		k.path, k.fresh, k.problem = besideOf(k.path), true, ""
	}
}

func (k *keep) close() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.open != nil {
		k.open.close()
		k.open = nil
	}
}

// besideOf is the first of vault-2.cairn, vault-3.cairn … that is not there.
func besideOf(path string) string {
	ending := filepath.Ext(path)
	for n := 2; ; n++ {
		beside := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ending), n, ending)
		if _, err := os.Lstat(beside); os.IsNotExist(err) {
			return beside
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
