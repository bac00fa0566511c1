package app

import (
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"cairn/internal/door"
	"cairn/internal/life"
	"cairn/internal/userdir"
)

// front is the one window that a user works in. The next start knocks at its
// door and hands over its file; a mark beside that stands until the window is
// closed in good order.
type front struct {
	door  *door.Door
	life  *life.Life
	stuck bool // the starts before this one never came so far that a page was drawn
}

// patience is how many starts on end may be cut off before a page is drawn. The
// one after them draws nothing of the plan.
const patience = 2

// takeFront takes the place of this user's window. elsewhere says that another
// process has it and has taken the message, so there is nothing left to do
// here. A start that cannot have it, for whatever reason, goes on without.
func takeFront(folder string, message door.Message, w *window) (f *front, elsewhere bool) {
	f = &front{}
	if folder == "" {
		return f, false
	}
	path := filepath.Join(folder, "window")
	if err := makePrivate(folder); err != nil {
		slog.Warn("there is no folder for the state of this user", "err", err)
		return f, false
	}
	held, err := door.Hold(path)
	if errors.Is(err, door.ErrHeld) {
		return f, door.Knock(path, message) == nil
	}
	if err != nil {
		slog.Warn("the next start will not find this window", "err", err)
		return f, false
	}
	f.door = held
	go f.listen(w.raise)
	f.begin(filepath.Join(folder, "running"), w)
	return f, false
}

func (f *front) begin(mark string, w *window) {
	begun, before, err := life.Begin(mark, time.Now())
	if err != nil {
		slog.Warn("the next start will not know how this one ended", "err", err)
		return
	}
	f.life, f.stuck = begun, before.Undrawn >= patience
	w.stands = begun.Drawn
	if before.CutOff {
		slog.Info("the run before this one was cut off")
		w.news.cutOff()
	}
}

func (f *front) listen(raise func(door.Message)) {
	for message := range f.door.Calls() {
		raise(message)
	}
}

// leave gives the place away, in good order.
func (f *front) leave() {
	var errs []error
	if f.life != nil {
		errs = append(errs, f.life.End())
	}
	if f.door != nil {
		errs = append(errs, f.door.Close())
	}
	if err := errors.Join(errs...); err != nil {
		slog.Warn("the window was not left in good order", "err", err)
	}
}

// ownState is the folder for what the program keeps for itself, or "" for a
// build that may not write there.
func ownState() string {
	folder, err := userdir.State()
	if err != nil || !allowed(folder) {
		return ""
	}
	return folder
}
