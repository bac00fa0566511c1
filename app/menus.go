package app

import (
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cairn/internal/menubar"
	"cairn/internal/text"
)

// menuEvent tells the page which command was chosen in a menu of the window.
const menuEvent = "menu"

// Menus hangs the page's commands into the menus of the window.
type Menus struct{ w *window }

// Set replaces all menus, for the first time when the page has been drawn. In a
// browser there is no bar to hang them in.
func (m *Menus) Set(entries []menubar.Entry) error {
	if !bridged {
		m.w.hang(menubar.Of(entries))
		m.w.finish()
	}
	return nil
}

// chosen runs a command, by telling the page to: it knows whether it can be
// run now.
func (w *window) chosen(id string) {
	runtime.EventsEmit(w.context(), menuEvent, id)
}

func menuTitle(group string) string {
	return text.Say("en", "menu."+group, nil)
}
