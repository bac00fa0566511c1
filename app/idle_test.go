package app

import (
	"path/filepath"
	"testing"
	"time"

	"cairn/internal/workspace"
)

func TestLockIdle(t *testing.T) {
	v := vaultAt(t, filepath.Join(t.TempDir(), "vault.cairn"))
	wantStage(t, started(v, "My plan"), "plan", "")
	code, err := run1(v.k, house.BeginSeal, "a stone in the river")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := run1(v.k, house.ConfirmSeal, code); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name   string
		later  time.Duration
		atOnce bool
		locks  bool
	}{
		{"in use", lockAfter / 2, false, false},
		{"nobody was there", lockAfter + time.Minute, false, true},
		{"locked already", lockAfter + time.Hour, false, false},
		{"the computer woke", 0, true, true},
	} {
		if step.atOnce {
			if _, err := run1(v.k, house.Unlock, "a stone in the river"); err != nil {
				t.Fatal(err)
			}
		}
		if got := v.k.lockIdle(time.Now().Add(step.later), step.atOnce); got != step.locks {
			t.Errorf("%s: locked %v", step.name, got)
		}
	}
	if lock, err := run(v.k, house.Lock); lock != workspace.Locked || err != nil {
		t.Errorf("%q, %v", lock, err)
	}
}

func TestSlept(t *testing.T) {
	if slept(look, look) || slept(look+time.Second, look) {
		t.Error("a computer that was awake slept")
	}
	if !slept(time.Hour, look) {
		t.Error("an hour of sleep was missed")
	}
}
