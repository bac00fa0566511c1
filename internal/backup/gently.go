package backup

import (
	"errors"
	"os"
)

// bit is how many bytes the disk is given or gives back at once. An edit that is made
// meanwhile is synced too, and waits behind all of them.
const bit = 8 << 20

// steady writes to a file that the disk takes bit by bit; what waits at the end is
// synced by whoever has the file.
type steady struct {
	file    *os.File
	waiting int
}

func (s *steady) Write(some []byte) (n int, err error) {
	n, err = s.file.Write(some)
	if s.waiting += n; err == nil && s.waiting >= bit {
		s.waiting = 0
		err = s.file.Sync()
	}
	return n, err
}

// discard takes a file away, of which the disk gets its room back bit by bit. One that
// is the same file under another name too stays whole there, and none is no error.
func discard(path string) error {
	if file, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		_ = shorten(file)
	}
	return os.RemoveAll(path)
}

func shorten(file *os.File) (err error) {
	defer func() { err = errors.Join(err, file.Close()) }()
	info, err := file.Stat()
	if err != nil || !alone(info) {
		return err
	}
	for size := info.Size() - bit; size > 0 && err == nil; size -= bit {
		err = errors.Join(file.Truncate(size), file.Sync())
	}
	return err
}
