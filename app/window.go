package app

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	goruntime "runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"cairn/internal/door"
	"cairn/internal/interop"
	"cairn/internal/plan"
	"cairn/internal/prefs"
	"cairn/internal/text"
	"cairn/internal/userdir"
)

// window is the system's side of the page: raising it, asking for a file, how
// it looks and where it stands, and what opens outside of it.
type window struct {
	known  *prefs.File
	native native
	news   board
	log    string        // the file of the log; "": there is none
	ready  chan struct{} // closed when ctx is there
	ctx    context.Context
	stands func() error // notes that the page is drawn

	dark     atomic.Bool // the colours that the window has
	finished sync.Once

	dropped func(x, y int, paths []string) // what to do with files that fall on it

	messages sync.Mutex
	heard    bool // the system was asked for its messages
}

func newWindow(known *prefs.File) *window {
	w := &window{known: known, ready: make(chan struct{}), stands: func() error { return nil }}
	w.native = newNative(w)
	return w
}

// opened is called once, when the window stands.
func (w *window) opened(ctx context.Context) {
	w.ctx = ctx
	close(w.ready)
	runtime.OnFileDrop(ctx, w.dropped)
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

// raise brings the window before the person's eyes, with the file that a second
// start was given.
func (w *window) raise(message door.Message) {
	runtime.WindowUnminimise(w.context())
	runtime.WindowShow(w.context())
	if message.File != "" {
		w.hand(message.File)
	}
}

// hand gives the page a file to open, once there is a page.
func (w *window) hand(file string) {
	w.news.hand(file)
	runtime.EventsEmit(w.context(), "news")
}

// lockedNotes tells the page that the private notes are locked.
func (w *window) lockedNotes() {
	w.news.lock()
	runtime.EventsEmit(w.context(), "news")
}

// handed is how macOS gives the program a file, perhaps before its window
// stands.
func (w *window) handed(file string) { go w.hand(file) }

// browse opens a link that outward has let through.
func (w *window) browse(link string) {
	runtime.BrowserOpenURL(w.context(), link)
}

// fileKind is a kind of file that is asked for: the endings that it may have, the
// first for new ones, and what the dialog calls it.
type fileKind struct {
	endings []string
	name    string // a key of the catalogue
}

func vaultFile() fileKind { return fileKind{[]string{".cairn"}, "shell.choose_filter"} }

// exportFile is what a plan becomes in a format.
func exportFile(format interop.Format) fileKind {
	return fileKind{[]string{"." + string(format)}, "shell.export_filter." + string(format)}
}

// importFile is what can be brought in; some programs have endings of their own
// for what we know by another one.
func importFile() fileKind {
	endings := []string{}
	for _, format := range interop.Formats() {
		endings = append(endings, "."+string(format))
	}
	return fileKind{append(endings, ".xml", ".json", ".markdown", ".tsv"), "shell.import_filter"}
}

func (f fileKind) filters() []runtime.FileFilter {
	if f.endings[0] == "" {
		return nil // any file
	}
	return []runtime.FileFilter{{
		DisplayName: text.Say("en", f.name, nil), Pattern: "*" + strings.Join(f.endings, ";*"),
	}}
}

// choose asks for a file; the answer is empty when the person turns away.
func (w *window) choose(what fileKind, title, folder string) (string, error) {
	if bridged {
		return answered(), nil
	}
	return runtime.OpenFileDialog(w.context(), runtime.OpenDialogOptions{
		DefaultDirectory: existing(folder),
		Title:            title,
		Filters:          what.filters(),
	})
}

// ask asks where a new file is to lie, and offers a name for it. The answer
// is empty when the person turns away, and ends as such a file does.
func (w *window) ask(what fileKind, title, name string) (path string, err error) {
	if bridged {
		path = answeredWith(os.TempDir(), name+what.endings[0])
	} else {
		path, err = runtime.SaveFileDialog(w.context(), runtime.SaveDialogOptions{
			DefaultDirectory: existing(userdir.Documents()),
			DefaultFilename:  name + what.endings[0],
			Title:            title,
			Filters:          what.filters(),
		})
	}
	return ended(path, what.endings[0]), err
}

// ended gives a name its ending, unless another file has the name then: nobody
// was asked whether that one may be replaced.
func ended(path, ending string) string {
	if path == "" || strings.EqualFold(filepath.Ext(path), ending) {
		return path
	}
	if _, err := os.Lstat(path + ending); err == nil {
		return path
	}
	return path + ending
}

// answered is what stands in for a person before a dialog: the browser bridge
// has nobody in front of its screen, so a journey lays its answer into a file.
func answered() string {
	answer, err := os.ReadFile(os.Getenv("CAIRN_ANSWER"))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(answer))
}

// answeredWith is answered for a new file. Where nobody lays answers down at all, as
// when one tries the program in a browser, it lies in a folder under the name that
// is offered for it, beside what is there already.
func answeredWith(folder, name string) string {
	if _, laid := os.LookupEnv("CAIRN_ANSWER"); laid {
		return answered()
	}
	ending := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	path := filepath.Join(folder, name)
	for i := 2; ; i++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(folder, stem+" "+strconv.Itoa(i)+ending)
	}
}

// choosePictures asks for pictures, one or several.
func (w *window) choosePictures(title, folder string) ([]string, error) {
	if bridged {
		return strings.FieldsFunc(answered(), func(r rune) bool { return r == '\n' }), nil
	}
	what := fileKind{[]string{".jpg", ".jpeg", ".png", ".webp", ".gif"}, "shell.pictures_filter"}
	return runtime.OpenMultipleFilesDialog(w.context(), runtime.OpenDialogOptions{
		DefaultDirectory: existing(folder), Title: title, Filters: what.filters(),
	})
}

// chooseFolder asks for a folder; the answer is empty when the person turns away.
func (w *window) chooseFolder(title, folder string) ([]string, error) {
	if bridged {
		return w.choosePictures(title, folder)
	}
	chosen, err := runtime.OpenDirectoryDialog(w.context(), runtime.OpenDialogOptions{
		DefaultDirectory: existing(folder), Title: title,
	})
	if err != nil || chosen == "" {
		return nil, err
	}
	return []string{chosen}, nil
}

// tell tells the page something that Go began.
func (w *window) tell(event string, news any) {
	runtime.EventsEmit(w.context(), event, news)
}

// show opens a folder or a text in the program that the system has for it.
func (w *window) show(path string) error {
	show := exec.Command(opener(), path) // our own path, no shell
	if err := show.Start(); err != nil {
		return err
	}
	go func() { _ = show.Wait() }() // file managers answer as they like
	return nil
}

// showLog opens the log, or says that there is none.
func (w *window) showLog() error {
	if _, err := os.Stat(w.log); err != nil {
		return plan.Refuse(plan.NotFound, "error.no_log")
	}
	return w.show(w.log)
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

// existing is the folder, or the nearest one above it that is there. It is
// never a file: the system would open it, or even run it.
func existing(folder string) string {
	for {
		if info, err := os.Stat(folder); err == nil && info.IsDir() || folder == filepath.Dir(folder) {
			return folder
		}
		folder = filepath.Dir(folder)
	}
}
