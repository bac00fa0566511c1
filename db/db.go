// Package db keeps the vault: one SQLite file that belongs to its owner.
//
// It opens, makes, migrates and closes the file, and is the only place that
// knows what lies on the disk. Its promises:
//
//   - An edit is on the disk when its commit returns.
//   - A file that it refuses (a Problem) is not changed by a byte, nor are
//     its -wal and -shm.
//   - A migration happens whole or not at all, and a proven copy of the vault
//     as it was stands beside it.
//
// Whoever calls holds the lock of the vault (internal/door). Nothing else in
// the process may open the file: on POSIX systems closing it would drop
// SQLite's own locks.
package db

import (
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
)

//go:embed migrations/*.sql
var embedded embed.FS

// DB is an open vault. Write is its one writing connection, whose
// transactions begin immediate; Read are up to four connections that can only
// read. Path is where the file really is, links followed. Migrated says that
// opening brought it to a new version; Copy is then the vault as it was.
type DB struct {
	Write    *sql.DB
	Read     *sql.DB
	Path     string
	Migrated bool
	Copy     string
}

// Open opens the vault at path. What it refuses is a *Problem; any other
// error is a fault of ours or of the disk, and leaves the vault as it was.
func Open(path string) (*DB, error) {
	set, err := fs.Sub(embedded, "migrations")
	if err != nil {
		return nil, err
	}
	return open(path, set)
}

func open(path string, set fs.FS) (*DB, error) {
	texts, err := migrations(set)
	if err != nil {
		return nil, err
	}
	where, err := follow(path)
	if err != nil {
		return nil, explain(path, err)
	}
	if err := lockPerFile(); err != nil {
		return nil, err
	}
	version, err := guard(where, len(texts))
	if err != nil {
		return nil, err
	}
	_ = sweep(where) // it is in nobody's way
	d := &DB{Path: where}
	if version < len(texts) {
		err = d.upgrade(version, texts)
	}
	if err == nil {
		err = d.connect()
	}
	if err != nil {
		return nil, explain(where, err)
	}
	return d, nil
}

// follow gives the file itself: SQLite keeps the -wal beside it, not beside a
// link to it.
func follow(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// lockPerFile asks for locks that belong to the open file, where the system
// has them: the others fall when any part of the process closes the file. It
// must be asked before SQLite locks its first file, be it a copy.
func lockPerFile() error {
	_, err := sqlite.OFDLocking(true)
	if errors.Is(err, sqlite.ErrOFDLockingUnavailable) {
		return nil
	}
	return err
}

// connect opens both pools, and makes sure that the writing one may write
// now, not only at the first edit.
func (d *DB) connect() (err error) {
	d.Write, err = pool(dsn(d.Path, url.Values{"_txlock": {"immediate"}}), 1)
	if err != nil {
		return err
	}
	if err := tryWrite(d.Write); err != nil {
		return errors.Join(err, d.Write.Close())
	}
	d.Read, err = pool(dsn(d.Path, url.Values{"_query_only": {"1"}}), 4)
	if err != nil {
		return errors.Join(err, d.Write.Close())
	}
	return nil
}

func tryWrite(d *sql.DB) error {
	tx, err := d.Begin()
	if err != nil {
		return err
	}
	return tx.Rollback()
}

// Close brings everything into the one file and closes it; nothing is left beside it.
// Nothing is lost when it is never called: it only spares the next start some work.
// It gathers no statistics (PRAGMA optimize): with those of a vault of one plan the
// planner reads all items for every edit, 5 ms instead of 0.05.
func (d *DB) Close() error {
	read := d.Read.Close()
	_, checkpoint := d.Write.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	return errors.Join(read, checkpoint, d.Write.Close(), os.RemoveAll(reserveOf(d.Path)))
}
