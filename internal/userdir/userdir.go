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
	path := filepath.Join(xdg.DataHome, "cairn", "vault.cairn")
	if !filepath.IsAbs(path) {
		return "", fmt.Errorf("no folder for the data of this user: %q", xdg.DataHome)
	}
	return path, nil
}
