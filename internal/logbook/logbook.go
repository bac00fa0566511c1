// Package logbook keeps the log of the program in a file of this user: what
// happened, for whoever has to find a fault. It keeps a megabyte and the one
// before it, and nobody else can read it. What stands in it is the caller's
// promise: no words and no paths of a person.
package logbook

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
)

// Limit is how many bytes a log may have before the next one begins.
const Limit = 1 << 20

// Book is an open log. It may be written by many goroutines.
type Book struct {
	path string

	mu   sync.Mutex
	file *os.File
	size int64
}

// Open continues the log at path, and makes it and its folder if they are not
// there, for this user only.
func Open(path string) (*Book, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	b := &Book{path: path}
	return b, b.open()
}

// Old is the name of the log before the one at path.
func Old(path string) string { return path + ".old" }

// Write adds one entry, whole, and begins a new log when this one is full.
func (b *Book) Write(entry []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.size > 0 && b.size+int64(len(entry)) > Limit {
		if err := b.turn(); err != nil {
			return 0, err
		}
	}
	n, err := b.file.Write(entry)
	b.size += int64(n)
	return n, err
}

// Close ends the log.
func (b *Book) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.file.Close()
}

// turn puts the full log aside, in the place of the one before.
func (b *Book) turn() error {
	return errors.Join(b.file.Close(), os.Rename(b.path, Old(b.path)), b.open())
}

func (b *Book) open() error {
	file, err := os.OpenFile(b.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return errors.Join(err, file.Close())
	}
	b.file, b.size = file, info.Size()
	return nil
}
