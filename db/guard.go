package db

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// ApplicationID marks a file as a vault: "CARN" in the SQLite header.
const ApplicationID = 0x43_41_52_4E

// checkLimit is how long opening may look for damage. A vault of 10,000 items
// (3 MB) takes 6 ms, one of 100,000 takes 60; what lies beyond the limit is
// found by the query that meets it, and by the integrity_check of every copy.
const checkLimit = 150 * time.Millisecond

const headerSize = 100

var errHeadless = errors.New("no database header")

// header is what the first page says about the file.
type header struct {
	application, version uint32
}

// guard refuses whatever is not a whole vault of a version up to latest, and
// gives the version. It only reads: SQLite looks at the file where that can't
// write a byte, and at a copy where it could.
func guard(path string, latest int) (version int, err error) {
	head, torn := readHeader(path)
	if torn != nil && (!headless(torn) || !hasTail(path)) {
		return 0, explain(path, torn)
	}
	if err := writable(path); err != nil {
		return 0, explainWrite(path, err)
	}
	if hasTail(path) {
		if head, err = guardCopy(path, latest); err != nil && torn != nil {
			err = torn
		}
	} else if err = head.fits(path, latest); err == nil {
		err = quickCheck(fileURI(path)+"?mode=ro&immutable=1", checkLimit)
	}
	return int(head.version), explain(path, err)
}

// headless says that the first page is not that of a vault. Where a -wal lies
// beside it, the power may have gone while that page was written, and the whole one
// stands in the -wal.
func headless(err error) bool { return errors.Is(err, errHeadless) }

// guardCopy looks at a vault whose last program did not close it: the header
// of the file lies, because the truth stands in the -wal, and opening the
// file would change both.
func guardCopy(path string, latest int) (head header, err error) {
	folder := path + ".look"
	copied, err := copyAll(path, folder)
	if err != nil {
		return head, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	uri := fileURI(copied) + "?mode=rw&_pragma=" + busyTimeout
	if head, err = askHeader(uri); err != nil {
		return head, err
	}
	if err := head.fits(path, latest); err != nil {
		return head, err
	}
	return head, quickCheck(uri, checkLimit)
}

func (h header) fits(path string, latest int) error {
	switch {
	case h.application != ApplicationID:
		return &Problem{Code: Foreign, Path: path, Err: fmt.Errorf("application id %#x", h.application)}
	case int64(h.version) > int64(latest):
		return &Problem{Code: Newer, Path: path, Err: fmt.Errorf("version %d, known up to %d", h.version, latest)}
	}
	return nil
}

// readHeader reads the first bytes itself: SQLite would take a file of 0
// bytes for a new database.
func readHeader(path string) (header, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return header{}, err
	case !info.Mode().IsRegular():
		return header{}, &Problem{Code: Foreign, Path: path, Err: errors.New("not a file")}
	case info.Size() == 0:
		return header{}, &Problem{Code: Empty, Path: path}
	}
	f, err := os.Open(path)
	if err != nil {
		return header{}, err
	}
	defer f.Close()
	raw := make([]byte, headerSize)
	n, err := io.ReadFull(f, raw)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return header{}, err
	}
	return parseHeader(path, raw[:n])
}

func parseHeader(path string, raw []byte) (header, error) {
	code := ""
	switch {
	case len(bytes.Trim(raw, "\x00")) == 0: // what a lost sector leaves
		code = Damaged
	case !bytes.HasPrefix(raw, []byte("SQLite format 3\x00")):
		code = Foreign
	case len(raw) < headerSize:
		code = Damaged
	}
	if code != "" {
		return header{}, &Problem{Code: code, Path: path, Err: errHeadless}
	}
	return header{
		version:     binary.BigEndian.Uint32(raw[60:]),
		application: binary.BigEndian.Uint32(raw[68:]),
	}, nil
}

// writable makes sure that the file, and beside it the -wal, can be written.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), probe(filepath.Dir(path), room))
}

// room is what must be left on the disk for a vault to be opened, in bytes:
// SQLite begins with a -shm of 32 KB, and with less it would leave one behind.
const room = 64 << 10

// probe makes and removes a file of a size: the permission bits of a folder say nothing
// about file systems that are mounted read-only or full, nor about Windows.
func probe(folder string, size int64) error {
	f, err := os.CreateTemp(folder, ".cairn-*")
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, size))
	return errors.Join(err, f.Close(), os.Remove(f.Name()))
}

// askHeader asks SQLite, which counts the -wal in.
func askHeader(uri string) (h header, err error) {
	look, err := sql.Open("sqlite", uri)
	if err != nil {
		return h, err
	}
	err = look.QueryRow("PRAGMA application_id").Scan(&h.application)
	if err == nil {
		err = look.QueryRow("PRAGMA user_version").Scan(&h.version)
	}
	return h, errors.Join(err, look.Close())
}

// quickCheck refuses a file whose pages don't hold together, as far as limit
// lets it look.
func quickCheck(uri string, limit time.Duration) error {
	look, err := sql.Open("sqlite", uri)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	err = check(ctx, look, "PRAGMA quick_check(1)")
	if errors.Is(err, context.DeadlineExceeded) {
		err = nil
	}
	return errors.Join(err, look.Close())
}

// check runs a check that answers "ok".
func check(ctx context.Context, d *sql.DB, pragma string) error {
	var said string
	if err := d.QueryRowContext(ctx, pragma).Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return &Problem{Code: Damaged, Err: errors.New(said)}
	}
	return nil
}
