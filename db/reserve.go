package db

import (
	"errors"
	"math/rand/v2"
	"os"
)

// A reserve lies beside a vault that is open, so that on a full disk one can still delete: it
// takes up room that is given back then, a share at a time, so that what is not
// deleting cannot use up much of it.
const (
	reserved = 1 << 20
	share    = 128 << 10
)

// reserveOf is where the reserve of a vault lies. It holds nothing.
func reserveOf(path string) string { return path + ".reserve" }

// Reserve makes the reserve as large as it should be. Where there is no room for
// that it stays as it was.
func (d *DB) Reserve() error {
	f, err := os.OpenFile(reserveOf(d.Path), os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return explainWrite(d.Path, err)
	}
	info, err := f.Stat()
	if err == nil && info.Size() < reserved {
		if _, err = f.WriteAt(noise(reserved-info.Size()), info.Size()); err != nil {
			err = errors.Join(err, f.Truncate(info.Size()))
		}
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return explainWrite(d.Path, err)
	}
	return nil
}

// noise is so many bytes that no file system makes smaller than they are.
func noise(size int64) []byte {
	raw := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{}).Read(raw) // it never fails
	return raw
}

// Release gives a share of the reserve back to the disk, and says whether there was
// any left.
func (d *DB) Release() bool {
	path := reserveOf(d.Path)
	info, err := os.Stat(path)
	if err != nil || info.Size() == 0 {
		return false
	}
	return os.Truncate(path, max(0, info.Size()-share)) == nil
}
