package db

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"modernc.org/sqlite"
)

// refused opens the vault of a folder, and fails unless it is refused with
// that code, says which file, and leaves the folder as it was.
func refused(t *testing.T, folder, code string) *Problem {
	t.Helper()
	path := filepath.Join(folder, "vault.cairn")
	before := hash(t, folder)
	d, err := Open(path)
	if d != nil {
		_ = d.Close()
	}
	var p *Problem
	if !errors.As(err, &p) || p.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
	if p.Path != path {
		t.Errorf("speaks of %s", p.Path)
	}
	if after := hash(t, folder); after != before {
		t.Errorf("the folder was\n%sand is\n%s", before, after)
	}
	return p
}

// killed is a folder with a vault as a process leaves it that is killed after
// its last edit: the edit stands in the -wal only.
func killed(t *testing.T, edit string) string {
	t.Helper()
	d := newVault(t)
	defer d.Close()
	run(t, d.Write, "PRAGMA wal_autocheckpoint = 0")
	run(t, d.Write, edit)
	folder := t.TempDir()
	for _, tail := range []string{"", "-wal", "-shm"} {
		must(t, copyFile(d.Path+tail, filepath.Join(folder, "vault.cairn"+tail)))
	}
	return folder
}

// closed is a folder with a vault that was closed after an edit.
func closed(t *testing.T, edit string) string {
	t.Helper()
	d := newVault(t)
	run(t, d.Write, edit)
	must(t, d.Close())
	return filepath.Dir(d.Path)
}

// file is a folder with those bytes in the place of the vault.
func file(t *testing.T, content string) string {
	t.Helper()
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "vault.cairn"), []byte(content), 0o600))
	return folder
}

// change rewrites the bytes of the vault in a folder.
func change(t *testing.T, folder string, how func([]byte) []byte) string {
	t.Helper()
	path := filepath.Join(folder, "vault.cairn")
	content, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path, how(content), 0o600))
	return folder
}

