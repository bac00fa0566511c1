package door

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain is also the second process of the tests.
func TestMain(m *testing.M) {
	path := os.Getenv("DOOR_PATH")
	switch os.Getenv("DOOR_ROLE") {
	case "hold":
		hold(path)
	case "knock":
		if err := Knock(path, Message{File: path}); err != nil {
			os.Exit(1)
		}
	case "dial":
		if _, err := net.Dial("unix", address(path)); !errors.Is(err, fs.ErrPermission) {
			os.Exit(1)
		}
	case "readonly":
		if _, err := Hold(path); !errors.Is(err, syscall.EROFS) {
			os.Exit(1)
		}
	default:
		os.Exit(m.Run())
	}
}

// hold says "held", and then every message that it hears, until it is killed.
func hold(path string) {
	d, err := Hold(path)
	if err != nil {
		os.Exit(1)
	}
	os.Stdout.WriteString("held\n")
	for message := range d.Calls() {
		_ = json.NewEncoder(os.Stdout).Encode(message)
	}
}

func other(t *testing.T, role, path string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "DOOR_ROLE="+role, "DOOR_PATH="+path)
	c.Stderr = os.Stderr
	return c
}

// holder starts a process that holds the door.
func holder(t *testing.T, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := other(t, "hold", path)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "held" {
		t.Fatal("the other process does not hold the door")
	}
	return c, lines
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// places are the two where a bell can hang.
var places = []string{"in the runtime folder", "beside the vault"}

// vaultAt is a path for a vault whose bell hangs in that place.
func vaultAt(t *testing.T, place string) string {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", "")
	if place == places[0] {
		t.Setenv("XDG_RUNTIME_DIR", shortTemp(t))
	}
	return filepath.Join(t.TempDir(), "vault.cairn")
}

// shortTemp is a folder whose path leaves room for the name of a socket.
func shortTemp(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "door")
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

func TestHold(t *testing.T) {
	for _, place := range places {
		t.Run("lets one process in, and the next when that has left, with its bell "+place, func(t *testing.T) {
			path := vaultAt(t, place)
			d, err := Hold(path)
			must(t, err)
			if err := other(t, "hold", path).Run(); err == nil {
				t.Error("a second process holds the door too")
			}
			must(t, d.Close())
			holder(t, path)
			if _, err := Hold(path); !errors.Is(err, ErrHeld) {
				t.Errorf("got %v", err)
			}
		})
	}

	for _, place := range places {
		t.Run("is not stopped by what a killed process left, with its bell "+place, func(t *testing.T) {
			path := vaultAt(t, place)
			c, _ := holder(t, path)
			must(t, c.Process.Kill())
			_ = c.Wait()
			if _, err := os.Stat(address(path)); err != nil {
				t.Fatalf("the test proves nothing: no stale bell: %v", err)
			}
			d, err := Hold(path)
			must(t, err)
			defer d.Close()
			must(t, other(t, "knock", path).Run())
			<-d.Calls()
		})
	}

	for _, place := range places {
		t.Run("leaves no file behind, with its bell "+place, func(t *testing.T) {
			path := vaultAt(t, place)
			d, err := Hold(path)
			must(t, err)
			must(t, d.Close())
			for _, folder := range []string{filepath.Dir(path), os.Getenv("XDG_RUNTIME_DIR")} {
				if left, _ := os.ReadDir(folder); len(left) > 0 {
					t.Errorf("left %v", left)
				}
			}
		})
	}

	t.Run("knows a link for the vault that it leads to", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		link := filepath.Join(t.TempDir(), "link.cairn")
		must(t, os.WriteFile(path, nil, 0o600))
		must(t, os.Symlink(path, link))
		d, err := Hold(path)
		must(t, err)
		defer d.Close()
		if _, err := Hold(link); !errors.Is(err, ErrHeld) {
			t.Errorf("got %v", err)
		}
	})

	t.Run("does not count a lock on a file that has lost its name", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		d, err := Hold(path)
		must(t, err)
		defer d.Close()
		must(t, os.Rename(path+".lock", path+".gone"))
		if named(d.lock) {
			t.Error("it still counts")
		}
	})

	t.Run("holds without a bell where a path is too long for one", func(t *testing.T) {
		t.Setenv("XDG_RUNTIME_DIR", "")
		folder := filepath.Join(t.TempDir(), strings.Repeat("long", 30))
		must(t, os.Mkdir(folder, 0o700))
		path := filepath.Join(folder, "vault.cairn")
		d, err := Hold(path)
		must(t, err)
		if _, open := <-d.Calls(); open {
			t.Error("somebody called")
		}
		if _, err := Hold(path); !errors.Is(err, ErrHeld) {
			t.Errorf("got %v", err)
		}
		must(t, d.Close())
	})

	t.Run("says that the folder is missing", func(t *testing.T) {
		_, err := Hold(filepath.Join(t.TempDir(), "nowhere", "vault.cairn"))
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("got %v", err)
		}
	})
}

func TestKnock(t *testing.T) {
	for _, place := range places {
		t.Run("brings the message to the process that holds the door, with its bell "+place, func(t *testing.T) {
			path := vaultAt(t, place)
			_, lines := holder(t, path)
			must(t, Knock(path, Message{File: "/a/b.cairn"}))
			if !lines.Scan() || lines.Text() != `{"file":"/a/b.cairn"}` {
				t.Errorf("heard %q", lines.Text())
			}
		})
	}

	for _, place := range places {
		t.Run("outlasts callers that say nothing or nonsense, with its bell "+place, func(t *testing.T) {
			path := vaultAt(t, place)
			d, err := Hold(path)
			must(t, err)
			defer d.Close()
			silent, err := net.Dial("unix", address(path))
			must(t, err)
			defer silent.Close()
			rude, err := net.Dial("unix", address(path))
			must(t, err)
			_, err = rude.Write([]byte("GET / HTTP/1.1\r\n\r\n"))
			must(t, err)
			must(t, Knock(path, Message{}))
			<-d.Calls()
		})
	}

	t.Run("waits for a process that has only just started", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "vault.cairn")
		knocker := other(t, "knock", path)
		must(t, knocker.Start())
		time.Sleep(100 * time.Millisecond) // the delay is what is tested
		d, err := Hold(path)
		must(t, err)
		defer d.Close()
		<-d.Calls()
		must(t, knocker.Wait())
	})

	t.Run("fails when nobody is there", func(t *testing.T) {
		if err := knock(filepath.Join(t.TempDir(), "vault.cairn"), Message{}, 1); err == nil {
			t.Error("somebody answered")
		}
	})
}
