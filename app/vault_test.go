package app

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/plan"
	"cairn/internal/prefs"
)

func TestOpening(t *testing.T) {
	t.Run("where nobody has been yet, it is a first start", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "new", "vault.cairn"))
		v.k.fresh = true
		wantStage(t, v.Retry, "first", "")
		wantStage(t, started(v, "My plan"), "plan", "")
		wantStage(t, v.Opening, "plan", "")
	})
	t.Run("a sample is a start too", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
		wantStage(t, func() (Opening, error) { return v.StartSample("book") }, "plan", "")
	})
	t.Run("what was written is there at the next start", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		v := vaultAt(t, path)
		wantStage(t, started(v, "My plan"), "plan", "")
		v.k.close()
		again := vaultAt(t, path)
		wantStage(t, again.Retry, "plan", "")
		all, err := run(again.k, house.Load)
		if err != nil || len(all.Plans) != 1 || all.Plans[0].Name != "My plan" {
			t.Errorf("plans %+v, %v", all.Plans, err)
		}
	})
	t.Run("opens the vault while the window comes, and whoever asks waits for it", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		v := vaultAt(t, path)
		wantStage(t, started(v, "My plan"), "plan", "")
		v.k.close()
		again := vaultAt(t, path)
		if !again.k.start() {
			t.Fatal("nobody else has it")
		}
		begin, err := beginningOf(again.k, again.w)
		if err != nil || begin.Opening.Stage != "plan" || begin.Client == nil || begin.Client.Plans[0].Name != "My plan" {
			t.Errorf("begins with %+v, %v", begin, err)
		}
	})
	t.Run("a vault that lost its only plan is a first start again", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
		wantStage(t, started(v, "My plan"), "plan", "")
		if _, err := (&History{v.k}).Undo(); err != nil {
			t.Fatal(err)
		}
		wantStage(t, v.Opening, "first", "")
		wantStage(t, started(v, "Another"), "plan", "")
	})
	t.Run("a name that cannot be is refused, and the start stays open", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
		if _, err := v.Start(plan.Me, " "); plan.CodeOf(err) != plan.Invalid {
			t.Errorf("error %v, want an invalid one", err)
		}
		wantStage(t, started(v, "My plan"), "plan", "")
	})
}

func TestOpeningAProblem(t *testing.T) {
	for problem, make := range problems {
		t.Run(problem, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "vault.cairn")
			make(t, path)
			before := bytesAt(path)
			v := vaultAt(t, path)

			wantStage(t, v.Retry, "problem", problem)
			if _, err := (&Items{v.k}).Delete([]string{"1"}); plan.CodeOf(err) != plan.Conflict {
				t.Errorf("an edit answers %v, want a conflict", err)
			}
			if problem == db.Missing {
				wantStage(t, started(v, "My plan"), "plan", "") // what is not there may be made
				return
			}
			wantStage(t, started(v, "My plan"), "problem", problem)
			if !bytes.Equal(bytesAt(path), before) {
				t.Error("the refused file has changed")
			}
		})
	}
}

// problems makes each file that is refused.
var problems = map[string]func(t *testing.T, path string){
	db.Missing: func(*testing.T, string) {},
	db.Empty:   func(t *testing.T, path string) { write(t, path, nil) },
	db.Foreign: func(t *testing.T, path string) {
		write(t, path, bytes.Repeat([]byte("A letter to my sister.\n"), 1000))
	},
	db.Newer: func(t *testing.T, path string) {
		vault := aVault(t, path)
		vault[60], vault[61], vault[62], vault[63] = 0, 0, 0x27, 0x0f // user_version 9999
		write(t, path, vault)
	},
	db.Damaged: func(t *testing.T, path string) {
		vault := aVault(t, path)
		write(t, path, append(vault[:4096], bytes.Repeat([]byte{0xa5}, len(vault)-4096)...))
	},
	db.ReadOnly: func(t *testing.T, path string) {
		write(t, path, aVault(t, path))
		forbid(t, path, 0o400)
	},
	db.Denied: func(t *testing.T, path string) {
		write(t, path, aVault(t, path))
		forbid(t, path, 0o000)
	},
	db.Locked: func(t *testing.T, path string) {
		write(t, path, aVault(t, path))
		held, err := door.Hold(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = held.Close() })
	},
}

