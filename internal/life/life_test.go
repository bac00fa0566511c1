package life

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestBegin(t *testing.T) {
	now := time.Now()
	t.Run("the first run was not cut off, nor one after an end in good order", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "state", "running")
		first := begin(t, path, now, false)
		if err := first.End(); err != nil {
			t.Fatal(err)
		}
		begin(t, path, now, false)
	})
	t.Run("a run that never ended was cut off, and is told once for each", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "running")
		begin(t, path, now, false)
		second := begin(t, path, now, true)
		if err := second.End(); err != nil {
			t.Fatal(err)
		}
		begin(t, path, now, false)
	})
	t.Run("a machine that was switched off in between explains it", func(t *testing.T) {
		up, known := uptime(now)
		if !known {
			t.Skip("when this machine was started is not known")
		}
		path := filepath.Join(t.TempDir(), "running")
		begin(t, path, now, false)
		before := now.Add(-up - time.Hour)
		if err := os.Chtimes(path, before, before); err != nil {
			t.Fatal(err)
		}
		begin(t, path, now, false)
	})
}

func begin(t *testing.T, path string, now time.Time, want bool) *Life {
	t.Helper()
	life, before, err := Begin(path, now)
	if err != nil || before.CutOff != want {
		t.Fatalf("cut off %v, %v, want %v", before.CutOff, err, want)
	}
	return life
}

func TestDrawn(t *testing.T) {
	now := time.Now()
	undrawn := func(t *testing.T, path string, want int) *Life {
		t.Helper()
		life, before, err := Begin(path, now)
		if err != nil || before.Undrawn != want {
			t.Fatalf("undrawn %d, %v, want %d", before.Undrawn, err, want)
		}
		return life
	}
	drawn := func(t *testing.T, life *Life) {
		t.Helper()
		if err := life.Drawn(); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("the runs on end that never drew their page are counted", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "running")
		for count := range 4 {
			undrawn(t, path, count)
		}
	})
	t.Run("one that did begins anew, even when it is cut off later", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "running")
		undrawn(t, path, 0)
		drawn(t, undrawn(t, path, 1))
		undrawn(t, path, 0)
		undrawn(t, path, 1)
	})
	t.Run("so does an end in good order, after which nothing is noted", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "running")
		undrawn(t, path, 0)
		life := undrawn(t, path, 1)
		if err := life.End(); err != nil {
			t.Fatal(err)
		}
		drawn(t, life)
		begin(t, path, now, false)
	})
	t.Run("the mark of an earlier version, and one that says nothing, count none", func(t *testing.T) {
		for _, said := range []string{"", "-3", "many"} {
			path := filepath.Join(t.TempDir(), "running")
			if err := os.WriteFile(path, []byte(said), 0o600); err != nil {
				t.Fatal(err)
			}
			undrawn(t, path, 0)
		}
	})
}
