// Package door lets one process at a time into a vault, and gives the next
// one a bell to ring.
//
// The lock is the system's own on <file>.lock, so it falls with the process
// that holds it, however that ends. The bell is a socket that only this user
// can reach. Whatever a killed process leaves behind, the next one clears
// away: it owns the lock, so nobody can be using it.
package door

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"
)

// ErrHeld says that another process is in the vault. It is also the error of
// the system for that, EWOULDBLOCK.
var ErrHeld = fmt.Errorf("another process has the vault open: %w", syscall.EWOULDBLOCK)

// Door is the held lock of one vault.
type Door struct {
	lock  *flock.Flock
	bell  net.Listener // nil when there is no place for a socket
	calls chan Message
}

// Hold takes the lock of the vault at path, which need not exist yet, but its
// folder must. If another process has it, the answer is ErrHeld: Knock then.
// A folder that can't be written is EROFS, whatever forbids it. Where no
// socket can be made (a path too long for one), the door still holds; only
// nobody can knock.
func Hold(path string) (*Door, error) {
	path, err := follow(path)
	if err != nil {
		return nil, err
	}
	lock, err := take(path)
	if err != nil {
		return nil, err
	}
	d := &Door{lock: lock, calls: make(chan Message, 8)}
	if bell, err := hang(path); err == nil {
		d.bell = bell
		go d.listen()
	} else {
		close(d.calls)
	}
	return d, nil
}

// Calls is what other processes say when they knock. It is closed with the
// door.
func (d *Door) Calls() <-chan Message { return d.calls }

// Close lets others in, and leaves no file behind.
func (d *Door) Close() error {
	var bell error
	if d.bell != nil {
		bell = d.bell.Close()
	}
	early := os.Remove(d.lock.Path()) // while nobody else can have taken it
	err := errors.Join(bell, d.lock.Unlock())
	if early != nil { // Windows removes no open file
		_ = os.Remove(d.lock.Path()) // fails if another was quicker, and rightly
	}
	return err
}

// take locks <path>.lock. Its holder removes it when it leaves, so a lock on
// a file that has lost its name counts for nothing, and is tried again; not
// for ever, as there are file systems that don't know a file from another.
func take(path string) (*flock.Flock, error) {
	for try := 1; ; try++ {
		lock := flock.New(path + ".lock")
		got, err := lock.TryLock()
		switch {
		case errors.Is(err, fs.ErrPermission):
			return nil, fmt.Errorf("lock the vault: %w: %w", syscall.EROFS, err)
		case err != nil:
			return nil, fmt.Errorf("lock the vault: %w", err)
		case !got:
			return nil, ErrHeld
		case named(lock), try == 10:
			return lock, nil
		}
		if err := lock.Unlock(); err != nil {
			return nil, err
		}
	}
}

// named says whether the locked file is still the one under its name.
func named(lock *flock.Flock) bool {
	held, err := lock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(lock.Path())
	return err == nil && os.SameFile(held, there)
}

// follow gives the file itself, so that a link to a vault has the same door.
func follow(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	file, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) { // not made yet
		folder, err := filepath.EvalSymlinks(filepath.Dir(path))
		return filepath.Join(folder, filepath.Base(path)), err
	}
	return file, err
}
