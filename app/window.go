package app

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	goruntime "runtime"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cairn/internal/door"
	"cairn/internal/prefs"
	"cairn/internal/text"
)

// window is the system's side of the page: raising it, asking for a file, how
// it looks and where it stands, and what opens outside of it.
type window struct {
	known  *prefs.File
	native native
	ready  chan struct{} // closed when ctx is there
	ctx    context.Context
}

func newWindow(known *prefs.File) *window {
	w := &window{known: known, ready: make(chan struct{})}
	w.native = newNative(w)
	return w
}

// opened is called once, when the window stands.
func (w *window) opened(ctx context.Context) {
	w.ctx = ctx
	close(w.ready)
	if !bridged {
		w.furnish()
	}
}

// closing is called when the window is about to go; it never keeps it.
func (w *window) closing(context.Context) (stay bool) {
	if !bridged {
		w.keepPlace()
	}
	return false
}

// context waits for the window: the page may call before it is told.
func (w *window) context() context.Context {
	<-w.ready
	return w.ctx
}

// raise brings the window before the person's eyes.
func (w *window) raise(door.Message) {
	runtime.WindowUnminimise(w.context())
	runtime.WindowShow(w.context())
}

// browse opens a link that outward has let through.
func (w *window) browse(link string) {
	runtime.BrowserOpenURL(w.context(), link)
}

// choose asks for a vault; the answer is empty when the person turns away. The
// browser bridge has nobody in front of its screen, so nobody is asked there.
func (w *window) choose(folder string) (string, error) {
	if bridged {
		return "", nil
	}
	return runtime.OpenFileDialog(w.context(), runtime.OpenDialogOptions{
		DefaultDirectory: existing(folder),
		Title:            text.Say("en", "shell.choose_title", nil),
		Filters: []runtime.FileFilter{{
			DisplayName: text.Say("en", "shell.choose_filter", nil),
			Pattern:     "*.cairn",
		}},
	})
}

// showFolder opens the folder in the system's file manager.
func (w *window) showFolder(folder string) error {
	show := exec.Command(opener(), existing(folder)) // our own folder, no shell
	if err := show.Start(); err != nil {
		return err
	}
	go func() { _ = show.Wait() }() // file managers answer as they like
	return nil
}

func opener() string {
	switch goruntime.GOOS {
	case "windows":
		return "explorer"
	case "darwin":
		return "open"
	default:
		return "xdg-open"
	}
}

// existing is the folder, or the nearest one above it that is there.
func existing(folder string) string {
	for {
		if _, err := os.Stat(folder); err == nil || folder == filepath.Dir(folder) {
			return folder
		}
		folder = filepath.Dir(folder)
	}
}