func TestStartScreens(t *testing.T) {
	t.Run("what can be read of a damaged vault comes back in another one", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		v := vaultAt(t, path)
		wantStage(t, func() (Opening, error) { return v.StartSample("book") }, "plan", "")
		v.k.close()
		whole := bytesAt(path)
		clear(whole[:4096]) // it no longer knows where anything is
		write(t, path, whole)
		wantStage(t, v.Retry, "problem", db.Damaged)
		brought, err := v.Salvage()
		if err != nil {
			t.Fatal(err)
		}
		if brought.Plans != 1 || brought.Items == 0 || filepath.Dir(brought.Path) != filepath.Dir(path) {
			t.Errorf("this came back: %+v", brought)
		}
		if !bytes.Equal(bytesAt(path), whole) {
			t.Error("the damaged vault has changed")
		}
		wantStage(t, func() (Opening, error) { return v.Open(brought.Path) }, "plan", "")
		if _, err := v.Salvage(); plan.CodeOf(err) != plan.Conflict {
			t.Errorf("a whole vault is salvaged: %v", err)
		}
	})
	t.Run("beside a refused file there is room for a new one", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		write(t, path, []byte("not a vault"))
		v := vaultAt(t, path)
		wantStage(t, v.Retry, "problem", db.Foreign)
		wantStage(t, v.StartBeside, "first", "")
		wantStage(t, started(v, "My plan"), "plan", "")
		if got := filepath.Base(v.k.where()); got != "vault-2.cairn" {
			t.Errorf("the new vault is %s", got)
		}
		if got := string(bytesAt(path)); got != "not a vault" {
			t.Errorf("the refused file is %q now", got)
		}
	})
	t.Run("a file that was mended opens when it is looked at again", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		write(t, path, nil)
		v := vaultAt(t, path)
		wantStage(t, v.Retry, "problem", db.Empty)
		write(t, path, aVault(t, filepath.Join(t.TempDir(), "other.cairn")))
		wantStage(t, v.Retry, "first", "")
	})
	t.Run("the copies beside a vault with a problem are shown, newest first", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "my [1] vault.cairn")
		write(t, path, nil)
		write(t, path+".before-v2.cairn", nil)
		write(t, path+".before-v3.cairn", nil)
		v := vaultAt(t, path)
		state, err := v.Retry()
		if want := []string{path + ".before-v3.cairn", path + ".before-v2.cairn"}; err != nil || !slices.Equal(state.Copies, want) {
			t.Errorf("copies %q, %v, want %q", state.Copies, err, want)
		}
	})
	t.Run("another vault takes the place of the one that is open", func(t *testing.T) {
		folder := t.TempDir()
		one, two := filepath.Join(folder, "one.cairn"), filepath.Join(folder, "two.cairn")
		v := vaultAt(t, one)
		wantStage(t, started(v, "One"), "plan", "")
		aVault(t, two)
		wantStage(t, func() (Opening, error) { return v.Open(two) }, "first", "")
		held, err := door.Hold(one)
		if err != nil {
			t.Fatalf("the first vault is still held: %v", err)
		}
		_ = held.Close()
	})
	t.Run("a wrong file does not close the vault that is open", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		v := vaultAt(t, path)
		wantStage(t, started(v, "My plan"), "plan", "")
		write(t, path+".txt", []byte("not a vault"))
		_, err := v.Open(path + ".txt")
		wantRefusal(t, err, "error.vault_foreign")
		wantStage(t, v.Opening, "plan", "")
	})
	t.Run("a build that may not open a file does not look at it", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
		v.k.allowed = func(string) bool { return false }
		if _, err := v.Open(path); plan.CodeOf(err) != plan.Invalid {
			t.Errorf("error %v, want an invalid one", err)
		}
	})
}

