//go:build unix

package door

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

func TestBell(t *testing.T) {
	for _, place := range places {
		t.Run("hangs where only its user can reach it, with its bell "+place, func(t *testing.T) {
			path := vaultAt(t, place)
			d, err := Hold(path)
			must(t, err)
			defer d.Close()
			info, err := os.Stat(filepath.Dir(address(path)))
			must(t, err)
			if info.Mode().Perm() != 0o700 {
				t.Errorf("its folder is %v", info.Mode())
			}
		})
	}

	t.Run("is out of reach for another user", func(t *testing.T) {
		t.Setenv("XDG_RUNTIME_DIR", "")
		folder := shortTemp(t)
		must(t, os.Chmod(folder, 0o755)) // every user can come up to the bell's own folder
		path := filepath.Join(folder, "vault.cairn")
		d, err := Hold(path)
		must(t, err)
		defer d.Close()
		if err := stranger(t, "dial", path).Run(); err != nil {
			t.Errorf("a stranger reached the bell: %v", err)
		}
	})
}

func TestHoldReadOnly(t *testing.T) {
	t.Run("says that a folder is read-only which only lacks the permission", func(t *testing.T) {
		folder := shortTemp(t)
		must(t, os.Chmod(folder, 0o755))
		if err := stranger(t, "readonly", filepath.Join(folder, "vault.cairn")).Run(); err != nil {
			t.Errorf("it says something else: %v", err)
		}
	})
}

// stranger is a process of another user, from a program that it may start.
func stranger(t *testing.T, role, path string) *exec.Cmd {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can start a process of another user")
	}
	c := other(t, role, path)
	c.Path = copyOfTest(t, filepath.Dir(path))
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	return c
}

// copyOfTest copies the running test to where another user can start it.
func copyOfTest(t *testing.T, folder string) string {
	t.Helper()
	in, err := os.Open(os.Args[0])
	must(t, err)
	defer in.Close()
	path := filepath.Join(folder, "test")
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o755)
	must(t, err)
	_, err = io.Copy(out, in)
	must(t, err)
	must(t, out.Close())
	return path
}
