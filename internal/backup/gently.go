package backup

import (
	"errors"
	"io"
	"os"
)

// bit is how many bytes the disk is given or gives back at once. An edit that is made
// meanwhile is synced too, and waits behind all of them.
const bit = 8 << 20

// steady writes to a file that the disk takes bit by bit. Sync sends the rest.
type steady struct {
	*os.File
	waiting int
}

func (s *steady) Write(some []byte) (n int, err error) {
	n, err = s.File.Write(some)
	if s.waiting += n; err == nil && s.waiting >= bit {
		s.waiting = 0
		err = s.Sync()
	}
	return n, err
}

// ReadFrom is not that of the file, which would pass Write by.
func (s *steady) ReadFrom(from io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{s}, from)
}

// discard takes a file away, of which the disk gets its room back bit by bit. One that
// is the same file under another name too stays whole there.
func discard(path string) error {
	if file, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		_ = shorten(file)
	}
	return os.Remove(path)
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
