package app

import (
	"path/filepath"
	"sync"
)

// News is what the page does not know yet. Each piece is told once.
type News struct {
	File   string `json:"file"`   // the system handed over this file, to be opened
	CutOff bool   `json:"cutOff"` // the run before this one ended unexpectedly
	Locked bool   `json:"locked"` // the private notes were locked, as nobody was there
}

// board is where news hang until the page takes them.
type board struct {
	mu   sync.Mutex
	news News
}

// hand puts up a file, in the place of one that nobody has taken. What is no
// whole path is none: it would mean another file here than where it was named.
func (b *board) hand(file string) {
	if !filepath.IsAbs(file) {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.news.File = file
}

func (b *board) cutOff() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.news.CutOff = true
}

func (b *board) lock() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.news.Locked = true
}

func (b *board) take() News {
	b.mu.Lock()
	defer b.mu.Unlock()
	news := b.news
	b.news = News{}
	return news
}
