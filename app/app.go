// Package app is the shell: the window, the command line and the methods that
// the page can call. It is the only package that knows Wails.
//
// Its rules: a bound method is about three lines and hands the call to one
// operation of the workspace; a result is (T, error) or error; an error crosses
// as a code, a catalogue key and parameters; the page reaches nothing that is
// not bound here, and nothing in here dials out.
package app

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"

	"github.com/wailsapp/wails/v2"

	"cairn/internal/door"
	"cairn/internal/prefs"
	"cairn/internal/sample"
)

// Run opens the vault that the arguments ask for, shows the page in a window
// and returns when it is closed, with the exit code of the process. If this
// user has a window already, it hands the file over to that one instead.
func Run(page fs.FS, args []string) int {
	if generating {
		return stand(page, &keep{}, newWindow(prefs.Nowhere()))
	}
	asked, err := parse(args, os.Stderr)
	if err != nil {
		return refuse(err)
	}
	known := remembered()
	k, tidy, err := asked.keep(known)
	defer tidy()
	if err != nil {
		return refuse(err)
	}
	state := ownState()
	defer startLog(state)()
	return show(page, asked, k, newWindow(known), state)
}

// show opens the vault and the window. state is the user's folder for what the
// program keeps for itself, or "".
func show(page fs.FS, asked command, k *keep, w *window, state string) int {
	k.raise = w.raise
	if state != "" {
		w.log = logFile(state)
	}
	if asked.alone() {
		state = ""
	}
	place, elsewhere := takeFront(state, asked.message(k.path), w)
	defer place.leave()
	if elsewhere {
		return 0
	}
	defer k.close()
	k.safe = asked.safe || place.stuck
	if !k.start() && door.Knock(k.path, door.Message{}) == nil {
		return 0
	}
	if asked.demo {
		demonstrate(k)
	}
	easeGraphics()
	return stand(page, k, w)
}

// stand shows the window until it is closed.
func stand(page fs.FS, k *keep, w *window) int {
	if err := wails.Run(frame(page, k, w)); err != nil {
		slog.Error("the window does not open", "err", err)
		return 1
	}
	return 0
}

// demonstrate fills a throw-away vault with the sample plans and shows the
// first of them.
func demonstrate(k *keep) {
	if !k.create() {
		return
	}
	if err := addSamples(k); err != nil {
		slog.Error("the sample plans do not open", "err", err)
	}
}

func addSamples(k *keep) error {
	shown := []string{}
	for _, key := range sample.Names() {
		c, err := run(k, addSample(key))
		if err != nil {
			return err
		}
		shown = append(shown, c.Show)
	}
	_, err := run1(k, house.OpenPlan, shown[0])
	return err
}

// refuse says on the terminal why the program does not start.
func refuse(err error) int {
	if !errors.Is(err, errUsage) {
		fmt.Fprintln(os.Stderr, "cairn:", err)
	}
	return 2
}
