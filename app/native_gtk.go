//go:build linux && (dev || production)

package app

import (
	"cairn/internal/gtk"
	"cairn/internal/menubar"
	"cairn/internal/prefs"
)

// native is what Wails leaves to the system: here GTK's window.
type native struct{ *gtk.Window }

func newNative(w *window) native {
	return native{gtk.New(menuTitle, w.chosen)}
}

func (w *window) hang(menus []menubar.Menu)  { w.native.SetMenus(menus) }
func (w *window) setTheme(theme prefs.Theme) { w.native.SetTheme(theme) }
func (w *window) setSpelling(on bool)        { w.native.SetSpelling(on) }
func (w *window) place() (prefs.Place, bool) { return w.native.Place() }
func (w *window) move(place prefs.Place)     { w.native.Move(place) }
