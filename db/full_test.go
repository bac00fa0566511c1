//go:build linux

package db

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// smallDisk is a folder on a disk of its own that holds 2 MB.
func smallDisk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if exec.Command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder).Run() != nil {
		t.Skip("only root can mount, and not everywhere")
	}
	t.Cleanup(func() { _ = exec.Command("umount", folder).Run() })
	return folder
}

// fill leaves no room on the disk of a folder, until free.
func fill(t *testing.T, folder string) (free func()) {
	t.Helper()
	path := filepath.Join(folder, "holiday.mp4")
	err := os.WriteFile(path, make([]byte, 4<<20), 0o600)
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	return func() { must(t, os.Remove(path)) }
}

func TestFullDisk(t *testing.T) {
	t.Run("refuses to open, and changes nothing", func(t *testing.T) {
		folder := smallDisk(t)
		d, err := Create(filepath.Join(folder, "vault.cairn"))
		must(t, err)
		must(t, d.Close())
		fill(t, folder)
		refused(t, folder, Full)
	})

	t.Run("refuses to create, and leaves nothing", func(t *testing.T) {
		folder := smallDisk(t)
		fill(t, folder)
		_, err := Create(filepath.Join(folder, "vault.cairn"))
		if p := ProblemOf("", err); p == nil || p.Code != Full {
			t.Errorf("got %v", err)
		}
		if left := names(t, folder); left != "holiday.mp4" {
			t.Errorf("left %s", left)
		}
	})

	t.Run("refuses an edit, and goes on when there is room again", func(t *testing.T) {
		folder := smallDisk(t)
		d, err := Create(filepath.Join(folder, "vault.cairn"))
		must(t, err)
		defer d.Close()
		addClient(t, d, "Ada")
		free := fill(t, folder)
		_, err = d.Write.Exec(someClients)
		if p := ProblemOf("", err); p == nil || p.Code != Full {
			t.Errorf("got %v", err)
		}
		if n := clients(t, d); n != 1 {
			t.Errorf("%d clients on a full disk", n)
		}
		free()
		run(t, d.Write, someClients)
		if said := ask[string](t, d.Read, "PRAGMA integrity_check"); said != "ok" || clients(t, d) != 2001 {
			t.Errorf("%d clients, %s", clients(t, d), said)
		}
	})
}

func TestBackupOnAFullDisk(t *testing.T) {
	folder := smallDisk(t)
	d, err := Create(filepath.Join(t.TempDir(), "vault.cairn"))
	must(t, err)
	defer d.Close()
	run(t, d.Write, manyClients)
	before := names(t, folder)
	_, err = d.Backup(t.Context(), filepath.Join(folder, "x.part"))
	if p := ProblemOf("", err); p == nil || p.Code != Full {
		t.Errorf("got %v", err)
	}
	if left := names(t, folder); left != before {
		t.Errorf("left %s", left)
	}
}
