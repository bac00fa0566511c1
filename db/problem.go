package db

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The codes of a Problem. Each has its own sentence on the start screen.
const (
	Missing  = "missing"  // nothing is there
	Empty    = "empty"    // a file of 0 bytes
	Foreign  = "foreign"  // something else than a vault
	Newer    = "newer"    // written by a later version of Cairn
	Damaged  = "damaged"  // a vault that does not hold together
	ReadOnly = "readonly" // the file or its folder can't be written
	Full     = "full"     // the disk has no room
	Failing  = "failing"  // the disk does not do what it is asked for
	Locked   = "locked"   // another program holds it
	Denied   = "denied"   // this user may not read it
)

// Problem is why a vault can't be opened. The file that it speaks of, its
// -wal and its -shm are byte for byte as they were found.
type Problem struct {
	Code string
	Path string
	Err  error // what lies below; may be nil
}

func (p *Problem) Error() string {
	if p.Err == nil {
		return "vault is " + p.Code
	}
	return "vault is " + p.Code + ": " + p.Err.Error()
}

func (p *Problem) Unwrap() error { return p.Err }

// ProblemOf says which Problem an error of the file system or of SQLite is,
// or nil when it is none of them. It also knows the damage that a query meets
// long after the vault was opened.
func ProblemOf(path string, err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	code := fileCode(err)
	if e := (*sqlite.Error)(nil); errors.As(err, &e) {
		code = sqliteCode(e.Code())
	}
	if code == "" {
		return nil
	}
	return &Problem{Code: code, Path: path, Err: err}
}

func fileCode(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Missing
	case inUse(err), errors.Is(err, syscall.EWOULDBLOCK):
		return Locked
	case errors.Is(err, syscall.EROFS):
		return ReadOnly
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return Full
	case errors.Is(err, syscall.EIO):
		return Failing
	case errors.Is(err, fs.ErrPermission):
		return Denied
	}
	return ""
}

func sqliteCode(code int) string {
	switch code {
	case sqlite3.SQLITE_IOERR_CORRUPTFS:
		return Damaged
	case sqlite3.SQLITE_IOERR_SHMSIZE: // it could not be made as long as it should be
		return Full
	}
	switch code & 0xff { // the rest is the extended part
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return Damaged
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return Locked
	case sqlite3.SQLITE_READONLY:
		return ReadOnly
	case sqlite3.SQLITE_FULL:
		return Full
	case sqlite3.SQLITE_IOERR:
		return Failing
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return Denied
	}
	return ""
}

// explain makes a Problem of an error where there is one, so that Open never
// answers with a bare driver error that has a sentence of its own.
func explain(path string, err error) error {
	p := ProblemOf(path, err)
	if p == nil {
		return err
	}
	if p.Path == "" {
		p.Path = path
	}
	return p
}

// explainWrite is explain for a file that can be read, or is to be made:
// what is denied there is the writing.
func explainWrite(path string, err error) error {
	if p := ProblemOf(path, err); p != nil && p.Code == Denied {
		return &Problem{Code: ReadOnly, Path: path, Err: err}
	}
	return explain(path, err)
}

// unfit says that a row does not keep the rules of its table, or that its key
// is taken. A rule that asks for JSON says so in words only.
func unfit(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) &&
		(e.Code()&0xff == sqlite3.SQLITE_CONSTRAINT || strings.Contains(e.Error(), "malformed JSON"))
}
