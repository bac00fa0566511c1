package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// tails are the files beside a vault that can hold a part of it.
func tails() []string { return []string{"-wal", "-journal"} }

func hasTail(path string) bool {
	for _, tail := range tails() {
		if info, err := os.Stat(path + tail); err == nil && info.Size() > 0 {
			return true
		}
	}
	return false
}

// copyAll copies a vault and its tails into a new folder of that name, and
// says where the copy is. The folder stands beside the vault, not in a
// folder for temporary files, where a private plan has no business.
func copyAll(path, folder string) (copied string, err error) {
	if err := os.RemoveAll(folder); err != nil {
		return "", err
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", err
	}
	copied = filepath.Join(folder, "vault")
	err = copyFile(path, copied)
	for _, tail := range tails() {
		if e := copyFile(path+tail, copied+tail); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	if err != nil {
		err = errors.Join(err, os.RemoveAll(folder))
	}
	return copied, err
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// SaveCopy writes the whole vault, as it is at this moment, to a file of its
// own, while edits go on. The copy is proven before it gets its name, and takes
// the place of another file then, but never of this vault, nor of one that was
// not closed: its -wal would be read into the copy. Both are the Problem
// locked. Whoever calls holds the door of path too.
func (d *DB) SaveCopy(path string) (err error) {
	if d.Is(path) || hasTail(path) {
		return &Problem{Code: Locked, Path: path, Err: fs.ErrExist}
	}
	defer func() { err = explainWrite(path, err) }()
	return copyOf(d.Path, path) // the pen has the writing connection for itself
}

// copyOf writes a proven copy of the vault at from to a path.
func copyOf(from, path string) (err error) {
	one, err := pool(dsn(from, nil), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	return provenCopy(context.Background(), one, path)
}

// Is says whether the path leads to this vault.
func (d *DB) Is(path string) bool {
	own, err := os.Stat(d.Path)
	if err != nil {
		return false
	}
	other, err := os.Stat(path)
	return err == nil && os.SameFile(own, other)
}

// safeCopy writes the whole vault to a new file beside it:
// <file>.before-v<version>.cairn. An earlier copy keeps its own name.
func safeCopy(ctx context.Context, d *sql.DB, path string, version int) (name string, err error) {
	name = freeName(path, version)
	return name, provenCopy(ctx, d, name)
}

// provenCopy writes the whole vault into a file, proves that the copy holds together,
// and only then gives it its name.
func provenCopy(ctx context.Context, d *sql.DB, name string) (err error) {
	part := copying(name)
	if err := errors.Join(clearAway(part), newFile(part)); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, clearAway(part)) }() // a disk that failed has left a -journal too
	if _, err := d.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return err
	}
	if err := verify(ctx, part); err != nil {
		return fmt.Errorf("verify the copy: %w", err)
	}
	return Settle(part, name)
}

// copying is what a copy is called as long as it is written.
func copying(name string) string { return name + ".copy.part" }

// newFile makes a file of 0 bytes that only this user can read; SQLite would
// make it readable to all.
func newFile(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// verify reads a finished copy from end to end and sends it to the disk.
func verify(ctx context.Context, path string) error {
	d, err := sql.Open("sqlite", asIs(path))
	if err != nil {
		return err
	}
	err = check(ctx, d, "PRAGMA integrity_check(1)")
	if err = errors.Join(err, d.Close()); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func freeName(path string, version int) string {
	name := fmt.Sprintf("%s.before-v%d.cairn", path, version)
	for n := 2; exists(name); n++ {
		name = fmt.Sprintf("%s.before-v%d-%d.cairn", path, version, n)
	}
	return name
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// syncFolder makes a new name in a folder outlast a power cut. Windows does
// that by itself and can't be asked.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
