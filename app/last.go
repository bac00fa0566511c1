package app

import (
	"log/slog"
	"os"
	"path/filepath"

	"cairn/internal/prefs"
	"cairn/internal/userdir"
)

// remembered is what this computer remembers of its user. A build that may not
// open their own vault leaves their own preferences alone too.
func remembered() *prefs.File {
	path, err := userdir.Prefs()
	if err != nil || !allowed(path) {
		return prefs.Nowhere()
	}
	return prefs.Open(path)
}

// lastVault is the vault that was open last, and whether it is the one at its
// ordinary place, where nothing there yet means a first start.
func lastVault(known *prefs.File) (path string, ordinary bool, err error) {
	own, err := userdir.Vault()
	if err != nil {
		return "", false, err
	}
	if err := makePrivate(filepath.Dir(own)); err != nil {
		slog.Warn("the folder of the vault is not private", "err", err)
	}
	if last := known.Get().Vault; filepath.IsAbs(last) {
		return last, false, nil
	}
	return own, true, nil
}

// setLastVault notes which vault is open.
func setLastVault(known *prefs.File, path string) {
	last := path
	if own, err := userdir.Vault(); err == nil && path == own {
		last = ""
	}
	note(known, func(p *prefs.Prefs) {
		p.Vault = last
		p.Opened(path)
	})
}

// note changes what is remembered. When that fails, the next start will not
// know, which is no reason to stop anybody now.
func note(known *prefs.File, change func(*prefs.Prefs)) {
	if err := known.Change(change); err != nil {
		slog.Warn("the next start will not know", "err", err)
	}
}

// makePrivate makes the folder before the window does: WebKitGTK keeps its own
// things in a folder of the same name, and would let everybody look into it.
func makePrivate(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.Chmod(folder, 0o700)
}
