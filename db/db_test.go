package db

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newVault makes a vault in a folder of its own.
func newVault(t *testing.T) *DB {
	t.Helper()
	d, err := Create(filepath.Join(t.TempDir(), "vault.cairn"))
	must(t, err)
	return d
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func ask[T any](t *testing.T, d *sql.DB, query string) (v T) {
	t.Helper()
	must(t, d.QueryRow(query).Scan(&v))
	return v
}

func run(t *testing.T, d *sql.DB, query string, args ...any) {
	t.Helper()
	_, err := d.Exec(query, args...)
	must(t, err)
}

func addClient(t *testing.T, d *DB, name string) {
	t.Helper()
	run(t, d.Write, "INSERT INTO client (id, name, created_at) VALUES (?, ?, '2026-01-01T00:00:00Z')", name, name)
}

func clients(t *testing.T, d *DB) int {
	t.Helper()
	return ask[int](t, d.Read, "SELECT count(*) FROM client")
}

func TestOpen(t *testing.T) {
	t.Run("finds again what was written", func(t *testing.T) {
		d := newVault(t)
		addClient(t, d, "Ada")
		must(t, d.Close())
		d, err := Open(d.Path)
		must(t, err)
		defer d.Close()
		if n := clients(t, d); n != 1 || d.Migrated {
			t.Errorf("%d clients, migrated %v", n, d.Migrated)
		}
	})

	t.Run("keeps every connection to its pragmas", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		for name, pool := range map[string]*sql.DB{"write": d.Write, "read": d.Read} {
			for pragma, want := range map[string]string{
				"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1",
				"trusted_schema": "0", "busy_timeout": "2000", "cell_size_check": "1", "temp_store": "2",
			} {
				if got := ask[string](t, pool, "PRAGMA "+pragma); got != want {
					t.Errorf("%s: %s is %s, want %s", name, pragma, got, want)
				}
			}
		}
	})

	t.Run("never makes a file, not even when one vanishes after the guard", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		if d, err := pool(dsn(path, nil), 1); err == nil {
			_ = d.Close()
			t.Error("it opened")
		}
		if exists(path) {
			t.Error("it made a file")
		}
	})

	t.Run("reads through connections that can't write", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		if _, err := d.Read.Exec("DELETE FROM client"); err == nil {
			t.Error("a reader wrote")
		}
	})

	t.Run("begins a writing transaction immediate", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		tx, err := d.Write.Begin()
		must(t, err)
		defer tx.Rollback()
		other, err := sql.Open("sqlite", fileURI(d.Path)+"?_txlock=immediate")
		must(t, err)
		defer other.Close()
		if _, err := other.Begin(); ProblemOf(d.Path, err) == nil {
			t.Errorf("a second writer began beside the first: %v", err)
		}
	})

	t.Run("opens a path with every awkward character", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "a b?mode=memory#c%41&d=é;'\"", "väult?.cairn")
		d, err := Create(path)
		must(t, err)
		addClient(t, d, "Ada")
		must(t, d.Close())
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Fatalf("not where it should be: %v", err)
		}
		d, err = Open(path)
		must(t, err)
		defer d.Close()
		if clients(t, d) != 1 {
			t.Error("the client is gone")
		}
	})

	t.Run("follows a link, so that -wal and lock stand beside the file", func(t *testing.T) {
		d := newVault(t)
		must(t, d.Close())
		link := filepath.Join(t.TempDir(), "link.cairn")
		must(t, os.Symlink(d.Path, link))
		linked, err := Open(link)
		must(t, err)
		defer linked.Close()
		if linked.Path != d.Path {
			t.Errorf("opened %s", linked.Path)
		}
	})
}

func TestCreate(t *testing.T) {
	t.Run("leaves one file that only its owner can read", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "new", "folder")
		d, err := Create(filepath.Join(folder, "vault.cairn"))
		must(t, err)
		addClient(t, d, "Ada")
		must(t, filepath.WalkDir(folder, func(_ string, e fs.DirEntry, err error) error {
			must(t, err)
			info, err := e.Info()
			must(t, err)
			if info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s is %v", e.Name(), info.Mode())
			}
			return nil
		}))
		must(t, d.Close())
		if got := names(t, folder); got != "vault.cairn" {
			t.Errorf("left %s", got)
		}
	})

	t.Run("marks the file as a vault of this version", func(t *testing.T) {
		d := newVault(t)
		defer d.Close()
		if id := ask[int](t, d.Read, "PRAGMA application_id"); id != ApplicationID {
			t.Errorf("application id %#x", id)
		}
		if v := ask[int](t, d.Read, "PRAGMA user_version"); v < 1 {
			t.Errorf("version %d", v)
		}
	})

	for _, there := range []string{"vault.cairn", "vault.cairn-wal", "vault.cairn-journal"} {
		t.Run("refuses where there is already a "+there, func(t *testing.T) {
			folder := t.TempDir()
			must(t, os.WriteFile(filepath.Join(folder, there), []byte("mine"), 0o600))
			before := hash(t, folder)
			_, err := Create(filepath.Join(folder, "vault.cairn"))
			if p := ProblemOf("", err); p == nil || p.Code != Foreign {
				t.Errorf("got %v", err)
			}
			if hash(t, folder) != before {
				t.Error("the folder changed")
			}
		})
	}

	t.Run("starts anew where an earlier try was killed", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		must(t, os.WriteFile(path+".part", []byte("half"), 0o600))
		must(t, os.WriteFile(path+".part-wal", []byte("half"), 0o600))
		d, err := Create(path)
		must(t, err)
		defer d.Close()
	})
}

func TestClose(t *testing.T) {
	t.Run("leaves everything in the one file", func(t *testing.T) {
		d := newVault(t)
		addClient(t, d, "Ada")
		must(t, d.Close())
		if got := names(t, filepath.Dir(d.Path)); got != "vault.cairn" {
			t.Errorf("left %s", got)
		}
	})
}

func TestStatistics(t *testing.T) {
	t.Run("are not gathered, so that a query runs the same way in every vault", func(t *testing.T) {
		d := newVault(t)
		run(t, d.Write, someClients)
		must(t, d.Close())
		d, err := Open(d.Path)
		must(t, err)
		defer d.Close()
		if n := ask[int](t, d.Read, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'"); n != 0 {
			t.Errorf("%d tables of statistics", n)
		}
	})
}

// names lists the files of a folder.
func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

// hash sums up every file of a folder: name, mode, content.
func hash(t *testing.T, folder string) string {
	t.Helper()
	var out strings.Builder
	must(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		must(t, err)
		content, err := os.ReadFile(path)
		must(t, err)
		fmt.Fprintf(&out, "%s %v %x\n", path, info.Mode(), sha256.Sum256(content))
		return nil
	}))
	return out.String()
}
