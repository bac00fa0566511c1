//go:build unix

// Package testdisk stands between SQLite and the disk in tests: it tells what
// SQLite asks of a disk before the disk gets it, can answer in the disk's place
// that it failed (Fault), and can say what would lie on the disk if the power
// went at that moment (Power).
//
// It is a layer (a VFS) above SQLite's own and becomes the default of the whole
// process, so that what is tested is the program as it is, without a way into it
// that only a test needs. No code of the product may use it.
package testdisk

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// Kind is what a disk is asked for.
type Kind int

// The kinds. Open is also asked for when nothing is made.
const (
	Open Kind = iota
	Write
	Truncate
	Sync
	Delete
)

// Touch is one thing that SQLite asks of the disk. Data belongs to SQLite and is
// gone after the hook. Made says that an Open makes the file, and Log that it is one
// whose folder SQLite syncs together with it the first time: a -wal or a -journal.
// Size is that of a Truncate, and Folder says that a Delete syncs the folder too.
type Touch struct {
	Kind   Kind
	Path   string
	At     int64
	Data   []byte
	Size   int64
	Made   bool
	Log    bool
	Folder bool
}

// Hook is asked before each Touch and answers with a code of SQLite, 0 to go on. It
// is never asked twice at a time.
type Hook func(Touch) int32

// Disk is the layer as long as it lies between SQLite and the disk.
type Disk struct {
	tls   *libc.TLS
	under uintptr // the VFS of SQLite itself
	vfs   uintptr
	io    uintptr
	keep  []any // the functions that SQLite calls, for the garbage collector

	mu    sync.Mutex
	hook  Hook
	paths map[uintptr]string // of the open files
}

// Mount lays the layer between SQLite and the disk, for every file that is opened
// from now on in this process.
func Mount() (*Disk, error) {
	d := &Disk{tls: libc.NewTLS(), paths: map[uintptr]string{}}
	if d.under = sqlite3.Xsqlite3_vfs_find(d.tls, 0); d.under == 0 {
		return nil, errors.New("SQLite knows no disk")
	}
	d.vfs = libc.Xcalloc(d.tls, 1, libc.Tsize_t(unsafe.Sizeof(sqlite3.Tsqlite3_vfs{})))
	d.io = libc.Xcalloc(d.tls, 1, libc.Tsize_t(unsafe.Sizeof(sqlite3.Tsqlite3_io_methods{})))
	name, err := libc.CString(fmt.Sprintf("test%x", d.vfs))
	if err != nil || d.vfs == 0 || d.io == 0 {
		return nil, errors.Join(err, errors.New("no memory for a disk"))
	}
	vfs := at[sqlite3.Tsqlite3_vfs](d.vfs)
	*vfs = *at[sqlite3.Tsqlite3_vfs](d.under)
	vfs.FpNext, vfs.FzName = 0, name
	vfs.FszOsFile += headSize
	vfs.FxOpen = pointer(d, d.open)
	vfs.FxDelete = pointer(d, d.remove)
	d.methods(at[sqlite3.Tsqlite3_io_methods](d.io))
	if rc := sqlite3.Xsqlite3_vfs_register(d.tls, d.vfs, 1); rc != sqlite3.SQLITE_OK {
		return nil, fmt.Errorf("register a disk: code %d", rc)
	}
	return d, nil
}

// Ask sets the hook; nil asks nobody.
func (d *Disk) Ask(hook Hook) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.hook = hook
}

// Unmount takes the layer away. No file may be open on it any more.
func (d *Disk) Unmount() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.paths) > 0 {
		return fmt.Errorf("%d files are open on the disk", len(d.paths))
	}
	if rc := sqlite3.Xsqlite3_vfs_unregister(d.tls, d.vfs); rc != sqlite3.SQLITE_OK {
		return fmt.Errorf("unregister a disk: code %d", rc)
	}
	libc.Xfree(d.tls, at[sqlite3.Tsqlite3_vfs](d.vfs).FzName)
	libc.Xfree(d.tls, d.vfs)
	libc.Xfree(d.tls, d.io)
	d.tls.Close()
	return nil
}

func (d *Disk) ask(t Touch) int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.hook == nil {
		return sqlite3.SQLITE_OK
	}
	return d.hook(t)
}

func (d *Disk) pathOf(file uintptr) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.paths[file]
}

func (d *Disk) open(tls *libc.TLS, _, name, file uintptr, flags int32, out uintptr) int32 {
	*at[head](file) = head{}
	own := inner(file)
	at[sqlite3.Tsqlite3_file](own).FpMethods = 0
	path := ""
	if name != 0 {
		path = libc.GoString(name)
	}
	_, missing := os.Lstat(path)
	log := flags&(sqlite3.SQLITE_OPEN_WAL|sqlite3.SQLITE_OPEN_MAIN_JOURNAL|sqlite3.SQLITE_OPEN_SUPER_JOURNAL) != 0
	made := missing != nil && flags&sqlite3.SQLITE_OPEN_CREATE != 0
	if rc := d.ask(Touch{Kind: Open, Path: path, Made: made, Log: log}); rc != sqlite3.SQLITE_OK {
		return rc
	}
	rc := call[func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32](
		at[sqlite3.Tsqlite3_vfs](d.under).FxOpen)(tls, d.under, name, own, flags, out)
	if at[sqlite3.Tsqlite3_file](own).FpMethods == 0 {
		return rc
	}
	at[head](file).methods = d.io // SQLite closes what has methods, opened or not
	d.mu.Lock()
	defer d.mu.Unlock()
	d.paths[file] = path
	return rc
}

func (d *Disk) remove(tls *libc.TLS, _, name uintptr, folder int32) int32 {
	if rc := d.ask(Touch{Kind: Delete, Path: libc.GoString(name), Folder: folder != 0}); rc != sqlite3.SQLITE_OK {
		return rc
	}
	return call[func(*libc.TLS, uintptr, uintptr, int32) int32](
		at[sqlite3.Tsqlite3_vfs](d.under).FxDelete)(tls, d.under, name, folder)
}