func TestSecondStart(t *testing.T) {
	for name, first := range map[string]struct {
		fresh bool
		begin func(t *testing.T, v *Vault)
	}{
		"a plan is open": {true, func(t *testing.T, v *Vault) {
			wantStage(t, started(v, "My plan"), "plan", "")
		}},
		"nothing is begun yet": {true, func(t *testing.T, v *Vault) {
			wantStage(t, v.Retry, "first", "")
		}},
		"the vault is missing": {false, func(t *testing.T, v *Vault) {
			wantStage(t, v.Retry, "problem", db.Missing)
		}},
		"the vault was refused": {true, func(t *testing.T, v *Vault) {
			write(t, v.k.path, []byte("not a vault"))
			wantStage(t, v.Retry, "problem", db.Foreign)
		}},
		"a new one is begun beside it": {true, func(t *testing.T, v *Vault) {
			write(t, v.k.path, []byte("not a vault"))
			wantStage(t, v.Retry, "problem", db.Foreign)
			wantStage(t, v.StartBeside, "first", "")
		}},
	} {
		t.Run("raises the window of the first, where "+name, func(t *testing.T) {
			v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
			raised := make(chan door.Message, 1)
			v.k.fresh, v.k.raise = first.fresh, func(message door.Message) { raised <- message }
			v.k.retry()
			first.begin(t, v)

			second := vaultAt(t, v.k.where())
			second.k.fresh = first.fresh
			second.k.retry()
			if second.k.problem != db.Locked { // else a window would open
				t.Fatalf("the second start finds %q, want it locked", second.k.problem)
			}
			if code := show(nil, command{}, second.k, newWindow(prefs.Nowhere()), ""); code != 0 {
				t.Errorf("the second start ends with %d, want 0", code)
			}
			select {
			case <-raised:
			case <-time.After(10 * time.Second):
				t.Error("the window of the first start was not raised")
			}
		})
	}
	t.Run("is a first start of its own when the first has left", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		v := vaultAt(t, path)
		v.k.fresh = true
		wantStage(t, v.Retry, "first", "")
		v.k.close()
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
			t.Errorf("the first left %v", left)
		}
		again := vaultAt(t, path)
		again.k.fresh = true
		wantStage(t, again.Retry, "first", "")
	})
	t.Run("in a folder that can't be written, a first start says so when it begins", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "folder")
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		forbid(t, folder, 0o500)
		v := vaultAt(t, filepath.Join(folder, "vault.cairn"))
		v.k.fresh = true
		wantStage(t, v.Retry, "first", "")
		wantStage(t, started(v, "My plan"), "problem", db.ReadOnly)
	})
}

func vaultAt(t *testing.T, path string) *Vault {
	t.Helper()
	k := newKeep()
	k.path = path
	k.raise = func(door.Message) {}
	k.allowed = func(string) bool { return true }
	t.Cleanup(k.close)
	return &Vault{k: k, w: newWindow(prefs.Nowhere())}
}

func started(v *Vault, name string) func() (Opening, error) {
	return func() (Opening, error) { return v.Start(plan.Me, name) }
}

func wantStage(t *testing.T, open func() (Opening, error), stage, problem string) {
	t.Helper()
	state, err := open()
	if err != nil || state.Stage != stage || state.Problem != problem {
		t.Fatalf("opens as %+v, %v, want stage %q, problem %q", state, err, stage, problem)
	}
}

// aVault makes an empty vault at the path and answers with its bytes.
func aVault(t *testing.T, path string) []byte {
	t.Helper()
	file, err := db.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return bytesAt(path)
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// forbid takes rights on a file or a folder away until the test ends.
func forbid(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("nothing is forbidden to root")
	}
	before, err := os.Stat(path)
	if err == nil {
		err = os.Chmod(path, mode)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(path, before.Mode()) })
}

func bytesAt(path string) []byte {
	content, _ := os.ReadFile(path)
	return content
}
