package app

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"cairn/internal/userdir"
)

// lastVault is the vault that was open last, and whether it is the one at its
// ordinary place, where nothing there yet means a first start. The name of any
// other one stands in a small text file beside that place.
func lastVault() (path string, ordinary bool, err error) {
	own, err := userdir.Vault()
	if err != nil {
		return "", false, err
	}
	if err := makePrivate(filepath.Dir(own)); err != nil {
		slog.Warn("the folder of the vault is not private", "err", err)
	}
	named, err := os.ReadFile(lastFile(own))
	if last := strings.TrimSpace(string(named)); err == nil && filepath.IsAbs(last) {
		return last, false, nil
	}
	return own, true, nil
}

// setLastVault notes which vault is open. When that fails, the next start
// opens the ordinary one, which is no reason to stop anybody now.
func setLastVault(path string) {
	own, err := userdir.Vault()
	if err != nil {
		return
	}
	if path == own {
		err = os.RemoveAll(lastFile(own))
	} else {
		err = os.WriteFile(lastFile(own), []byte(path), 0o600)
	}
	if err != nil {
		slog.Warn("the next start will not know this vault", "err", err)
	}
}

func lastFile(own string) string {
	return filepath.Join(filepath.Dir(own), "last-vault")
}

// makePrivate makes the folder before the window does: WebKitGTK keeps its own
// things in a folder of the same name, and would let everybody look into it.
func makePrivate(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.Chmod(folder, 0o700)
}
