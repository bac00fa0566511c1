package app

import (
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cairn/internal/menubar"
	"cairn/internal/prefs"
)

// deskColour is --desk of tokens.css by day or by night: what the window shows
// until the page is drawn, and at its edges while it grows.
func deskColour(dark bool) *options.RGBA {
	if dark {
		return options.NewRGB(0x14, 0x12, 0x10)
	}
	return options.NewRGB(0xf2, 0xf0, 0xec)
}

// dark says how a window with this look begins. Whether the system is dark is
// not known before there is a window: then it begins as it ended last time.
func dark(known prefs.Prefs) bool {
	switch known.Look.Theme {
	case prefs.Light:
		return false
	case prefs.Dark:
		return true
	case prefs.System:
	}
	return known.Dark
}

// dress gives the frame of the window the look that the page has.
func (w *window) dress(look prefs.Look) {
	w.setTheme(look.Theme)
	w.setSpelling(look.Spelling)
}

// paint gives the window the colours of the page that it shows.
func (w *window) paint(dark bool) {
	colour := deskColour(dark)
	runtime.WindowSetBackgroundColour(w.context(), colour.R, colour.G, colour.B, colour.A)
	w.colourFrame(dark)
}

// furnish makes the window what it was when it was last closed. Whatever can
// wait does: the page is not asked for before this is done.
func (w *window) furnish() {
	known := w.known.Get()
	w.move(known.Window)
	w.dark.Store(dark(known))
	w.colourFrame(w.dark.Load())
	w.hang(menubar.Bare())
	w.setTheme(known.Look.Theme)
}

// finish does what could wait until the page was drawn: dictionaries take as
// long to load as a window.
func (w *window) finish() {
	w.finished.Do(func() { w.setSpelling(w.known.Get().Look.Spelling) })
}

// keepPlace notes where the window stands. One that is maximised keeps the
// place that it goes back to.
func (w *window) keepPlace() {
	place, ok := w.place()
	if !ok {
		return
	}
	note(w.known, func(p *prefs.Prefs) {
		if place.Maximised && p.Window.Known() {
			p.Window.Maximised = true
		} else {
			p.Window = place
		}
	})
}
