//go:build unix

package testdisk

import (
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// head stands before the file of SQLite's own VFS in the memory that SQLite lends
// to an open file.
type head struct {
	methods uintptr
	_       uintptr // so that what follows is as aligned as memory can be
}

const headSize = int32(unsafe.Sizeof(head{}))

// at reads memory of SQLite as a T.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// call reads an address that SQLite keeps as the function that it is.
func call[F any](address uintptr) F { return *(*F)(unsafe.Pointer(&address)) }

// pointer is the address that SQLite calls a function by; the disk keeps it alive.
func pointer[F any](d *Disk, f F) uintptr {
	d.keep = append(d.keep, f)
	return *(*uintptr)(unsafe.Pointer(&f))
}

// The shapes of the methods of a file, all of which begin with the file.
type (
	plain   = func(*libc.TLS, uintptr) int32
	barrier = func(*libc.TLS, uintptr)
	number  = func(*libc.TLS, uintptr, int32) int32
	address = func(*libc.TLS, uintptr, uintptr) int32
	size    = func(*libc.TLS, uintptr, int64) int32
	bytes   = func(*libc.TLS, uintptr, uintptr, int32, int64) int32
	control = func(*libc.TLS, uintptr, int32, uintptr) int32
	lock    = func(*libc.TLS, uintptr, int32, int32, int32) int32
	region  = func(*libc.TLS, uintptr, int32, int32, int32, uintptr) int32
)

// methods are those of a file on this disk. They are of the second version: the
// third reads a file through memory that it shares, which no hook could see.
func (d *Disk) methods(m *sqlite3.Tsqlite3_io_methods) {
	m.FiVersion = 2
	m.FxClose = pointer(d, d.close)
	m.FxRead = pointer(d, func(tls *libc.TLS, f, to uintptr, n int32, from int64) int32 {
		return call[bytes](below(f).FxRead)(tls, inner(f), to, n, from)
	})
	m.FxWrite = pointer(d, d.write)
	m.FxTruncate = pointer(d, d.truncate)
	m.FxSync = pointer(d, d.sync)
	m.FxFileSize = pointer(d, func(tls *libc.TLS, f, to uintptr) int32 {
		return call[address](below(f).FxFileSize)(tls, inner(f), to)
	})
	m.FxFileControl = pointer(d, func(tls *libc.TLS, f uintptr, op int32, arg uintptr) int32 {
		return call[control](below(f).FxFileControl)(tls, inner(f), op, arg)
	})
	m.FxSectorSize = pointer(d, func(tls *libc.TLS, f uintptr) int32 {
		return call[plain](below(f).FxSectorSize)(tls, inner(f))
	})
	m.FxDeviceCharacteristics = pointer(d, func(tls *libc.TLS, f uintptr) int32 {
		return call[plain](below(f).FxDeviceCharacteristics)(tls, inner(f))
	})
	d.locks(m)
}

// locks are the methods for what goes on between connections; nothing of it is on
// the disk.
func (d *Disk) locks(m *sqlite3.Tsqlite3_io_methods) {
	m.FxLock = pointer(d, func(tls *libc.TLS, f uintptr, how int32) int32 {
		return call[number](below(f).FxLock)(tls, inner(f), how)
	})
	m.FxUnlock = pointer(d, func(tls *libc.TLS, f uintptr, how int32) int32 {
		return call[number](below(f).FxUnlock)(tls, inner(f), how)
	})
	m.FxCheckReservedLock = pointer(d, func(tls *libc.TLS, f, to uintptr) int32 {
		return call[address](below(f).FxCheckReservedLock)(tls, inner(f), to)
	})
	m.FxShmMap = pointer(d, func(tls *libc.TLS, f uintptr, n, size, extend int32, to uintptr) int32 {
		return call[region](below(f).FxShmMap)(tls, inner(f), n, size, extend, to)
	})
	m.FxShmLock = pointer(d, func(tls *libc.TLS, f uintptr, from, n, how int32) int32 {
		return call[lock](below(f).FxShmLock)(tls, inner(f), from, n, how)
	})
	m.FxShmBarrier = pointer(d, func(tls *libc.TLS, f uintptr) {
		call[barrier](below(f).FxShmBarrier)(tls, inner(f))
	})
	m.FxShmUnmap = pointer(d, func(tls *libc.TLS, f uintptr, remove int32) int32 {
		return call[number](below(f).FxShmUnmap)(tls, inner(f), remove)
	})
}

// inner is the file of SQLite's own VFS.
func inner(file uintptr) uintptr { return file + uintptr(headSize) }

// below are its methods.
func below(file uintptr) *sqlite3.Tsqlite3_io_methods {
	return at[sqlite3.Tsqlite3_io_methods](at[sqlite3.Tsqlite3_file](inner(file)).FpMethods)
}

func (d *Disk) close(tls *libc.TLS, f uintptr) int32 {
	d.mu.Lock()
	delete(d.paths, f)
	d.mu.Unlock()
	return call[plain](below(f).FxClose)(tls, inner(f))
}

func (d *Disk) write(tls *libc.TLS, f, from uintptr, n int32, to int64) int32 {
	data := unsafe.Slice(at[byte](from), n)
	if rc := d.ask(Touch{Kind: Write, Path: d.pathOf(f), At: to, Data: data}); rc != sqlite3.SQLITE_OK {
		return rc
	}
	return call[bytes](below(f).FxWrite)(tls, inner(f), from, n, to)
}

func (d *Disk) truncate(tls *libc.TLS, f uintptr, to int64) int32 {
	if rc := d.ask(Touch{Kind: Truncate, Path: d.pathOf(f), Size: to}); rc != sqlite3.SQLITE_OK {
		return rc
	}
	return call[size](below(f).FxTruncate)(tls, inner(f), to)
}

func (d *Disk) sync(tls *libc.TLS, f uintptr, flags int32) int32 {
	if rc := d.ask(Touch{Kind: Sync, Path: d.pathOf(f)}); rc != sqlite3.SQLITE_OK {
		return rc
	}
	return call[number](below(f).FxSync)(tls, inner(f), flags)
}
