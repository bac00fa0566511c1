// Package life knows how the program ended the last time. While it runs, a
// mark stands in a folder of its user; an end in good order takes it away. In
// the mark stands how many runs on end have not come so far that their page was
// drawn, this one among them; nothing stands there once it is.
package life

import (
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

// slack is how far two ways to tell the time of a start of the machine may be
// apart.
const slack = time.Minute

// Life is one run of the program, from Begin to End.
type Life struct {
	mark string

	mu    sync.Mutex
	ended bool
}

// Before is how the runs before this one ended.
type Before struct {
	CutOff  bool // the last one was cut off
	Undrawn int  // so many of them on end were, before their page was drawn
}

// Begin sets the mark at path, and its folder, and says how the runs before
// ended. A run that ended because the machine was switched off was not cut off:
// systems end programs then without asking.
func Begin(path string, now time.Time) (life *Life, before Before, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, before, err
	}
	if left, err := os.Stat(path); err == nil && left.ModTime().After(booted(now).Add(-slack)) {
		before = Before{CutOff: true, Undrawn: undrawn(path)}
	}
	if err := os.WriteFile(path, []byte(strconv.Itoa(before.Undrawn+1)), 0o600); err != nil {
		return nil, before, err
	}
	return &Life{mark: path}, before, os.Chtimes(path, now, now)
}

// Drawn notes that the page of this run is drawn.
func (l *Life) Drawn() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return nil // the mark would stand there again
	}
	return os.WriteFile(l.mark, nil, 0o600)
}

// End takes the mark away.
func (l *Life) End() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ended = true
	return os.Remove(l.mark)
}

// undrawn is the count in a mark; what can't be read counts for nothing.
func undrawn(path string) int {
	said, _ := os.ReadFile(path)
	count, err := strconv.Atoi(string(said))
	if err != nil || count < 0 {
		return 0
	}
	return count
}

// booted is when the machine was started; the beginning of time where that
// can't be told.
func booted(now time.Time) time.Time {
	up, known := uptime(now)
	if !known {
		return time.Time{}
	}
	return now.Add(-up)
}
