package app

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"cairn/internal/door"
	"cairn/internal/prefs"
	"cairn/internal/userdir"
)

// errUsage is an answer to the command line that was already printed.
var errUsage = errors.New("usage")

// command is what a person asked for when they started the program.
type command struct {
	vault  string // the file to open; empty: the one that was open last
	handed bool   // the file stood alone, as a file manager hands it over
	demo   bool   // a throw-away vault with the sample plans
	safe   bool   // nothing of the plan is drawn
}

// alone says that the start wants a window of its own.
func (c command) alone() bool { return c.demo || c.vault != "" && !c.handed }

// message is what the start has to say to a window that is there already: come
// to the front, with the file if one was handed over.
func (c command) message(path string) door.Message {
	if c.handed {
		return door.Message{File: path}
	}
	return door.Message{}
}

// parse reads the command line. A file may stand alone, because that is how a
// file manager opens a .cairn file.
func parse(args []string, out io.Writer) (command, error) {
	var asked command
	flags := flag.NewFlagSet("cairn", flag.ContinueOnError)
	flags.SetOutput(out)
	flags.StringVar(&asked.vault, "vault", "", "open this `file` instead of your own vault")
	flags.BoolVar(&asked.demo, "demo", false, "open a throw-away copy of the sample plans")
	flags.BoolVar(&asked.safe, "safe", false, "open the vault without drawing what is in it")
	if err := flags.Parse(args); err != nil {
		return command{}, errUsage
	}
	if asked.vault == "" && flags.NArg() == 1 {
		asked.vault, asked.handed = flags.Arg(0), true
	} else if flags.NArg() > 0 {
		return command{}, fmt.Errorf("one vault at a time, please: %s", flags.Arg(0))
	}
	if asked.demo && asked.vault != "" {
		return command{}, errors.New("--demo has its own vault; leave --vault away")
	}
	return asked, nil
}

// keep is the keep of the vault that was asked for, still closed, and what to
// do with it when the program ends.
func (c command) keep(known *prefs.File) (k *keep, tidy func(), err error) {
	k = newKeep()
	tidy = func() {}
	switch {
	case c.vault != "":
		k.path, err = filepath.Abs(c.vault)
	case c.demo || !ownVault():
		k.path, tidy, err = throwAway()
		k.fresh = true
	default:
		k.path, k.fresh, err = lastVault(known)
	}
	if !c.alone() && ownVault() {
		k.remember = func(path string) { setLastVault(known, path) }
	}
	if !c.demo {
		k.recent = func() []string { return known.Get().Recent }
	}
	if err == nil && !k.allowed(k.path) {
		err = fmt.Errorf("this build opens throw-away vaults in %s only", os.TempDir())
	}
	return k, tidy, err
}

// newKeep is one that opens what this build may open, and remembers nothing.
func newKeep() *keep {
	return &keep{allowed: allowed, remember: func(string) {}, recent: func() []string { return nil }}
}

// throwAway is a path for a vault that nobody will miss.
func throwAway() (path string, tidy func(), err error) {
	folder, err := os.MkdirTemp("", "cairn-")
	if err != nil {
		return "", func() {}, err
	}
	return filepath.Join(folder, "vault.cairn"), func() { _ = os.RemoveAll(folder) }, nil
}

// ownVault says whether this build may open the person's own vault.
func ownVault() bool {
	path, err := userdir.Vault()
	return err == nil && allowed(path)
}
