// Package userdir knows where a person's own files lie on each system.
package userdir

import (
	"fmt"
	"path/filepath"

	"github.com/adrg/xdg"
)

// Vault is the path of the vault that opens when nobody names another: on
// Linux ~/.local/share/cairn/vault.cairn. It makes nothing: whoever creates
// the vault makes its folder, for this user only.
func Vault() (string, error) {
	return inOwnFolder("vault.cairn")
}

// Prefs is the path of what this computer remembers of its user: beside the
// vault, so that one folder holds all there is.
func Prefs() (string, error) {
	return inOwnFolder("preferences.json")
}

func inOwnFolder(name string) (string, error) {
	path := filepath.Join(xdg.DataHome, "cairn", name)
	if !filepath.IsAbs(path) {
		return "", fmt.Errorf("no folder for the data of this user: %q", xdg.DataHome)
	}
	return path, nil
}

// State is the folder for what the program keeps for itself, such as its log:
// on Linux ~/.local/state/cairn. It makes nothing either.
func State() (string, error) {
	path := filepath.Join(xdg.StateHome, "cairn")
	if !filepath.IsAbs(path) {
		return "", fmt.Errorf("no folder for the state of this user: %q", xdg.StateHome)
	}
	return path, nil
}

// Documents is the folder where a person looks for files of their own.
func Documents() string { return xdg.UserDirs.Documents }

// Pictures is the folder where a person looks for pictures of their own.
func Pictures() string { return xdg.UserDirs.Pictures }
