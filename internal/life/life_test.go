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
	life, cutOff, err := Begin(path, now)
	if err != nil || cutOff != want {
		t.Fatalf("cut off %v, %v, want %v", cutOff, err, want)
	}
	return life
}
