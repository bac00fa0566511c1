package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"cairn/internal/salvage"
)

// Salvaged is what came back from a damaged vault.
type Salvaged struct {
	Rows   map[string]int // by table
	Lost   int            // rows of which the file still spoke, and that did not come back
	Pages  int            // of the file
	Unread int            // pages of which nothing could be made
}

// Stand is what those are called that stand in for rows that were lost, and when
// they were made.
type Stand struct{ Client, Plan, Item, Now string }

// Salvage brings every row that can be read in a damaged vault into a new one
// at path to, where nothing is yet; the damaged one is not changed by a byte.
// What belongs to a client, a plan or an item that was lost gets one that stands
// in for it; where another row is lost, what pointed to it points nowhere, or
// goes with it if it means nothing alone. The journal is left behind: to undo on a
// vault with gaps could bring back half of something. Its errors are Problems
// where Open's would be.
func Salvage(path, to string, stand Stand) (s Salvaged, err error) {
	texts, err := ours()
	if err != nil {
		return s, err
	}
	if exists(to) || hasTail(to) {
		return s, &Problem{Code: Foreign, Path: to, Err: fs.ErrExist}
	}
	part := to + ".part"
	defer func() { err = errors.Join(err, clearAway(part)) }()
	if s, err = salvageInto(part, path, texts, stand); err != nil {
		return s, explainWrite(to, fmt.Errorf("salvage: %w", err))
	}
	return s, explainWrite(to, copyOf(part, to))
}

// salvageInto makes a vault of the version of the damaged one, fills it, and
// brings it to the newest version as any older one.
func salvageInto(part, path string, texts []string, stand Stand) (s Salvaged, err error) {
	file, wal, err := openBoth(path)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, file.Close(), closeMaybe(wal)) }()
	version, err := salvage.Version(file, tail(wal))
	switch {
	case err != nil:
		return s, err
	case version > len(texts):
		return s, &Problem{Code: Newer, Path: path}
	case version == 0: // its head was hit
		version = len(texts)
	}
	if err := build(part, texts[:version]); err != nil {
		return s, err
	}
	one, err := pool(dsn(part, map[string][]string{"_foreign_keys": {"0"}, "_txlock": {"immediate"}}), 1)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	if s, err = fillFrom(context.Background(), one, file, tail(wal), stand); err != nil {
		return s, err
	}
	return s, migrate(context.Background(), one, version, texts)
}

// fillFrom writes in one transaction what is read.
func fillFrom(ctx context.Context, d *sql.DB, file, wal io.ReaderAt, stand Stand) (s Salvaged, err error) {
	tx, err := d.BeginTx(ctx, nil)
	if err != nil {
		return s, err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	b, err := newBringer(ctx, tx)
	if err != nil {
		return s, err
	}
	found, err := salvage.Read(file, wal, b.bring)
	if err != nil {
		return s, err
	}
	if err := b.bringStrays(); err != nil {
		return s, err
	}
	if err := b.mend(stand); err != nil {
		return s, err
	}
	rows, err := b.count()
	if err != nil {
		return s, err
	}
	s = Salvaged{Rows: rows, Lost: b.lost + found.Broken, Pages: found.Pages, Unread: found.Unread}
	return s, tx.Commit()
}

// openBoth opens a file and its write-ahead log, if there is one. They are only
// read; nothing holds the vault open, since it could not be opened.
func openBoth(path string) (file, wal *os.File, err error) {
	if file, err = os.Open(path); err != nil {
		return nil, nil, err
	}
	if wal, err = os.Open(path + "-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, errors.Join(err, file.Close())
	}
	return file, wal, nil
}

func closeMaybe(f *os.File) error {
	if f == nil {
		return nil
	}
	return f.Close()
}

// tail is a log as something to read; a nil file would be something too.
func tail(wal *os.File) io.ReaderAt {
	if wal == nil {
		return nil
	}
	return wal
}
