package app

import (
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cairn/internal/prefs"
)

// Settings keeps how the window looks, for this computer and not for a vault.
type Settings struct{ w *window }

// Set changes how the window looks, now and at the next start.
func (s *Settings) Set(look prefs.Look) error {
	note(s.w.known, func(p *prefs.Prefs) { p.Look = look })
	if !bridged {
		s.w.dress(s.w.known.Get().Look)
	}
	return nil
}

// Drawn notes whether the page is dark now, for the first moment of the next start.
func (s *Settings) Drawn(dark bool) error {
	note(s.w.known, func(p *prefs.Prefs) { p.Dark = dark })
	if !bridged && s.w.dark.Swap(dark) != dark {
		s.w.paint(dark)
	}
	return nil
}

// KeepPlace notes where the window stands; the page has seen it change.
func (s *Settings) KeepPlace() error {
	if !bridged {
		s.w.keepPlace()
	}
	return nil
}

// Notify tells something through the system, in place of what it told before.
// A system that takes no messages is no fault: what was planned stands in the
// plan.
func (s *Settings) Notify(words string) error {
	if !bridged {
		go s.w.notify(words)
	}
	return nil
}

// Quit closes the window, and with it the program.
func (s *Settings) Quit() error {
	runtime.Quit(s.w.context())
	return nil
}

// FullScreen fills the screen with the window, or gives the screen back.
func (s *Settings) FullScreen() error {
	if runtime.WindowIsFullscreen(s.w.context()) {
		runtime.WindowUnfullscreen(s.w.context())
	} else {
		runtime.WindowFullscreen(s.w.context())
	}
	return nil
}
