package app

import (
	"path/filepath"
	"strings"
	"testing"

	"cairn/internal/door"
	"cairn/internal/prefs"
)

func TestSafe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vault.cairn")
	v := vaultAt(t, path)
	wantStage(t, started(v, "My plan"), "plan", "")
	t.Run("nothing of the plan is in what the page begins with, but where it lies", func(t *testing.T) {
		wantStage(t, v.Safely, "safe", "")
		begin, err := beginningOf(v.k, v.w)
		if err != nil || begin.Client != nil {
			t.Fatalf("begins with %+v, %v", begin.Client, err)
		}
		if begin.Opening.Path != path || begin.Opening.Size == 0 {
			t.Errorf("opening %+v", begin.Opening)
		}
	})
	t.Run("a backup is made and brought back there, and it stays so", func(t *testing.T) {
		backups := &Backups{k: v.k, w: v.w}
		if _, err := backups.Now(); err != nil {
			t.Fatal(err)
		}
		all, err := backups.List()
		if err != nil || len(all) == 0 {
			t.Fatalf("backups %v, %v", all, err)
		}
		restored, err := backups.Restore(all[0].Name, "")
		if err != nil || restored.Opening.Stage != "safe" {
			t.Errorf("restored %+v, %v", restored, err)
		}
	})
	t.Run("another vault is not drawn either", func(t *testing.T) {
		other := filepath.Join(t.TempDir(), "other.cairn")
		another := vaultAt(t, other)
		wantStage(t, started(another, "Another"), "plan", "")
		another.k.close()
		wantStage(t, func() (Opening, error) { return v.Open(other) }, "safe", "")
		wantStage(t, func() (Opening, error) { return v.Open(path) }, "safe", "")
	})
	t.Run("to whoever looks on, no other vault is told", func(t *testing.T) {
		if err := (&Coach{k: v.k}).Share(true); err != nil {
			t.Fatal(err)
		}
		opening, err := v.Opening()
		if err != nil || opening.Stage != "safe" || !opening.Shared || len(opening.Recent) > 0 {
			t.Errorf("opening %+v, %v", opening, err)
		}
	})
	t.Run("and as usual means the plan again", func(t *testing.T) {
		wantStage(t, v.AsUsual, "plan", "")
		begin, err := beginningOf(v.k, v.w)
		if err != nil || begin.Client == nil || begin.Client.Plans[0].Name != "My plan" {
			t.Errorf("begins with %+v, %v", begin.Client, err)
		}
	})
	t.Run("a first start and a problem are what they are", func(t *testing.T) {
		v := vaultAt(t, filepath.Join(t.TempDir(), "new.cairn"))
		v.k.fresh = true
		wantStage(t, v.Safely, "first", "")
		lost := vaultAt(t, filepath.Join(t.TempDir(), "lost.cairn"))
		lost.k.safe = true
		wantStage(t, lost.Retry, "problem", "missing")
	})
}

func TestStuck(t *testing.T) {
	state := t.TempDir()
	// Each is a start that is killed: only the door falls with the process.
	start := func(drawn bool) bool {
		t.Helper()
		w := newWindow(prefs.Nowhere())
		place, _ := takeFront(state, door.Message{}, w)
		if drawn {
			if err := (&Vault{w: w}).Stands(); err != nil {
				t.Fatal(err)
			}
		}
		if err := place.door.Close(); err != nil {
			t.Fatal(err)
		}
		return place.stuck
	}
	got := []string{}
	for _, drawn := range []bool{false, false, false, true, false, false, true} {
		got = append(got, map[bool]string{true: "safe", false: "usual"}[start(drawn)])
	}
	if want := "usual usual safe safe usual usual safe"; strings.Join(got, " ") != want {
		t.Errorf("starts %v, want %s", got, want)
	}
}
