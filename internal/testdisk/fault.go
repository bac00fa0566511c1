//go:build unix

package testdisk

import (
	"sync"

	sqlite3 "modernc.org/sqlite/lib"
)

// Trouble is a way in which a disk fails.
type Trouble int

// The troubles: Full refuses every write from one on, Dead everything that is asked of
// it from one on, Blink one thing only.
const (
	Full Trouble = iota
	Dead
	Blink
	Troubles
)

// Fault is a disk that fails at the nth thing asked of it, counted from 1.
type Fault struct {
	trouble Trouble
	nth     int

	mu    sync.Mutex
	asked int
	first Kind
}

// FailAt makes a Fault. To a full disk only writes count.
func FailAt(nth int, trouble Trouble) *Fault { return &Fault{trouble: trouble, nth: nth} }

// Hit says whether it came to the failing, and at what first.
func (f *Fault) Hit() (at Kind, hit bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.first, f.asked >= f.nth
}

// Hook fails where it should.
func (f *Fault) Hook(t Touch) int32 {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.trouble == Full && t.Kind != Write {
		return sqlite3.SQLITE_OK
	}
	f.asked++
	if f.asked < f.nth || f.trouble == Blink && f.asked > f.nth {
		return sqlite3.SQLITE_OK
	}
	if f.asked == f.nth {
		f.first = t.Kind
	}
	if f.trouble == Full {
		return sqlite3.SQLITE_FULL
	}
	switch t.Kind {
	case Open:
		return sqlite3.SQLITE_CANTOPEN
	case Write:
		return sqlite3.SQLITE_IOERR_WRITE
	case Truncate:
		return sqlite3.SQLITE_IOERR_TRUNCATE
	case Sync:
		return sqlite3.SQLITE_IOERR_FSYNC
	case Delete:
		return sqlite3.SQLITE_IOERR_DELETE
	}
	return sqlite3.SQLITE_IOERR
}
