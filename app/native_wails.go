//go:build !linux || !(dev || production)

package app

import (
	goruntime "runtime"
	"slices"
	"strings"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cairn/internal/menubar"
	"cairn/internal/prefs"
)

// native is what Wails leaves to the system: on Windows, where the screen that
// the window came up on begins.
type native struct{ left, top int }

func newNative(*window) native { return native{} }

func (w *window) hang(menus []menubar.Menu) {
	runtime.MenuSetApplicationMenu(w.context(), wailsBar(goruntime.GOOS, menus, w.chosen))
}

func (w *window) setTheme(theme prefs.Theme) {
	switch theme {
	case prefs.Light:
		runtime.WindowSetLightTheme(w.context())
	case prefs.Dark:
		runtime.WindowSetDarkTheme(w.context())
	case prefs.System:
		runtime.WindowSetSystemDefaultTheme(w.context())
	}
}

// colourFrame has nothing to do: there the system colours frame and menus.
func (w *window) colourFrame(bool) {}

// setSpelling has nothing to do: WebView2 and WKWebView go by the attribute.
func (w *window) setSpelling(bool) {}

// place is where the window stands, seen from the corner of the screen that it
// came up on. ok is false while it fills the screen or lies in the dock, which
// are no places to come back to.
func (w *window) place() (place prefs.Place, ok bool) {
	x, y := runtime.WindowGetPosition(w.context())
	unit := w.unit()
	place.X, place.Y = int(float64(x-w.native.left)/unit), int(float64(y-w.native.top)/unit)
	place.Width, place.Height = runtime.WindowGetSize(w.context())
	place.Maximised = runtime.WindowIsMaximised(w.context())
	return place, !runtime.WindowIsFullscreen(w.context()) && !runtime.WindowIsMinimised(w.context())
}

// move takes the window to a place on the screen that it came up on: Wails
// knows the sizes of the others, but not where they are.
func (w *window) move(place prefs.Place) {
	w.measure()
	if place.Known() {
		place = place.Within(w.screen())
		unit := w.unit()
		runtime.WindowSetSize(w.context(), place.Width, place.Height)
		runtime.WindowSetPosition(w.context(), int(float64(place.X)*unit), int(float64(place.Y)*unit))
	}
	if place.Maximised {
		runtime.WindowMaximise(w.context())
	}
}

// measure finds the corner of the screen. macOS counts positions from it;
// Windows sets them so too, but tells them from the corner of all screens.
func (w *window) measure() {
	if goruntime.GOOS == "windows" {
		x, y := runtime.WindowGetPosition(w.context())
		runtime.WindowSetPosition(w.context(), 0, 0)
		w.native.left, w.native.top = runtime.WindowGetPosition(w.context())
		runtime.WindowSetPosition(w.context(), x-w.native.left, y-w.native.top)
	}
}

// unit is how many units of a position one unit of a size is: Windows tells
// positions in the points of the screen, and sizes as they look at 100 %.
func (w *window) unit() float64 {
	here, found := w.current()
	if goruntime.GOOS != "windows" || !found || here.Size.Width == 0 {
		return 1
	}
	return float64(here.PhysicalSize.Width) / float64(here.Size.Width)
}

func (w *window) screen() []prefs.Rect {
	here, found := w.current()
	if !found {
		return nil
	}
	return []prefs.Rect{{Width: here.Size.Width, Height: here.Size.Height}}
}

// current is the screen that the window is on.
func (w *window) current() (runtime.Screen, bool) {
	all, err := runtime.ScreenGetAll(w.context())
	at := slices.IndexFunc(all, func(one runtime.Screen) bool { return one.IsCurrent })
	if err != nil || at < 0 {
		return runtime.Screen{}, false
	}
	return all[at], true
}

// wailsBar is the bar on macOS, where the system wants menus of its own beside
// ours, or on Windows.
func wailsBar(system string, menus []menubar.Menu, click func(id string)) *menu.Menu {
	bar := menu.NewMenu()
	if system == "darwin" {
		bar.Append(menu.AppMenu())
	}
	for _, one := range menus {
		column := bar.AddSubmenu(menuTitle(one.Group))
		for _, entry := range one.Items {
			column.Append(line(system, entry, click))
		}
		if system == "darwin" && one.Group == "edit" {
			column.Append(menu.Separator())
			column.Append(menu.EditMenu()) // without it no key cuts, copies or pastes in a field
		}
	}
	if system == "darwin" {
		bar.Append(menu.WindowMenu())
	}
	return bar
}

func line(system string, entry menubar.Entry, click func(id string)) *menu.MenuItem {
	if entry.ID == "" {
		return menu.Separator()
	}
	item := menu.Text(entry.Label, nil, func(*menu.CallbackData) { click(entry.ID) })
	if entry.Check {
		item.Type, item.Checked = menu.CheckboxType, entry.On
	}
	item.Disabled = !entry.Enabled
	if system == "darwin" {
		item.Accelerator = accelerator(entry)
	} else {
		item.Label = strings.ReplaceAll(item.Label, "&", "&&") + shownKeys(entry.Keys)
	}
	return item
}

// accelerator is the key of a line on macOS. The page hears a key before the
// menu does, and what it has answered never comes here; so only keys that it
// would answer anywhere may stand here, or a field would lose them.
func accelerator(entry menubar.Entry) *keys.Accelerator {
	parts := strings.Split(entry.Keys, "+")
	if !entry.Anywhere || !slices.Contains(parts, "Mod") {
		return nil
	}
	last := parts[len(parts)-1]
	key := &keys.Accelerator{Key: strings.ToLower(strings.TrimPrefix(last, "Arrow"))}
	if last == "Plus" {
		key.Key = "+"
	}
	for _, part := range parts[:len(parts)-1] {
		key.Modifiers = append(key.Modifiers, map[string]keys.Modifier{
			"Mod": keys.CmdOrCtrlKey, "Ctrl": keys.ControlKey, "Alt": keys.OptionOrAltKey, "Shift": keys.ShiftKey,
		}[part])
	}
	return key
}

// shownKeys writes the keys at the end of a line on Windows. They are only
// words: Wails would run a real one beside the page's own answer.
func shownKeys(written string) string {
	if written == "" {
		return ""
	}
	return "\t" + strings.NewReplacer("Mod", "Ctrl", "Plus", "+", "Arrow", "", "Delete", "Del", "Escape", "Esc").Replace(written)
}
