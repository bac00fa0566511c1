//go:build linux && (dev || production)

package app

import (
	"fmt"

	"github.com/wailsapp/wails/v2/pkg/options"

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

// colourFrame gives the window and its bar the colours of the page.
func (w *window) colourFrame(dark bool) {
	w.native.SetColours(css(deskColour(dark)), css(inkColour(dark)))
}

// inkColour is --ink of tokens.css on it.
func inkColour(dark bool) *options.RGBA {
	if dark {
		return options.NewRGB(0xe8, 0xe6, 0xe0)
	}
	return options.NewRGB(0x2a, 0x25, 0x20)
}

func css(colour *options.RGBA) string {
	return fmt.Sprintf("#%02x%02x%02x", colour.R, colour.G, colour.B)
}