// someClients fills some pages.
const someClients = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
	INSERT INTO client (id, name, created_at) SELECT 'c' || i, 'client number ' || i, '2026-01-01T00:00:00Z' FROM n`

func TestOpenMissing(t *testing.T) {
	t.Run("refuses where there is no file", func(t *testing.T) {
		refused(t, t.TempDir(), Missing)
	})
	t.Run("refuses where there is no folder", func(t *testing.T) {
		_, err := Open(filepath.Join(t.TempDir(), "none", "vault.cairn"))
		if p := ProblemOf("", err); p == nil || p.Code != Missing {
			t.Errorf("got %v", err)
		}
	})
	t.Run("refuses where only a -wal is left", func(t *testing.T) {
		folder := killed(t, someClients)
		must(t, os.Remove(filepath.Join(folder, "vault.cairn")))
		refused(t, folder, Missing)
	})
}

func TestOpenEmpty(t *testing.T) {
	t.Run("refuses a file of 0 bytes", func(t *testing.T) {
		refused(t, file(t, ""), Empty)
	})
}

func TestOpenForeign(t *testing.T) {
	for name, content := range map[string]string{
		"a short text": "hello",
		"a long text":  strings.Repeat("hello ", 1000),
		"a picture":    "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00", 500),
	} {
		t.Run("refuses "+name, func(t *testing.T) { refused(t, file(t, content), Foreign) })
	}
	t.Run("refuses a folder", func(t *testing.T) {
		folder := t.TempDir()
		must(t, os.Mkdir(filepath.Join(folder, "vault.cairn"), 0o700))
		refused(t, folder, Foreign)
	})
	t.Run("refuses a database of another program", func(t *testing.T) {
		refused(t, closed(t, "PRAGMA application_id = 7"), Foreign)
	})
	t.Run("refuses a database of another program that was killed", func(t *testing.T) {
		refused(t, killed(t, "PRAGMA application_id = 7"), Foreign)
	})
}

func TestOpenNewer(t *testing.T) {
	t.Run("refuses a vault of a later version", func(t *testing.T) {
		refused(t, closed(t, "PRAGMA user_version = 99"), Newer)
	})
	t.Run("refuses a later version that stands in the -wal only", func(t *testing.T) {
		folder := killed(t, "PRAGMA user_version = 99")
		if h, err := readHeader(filepath.Join(folder, "vault.cairn")); err != nil || h.version >= 99 {
			t.Fatalf("the test proves nothing: the header says %d, %v", h.version, err)
		}
		refused(t, folder, Newer)
	})
	t.Run("refuses it also when the -shm is gone", func(t *testing.T) {
		folder := killed(t, "PRAGMA user_version = 99")
		must(t, os.Remove(filepath.Join(folder, "vault.cairn-shm")))
		refused(t, folder, Newer)
	})
}

// scratch overwrites pages in the middle.
func scratch(b []byte) []byte {
	copy(b[len(b)/2:], bytes.Repeat([]byte("scratch!"), 2*4096/8))
	return b
}

func TestOpenDamaged(t *testing.T) {
	half := func(b []byte) []byte { return b[:len(b)/2] }
	for name, how := range map[string]func([]byte) []byte{
		"that lost its second half":        half,
		"with overwritten pages":           scratch,
		"whose first sector is lost":       func(b []byte) []byte { clear(b[:512]); return b },
		"that ends within its header":      func(b []byte) []byte { return b[:50] },
		"that consists of nothing but nul": func(b []byte) []byte { clear(b); return b },
	} {
		t.Run("refuses a vault "+name, func(t *testing.T) {
			refused(t, change(t, closed(t, someClients), how), Damaged)
		})
	}
	t.Run("refuses damage below a -wal", func(t *testing.T) {
		folder := killed(t, "DELETE FROM client")
		must(t, os.RemoveAll(filepath.Join(folder, "vault.cairn-shm")))
		refused(t, change(t, folder, scratch), Damaged)
	})
	t.Run("opens a vault whose -wal ends within a frame, without the lost edit", func(t *testing.T) {
		folder := killed(t, someClients)
		wal := filepath.Join(folder, "vault.cairn-wal")
		info, err := os.Stat(wal)
		must(t, err)
		must(t, os.Truncate(wal, info.Size()-100))
		d, err := Open(filepath.Join(folder, "vault.cairn"))
		must(t, err)
		defer d.Close()
		if n := clients(t, d); n != 0 {
			t.Errorf("%d clients of a torn edit", n)
		}
	})
	t.Run("names damage that a query meets later", func(t *testing.T) {
		d := newVault(t)
		run(t, d.Write, someClients)
		must(t, d.Close())
		d, err := Open(d.Path)
		must(t, err)
		defer d.Close()
		change(t, filepath.Dir(d.Path), func(b []byte) []byte {
			page := bytes.Index(b, []byte("client number 1500")) / 4096 * 4096
			copy(b[page:], bytes.Repeat([]byte("scratch!"), 4096/8))
			return b
		})
		err = d.Read.QueryRow("SELECT sum(length(name)) FROM client NOT INDEXED").Scan(new(int))
		if p := ProblemOf(d.Path, fmt.Errorf("load: %w", err)); p == nil || p.Code != Damaged {
			t.Errorf("got %v", err)
		}
	})
}

// TestOpenTorn opens what a power cut leaves in the middle of a checkpoint: the page
// that says that this is a vault is half written, and stands whole in the -wal.
func TestOpenTorn(t *testing.T) {
	half := func(b []byte) []byte { return append(bytes.Repeat([]byte{0xAA}, 512), b[512:]...) }
	t.Run("opens by what the -wal holds", func(t *testing.T) {
		d, err := Open(filepath.Join(change(t, killed(t, someClients), half), "vault.cairn"))
		must(t, err)
		defer d.Close()
		if n := clients(t, d); n != 2000 {
			t.Errorf("%d clients", n)
		}
	})
	t.Run("is refused where the -wal holds none", func(t *testing.T) {
		folder := change(t, closed(t, someClients), half)
		must(t, os.WriteFile(filepath.Join(folder, "vault.cairn-wal"), []byte("no wal"), 0o600))
		refused(t, folder, Foreign)
	})
}

func TestOpenLocked(t *testing.T) {
	for name, take := range map[string]string{
		"holds alone":    "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM client; COMMIT",
		"is writing now": "BEGIN IMMEDIATE",
	} {
		t.Run("refuses a vault that another program "+name, func(t *testing.T) {
			folder := closed(t, someClients)
			other, err := sql.Open("sqlite", fileURI(filepath.Join(folder, "vault.cairn")))
			must(t, err)
			defer other.Close()
			other.SetMaxOpenConns(1)
			run(t, other, take)
			refused(t, folder, Locked)
		})
	}
}

func TestQuickCheck(t *testing.T) {
	folder := change(t, closed(t, someClients), scratch)
	uri := fileURI(filepath.Join(folder, "vault.cairn")) + "?mode=ro&immutable=1"
	t.Run("finds damage", func(t *testing.T) {
		if err := quickCheck(uri, checkLimit); ProblemOf(folder, err) == nil {
			t.Errorf("got %v", err)
		}
	})
	t.Run("stops looking at its limit", func(t *testing.T) {
		if err := quickCheck(uri, time.Nanosecond); err != nil {
			t.Error(err)
		}
	})
}

func TestProblemOf(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		code string
	}{
		{"a file that is not there", fs.ErrNotExist, Missing},
		{"a file of another user", fs.ErrPermission, Denied},
		{"a file system that is mounted read-only", syscall.EROFS, ReadOnly},
		{"a disk without room", syscall.ENOSPC, Full},
		{"a disk that does not answer", syscall.EIO, Failing},
		{"a lock that another process holds", syscall.EWOULDBLOCK, Locked},
		{"a problem below other words", fmt.Errorf("start: %w", &Problem{Code: Newer}), Newer},
	} {
		t.Run("knows "+c.name, func(t *testing.T) {
			if p := ProblemOf("x", c.err); p == nil || p.Code != c.code {
				t.Errorf("got %v", p)
			}
		})
	}
	t.Run("leaves other errors alone", func(t *testing.T) {
		for _, err := range []error{nil, errors.New("else"), new(sqlite.Error)} {
			if p := ProblemOf("x", err); p != nil {
				t.Errorf("%v is %v", err, p)
			}
		}
	})
}
