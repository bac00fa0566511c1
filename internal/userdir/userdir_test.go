package userdir

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/adrg/xdg"
)

func TestVault(t *testing.T) {
	t.Cleanup(xdg.Reload)

	t.Run("lies in the folder that the user has for data", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "data")
		t.Setenv("XDG_DATA_HOME", folder)
		xdg.Reload()
		path, err := Vault()
		if want := filepath.Join(folder, "cairn", "vault.cairn"); err != nil || path != want {
			t.Errorf("got %q, %v, want %q", path, err, want)
		}
		if beside, err := Prefs(); err != nil || filepath.Dir(beside) != filepath.Dir(path) {
			t.Errorf("the preferences are at %q, %v", beside, err)
		}
		if _, err := os.Stat(folder); !os.IsNotExist(err) {
			t.Error("asking for the path made a folder")
		}
	})

	t.Run("lies below the home folder by default", func(t *testing.T) {
		if runtime.GOOS != "linux" {
			t.Skip("the default differs from system to system")
		}
		t.Setenv("XDG_DATA_HOME", "")
		t.Setenv("HOME", "/home/ada")
		xdg.Reload()
		path, err := Vault()
		if want := "/home/ada/.local/share/cairn/vault.cairn"; err != nil || path != want {
			t.Errorf("got %q, %v", path, err)
		}
	})
}
