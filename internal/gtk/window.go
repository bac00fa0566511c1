//go:build linux && (dev || production)

package gtk

// #cgo pkg-config: gtk+-3.0
// #cgo webkit2_41 pkg-config: webkit2gtk-4.1
// #cgo !webkit2_41 pkg-config: webkit2gtk-4.0
// #include <stdlib.h>
// #include "window.h"
import "C"

import (
	"runtime/cgo"
	"unsafe"

	"cairn/internal/menubar"
	"cairn/internal/prefs"
)

// mostScreens is as many as anybody has.
const mostScreens = 16

// Window is the window that Wails has made.
type Window struct {
	click cgo.Handle // func(id string)
	title func(group string) string
	shown []menubar.Menu
	items []*C.GtkWidget // of shown, rules left out, in their order
}

// New takes what a menu is called, and what is to happen on a click in one: it
// gets the entry's ID.
func New(title func(group string) string, click func(id string)) *Window {
	return &Window{title: title, click: cgo.NewHandle(click)}
}

// SetMenus shows these menus in the bar at the top of the window. Their keys
// are only written there: the page answers them, so that no key is taken from a
// field and none runs anything twice.
func (w *Window) SetMenus(menus []menubar.Menu) {
	onWindow(func(window *C.GtkWindow) {
		if w.items == nil || !menubar.SameShape(menus, w.shown) {
			w.build(window, menus)
		}
		w.shown = menus
		w.say()
	})
}

func (w *Window) build(window *C.GtkWindow, menus []menubar.Menu) {
	w.items = []*C.GtkWidget{}
	bar := C.cairn_empty_bar(window)
	for _, menu := range menus {
		column := withText(w.title(menu.Group), func(title *C.char) *C.GtkWidget { return C.cairn_menu(bar, title) })
		for _, item := range menu.Items {
			if item.ID == "" {
				C.cairn_rule(column)
			} else {
				w.items = append(w.items, w.add(column, item))
			}
		}
	}
}

func (w *Window) add(column *C.GtkWidget, item menubar.Entry) *C.GtkWidget {
	return withText(item.ID, func(id *C.char) *C.GtkWidget {
		return withText(accelerator(item.Keys), func(keys *C.char) *C.GtkWidget {
			return C.cairn_item(column, id, keys, flag(item.Check), C.uintptr_t(w.click))
		})
	})
}

// say writes words and states into the lines that stand there.
func (w *Window) say() {
	next := 0
	for _, menu := range w.shown {
		for _, item := range menu.Items {
			if item.ID == "" {
				continue
			}
			withText(item.Label, func(label *C.char) struct{} {
				C.cairn_say(w.items[next], label, flag(item.Enabled), flag(item.On))
				return struct{}{}
			})
			next++
		}
	}
}

// SetTheme makes the frame of the window light or dark, and with it what the
// page is told about the system.
func (w *Window) SetTheme(theme prefs.Theme) {
	onWindow(func(*C.GtkWindow) {
		switch theme {
		case prefs.Light:
			C.cairn_theme(1)
		case prefs.Dark:
			C.cairn_theme(2)
		case prefs.System:
			C.cairn_theme(0)
		}
	})
}

// SetColours gives the window and its bar of menus the colours of the page, as
// CSS writes them.
func (w *Window) SetColours(ground, ink string) {
	onWindow(func(window *C.GtkWindow) {
		withText(ground, func(ground *C.char) struct{} {
			return withText(ink, func(ink *C.char) struct{} {
				C.cairn_colour(window, ground, ink)
				return struct{}{}
			})
		})
	})
}

// SetSpelling marks words that the dictionaries of the user's languages do not
// know, as far as dictionaries are installed (Enchant finds them).
func (w *Window) SetSpelling(on bool) {
	onWindow(func(window *C.GtkWindow) { C.cairn_spelling(window, flag(on)) })
}

// Place is where the window stands. ok is false while it fills the screen,
// which is no place to come back to.
func (w *Window) Place() (place prefs.Place, ok bool) {
	onWindow(func(window *C.GtkWindow) {
		at := C.cairn_where(window)
		place = prefs.Place{X: int(at.x), Y: int(at.y), Width: int(at.width), Height: int(at.height)}
		place.Maximised = C.gtk_window_is_maximized(window) != 0
		ok = C.cairn_fills_screen(window) == 0
	})
	return place, ok
}

// Move takes the window to a place, on the screens that there are: at once, so
// that it is not seen elsewhere, and again when Wails has centred it at the start.
func (w *Window) Move(place prefs.Place) {
	move := func(window *C.GtkWindow) {
		if at := place.Within(screens()); at.Known() {
			C.gtk_window_resize(window, C.gint(at.Width), C.gint(at.Height))
			C.gtk_window_move(window, C.gint(at.X), C.gint(at.Y))
		}
		if place.Maximised {
			C.gtk_window_maximize(window)
		}
	}
	onWindow(move)
	C.cairn_later(handleOf(move, func() {}))
}

func screens() []prefs.Rect {
	var found [mostScreens]C.cairn_rect
	count := int(C.cairn_screens(&found[0], mostScreens))
	all := make([]prefs.Rect, 0, count)
	for _, one := range found[:count] {
		all = append(all, prefs.Rect{X: int(one.x), Y: int(one.y), Width: int(one.width), Height: int(one.height)})
	}
	return all
}

// onWindow does something with the window on GTK's thread, and waits for it.
func onWindow(do func(*C.GtkWindow)) {
	done := make(chan struct{})
	C.cairn_soon(handleOf(do, func() { close(done) }))
	<-done
}

func handleOf(do func(*C.GtkWindow), then func()) C.uintptr_t {
	return C.uintptr_t(cgo.NewHandle(func() {
		defer then()
		if window := C.cairn_window(); window != nil {
			do(window)
		}
	}))
}

//export cairnRun
func cairnRun(handle C.uintptr_t) {
	held := cgo.Handle(handle)
	defer held.Delete()
	held.Value().(func())()
}

//export cairnClicked
func cairnClicked(handle C.uintptr_t, id *C.char) {
	go cgo.Handle(handle).Value().(func(string))(C.GoString(id))
}

func withText[Out any](text string, use func(*C.char) Out) Out {
	held := C.CString(text)
	defer C.free(unsafe.Pointer(held))
	return use(held)
}

func flag(set bool) C.int {
	if set {
		return 1
	}
	return 0
}
