package db

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestSaveCopy(t *testing.T) {
	t.Run("writes what was committed, while an edit is under way", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		addClient(t, d, "Ada")
		tx, err := d.Write.Begin()
		must(t, err)
		defer tx.Rollback()
		_, err = tx.Exec("INSERT INTO client (id, name, created_at) VALUES ('b', 'Ben', '2026-01-01T00:00:00Z')")
		must(t, err)

		path := filepath.Join(t.TempDir(), "a copy?.cairn")
		must(t, d.SaveCopy(path))
		wantClients(t, path, 1)
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("the copy is %v, %v", info, err)
		}
		if left := names(t, filepath.Dir(path)); left != "a copy?.cairn" {
			t.Errorf("beside the copy lies %s", left)
		}
	})

	t.Run("takes the place of a vault that was closed", func(t *testing.T) {
		d, other := newVault(t), newVault(t)
		defer d.Close()
		addClient(t, d, "Ada")
		must(t, other.Close())
		must(t, d.SaveCopy(other.Path))
		wantClients(t, other.Path, 1)
	})

	t.Run("never takes the place of the vault itself, under whatever name", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		addClient(t, d, "Ada")
		link := filepath.Join(t.TempDir(), "link.cairn")
		must(t, os.Symlink(d.Path, link))
		for _, path := range []string{d.Path, link} {
			wantRefusal(t, d.SaveCopy(path), Locked)
		}
		if clients(t, d) != 1 {
			t.Error("the vault has changed")
		}
	})

	t.Run("never takes the place of a vault that was not closed: its -wal would be read into the copy", func(t *testing.T) {
		d, other := newVault(t), newVault(t)
		defer d.Close()
		defer other.Close()
		addClient(t, other, "Ben")
		wantRefusal(t, d.SaveCopy(other.Path), Locked)
		if clients(t, other) != 1 {
			t.Error("the other vault has changed")
		}
	})

	t.Run("leaves nothing where nothing can be written", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		wantRefusal(t, d.SaveCopy(filepath.Join(t.TempDir(), "not", "there.cairn")), Missing)
	})
}

func wantClients(t *testing.T, path string, want int) {
	t.Helper()
	d, err := Open(path)
	must(t, err)
	defer d.Close()
	if got := clients(t, d); got != want {
		t.Errorf("%d clients, want %d", got, want)
	}
}

func wantRefusal(t *testing.T, err error, code string) {
	t.Helper()
	var p *Problem
	if !errors.As(err, &p) || p.Code != code {
		t.Errorf("error %v, want %s", err, code)
	}
	if code == Locked && !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v says nothing of what is there", err)
	}
}

// What a purge that was cut off has taken out of a copy is scoured by the next one.
func TestPurgeGoesOn(t *testing.T) {
	d := newVault(t)
	defer d.Close()
	addClient(t, d, "Ada")
	addClient(t, d, "Ben")
	path := filepath.Join(t.TempDir(), "copy.cairn")
	must(t, d.SaveCopy(path))
	copied, err := pool(dsn(path, nil), 1)
	must(t, err)
	conn, err := copied.Conn(t.Context())
	must(t, err)
	must(t, purge(t.Context(), conn, "Ben"))
	must(t, errors.Join(conn.Close(), copied.Close()))
	must(t, Purge(path, "Ben"))
	wantClients(t, path, 1)
	if err := Purge(path, "Ben"); !errors.Is(err, ErrNotInside) {
		t.Errorf("a third time: %v", err)
	}
}
