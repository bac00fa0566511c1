// Package life knows how the program ended the last time. While it runs, a
// mark stands in a folder of its user; an end in good order takes it away.
package life

import (
	"os"
	"path/filepath"
	"time"
)

// slack is how far two ways to tell the time of a start of the machine may be
// apart.
const slack = time.Minute

// Life is one run of the program, from Begin to End.
type Life struct{ mark string }

// Begin sets the mark at path, and its folder, and says whether the run before
// was cut off. A run that ended because the machine was switched off was not:
// systems end programs then without asking.
func Begin(path string, now time.Time) (life *Life, cutOff bool, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, false, err
	}
	before, err := os.Stat(path)
	cutOff = err == nil && before.ModTime().After(booted(now).Add(-slack))
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return nil, false, err
	}
	return &Life{mark: path}, cutOff, os.Chtimes(path, now, now)
}

// End takes the mark away.
func (l *Life) End() error { return os.Remove(l.mark) }

// booted is when the machine was started; the beginning of time where that
// can't be told.
func booted(now time.Time) time.Time {
	up, known := uptime(now)
	if !known {
		return time.Time{}
	}
	return now.Add(-up)
}
