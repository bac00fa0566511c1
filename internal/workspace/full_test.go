//go:build linux

package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"cairn/db"
	"cairn/internal/plan"
)

// TestFullDisk fills a real disk while a vault is open on it, as a download does
// that nobody watches.
func TestFullDisk(t *testing.T) {
	folder := t.TempDir()
	if exec.Command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder).Run() != nil {
		t.Skip("only root can mount, and not everywhere")
	}
	t.Cleanup(func() { _ = exec.Command("umount", folder).Run() })
	b := &bundle{TB: t, path: filepath.Join(folder, "vault.cairn"), clock: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
	var err error
	b.vault, err = db.Create(b.path)
	b.must(err)
	b.open()
	t.Cleanup(b.shut)
	b.plan = b.ok(b.AddPlan(b.ctx(), "A garden", plan.Me)).Show
	reserve := b.path + ".reserve"
	size := func() int64 {
		info, err := os.Stat(reserve)
		b.must(err)
		return info.Size()
	}
	if size() != 1<<20 {
		t.Fatalf("the reserve is %d bytes", size())
	}
	ids := []string{}
	for n := range 40 {
		ids = append(ids, b.add(fmt.Sprint("Bed ", n), ""))
	}
	film := filepath.Join(folder, "holiday.mp4")
	if err := os.WriteFile(film, make([]byte, 16<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	notes := TextEdit{ID: ids[0], Field: "notes", Text: strings.Repeat("Water it. ", 900)}
	full := func() bool {
		_, err := b.SetText(context.Background(), notes)
		return isFull(err)
	}

	t.Run("refuses to grow, and says so", func(t *testing.T) {
		for n := 0; !full(); n++ {
			notes.Text += "Again. " // as long as the -wal has room
			if n > 1000 {
				t.Fatal("it grows on a full disk")
			}
		}
		if size() != 1<<20 {
			t.Errorf("writing took %d bytes of the reserve", 1<<20-size())
		}
	})
	t.Run("deletes out of the reserve, again and again", func(t *testing.T) {
		for n := 0; n < 20; n += 2 {
			if _, err := b.DeleteItems(context.Background(), ids[n+1:n+3]); err != nil {
				t.Fatalf("%d cannot be deleted, %d bytes of the reserve left: %v", n, size(), err)
			}
			for n := 0; !full() && n < 1000; n++ { // what a share left over is written full again
				notes.Text += "Again. "
			}
		}
		if size() == 1<<20 {
			t.Errorf("%d bytes of the reserve are left", size())
		}
	})
	t.Run("removes nobody of whom traces would be left in the file", func(t *testing.T) {
		b.must(os.Remove(film))
		_, err := b.AddClient(context.Background(), "Ruth")
		b.must(err)
		if err := os.WriteFile(film, make([]byte, 16<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("the disk is not full: %v", err)
		}
		if _, err := b.Purge(context.Background()); !isFull(err) {
			t.Errorf("purged: %v", err)
		}
		if clients := len(b.loaded().Clients); clients != 2 {
			t.Errorf("%d clients are left", clients)
		}
		b.must(os.Remove(film))
		_, err = b.Purge(context.Background())
		b.must(errors.Join(err, b.Scour(context.Background())))
		if err := os.WriteFile(film, make([]byte, 16<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("the disk is not full: %v", err)
		}
	})
	t.Run("goes on when there is room again, and fills the reserve up when it is opened", func(t *testing.T) {
		b.must(os.Remove(film))
		if full() {
			t.Fatal("it is still full")
		}
		b.restart()
		if left := len(b.mirror.items); left != 20 {
			t.Errorf("%d items are left", left)
		}
		if size() != 1<<20 {
			t.Errorf("the reserve is %d bytes", size())
		}
		if proof, err := b.vault.Check(context.Background()); err != nil || proof.Rows == 0 {
			t.Error(err)
		}
	})
	t.Run("takes no reserve along in a copy", func(t *testing.T) {
		away := t.TempDir()
		b.must(b.vault.SaveCopy(filepath.Join(away, "copy.cairn")))
		if files, err := os.ReadDir(away); err != nil || len(files) != 1 {
			t.Errorf("%v, %v", files, err)
		}
		if _, err := db.Open(reserve); db.ProblemOf(reserve, err) == nil {
			t.Errorf("the reserve opens as a vault: %v", err)
		}
	})
}
