//go:build unix

package db

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestMain runs the tests, or is the process that inProcess starts.
func TestMain(m *testing.M) {
	how := map[string]func(string) (*DB, error){"open": Open, "create": Create}[os.Getenv("DB_TEST_DO")]
	if how == nil {
		os.Exit(m.Run())
	}
	_, err := how(os.Getenv("DB_TEST_PATH"))
	var p *Problem
	switch {
	case errors.As(err, &p):
		os.Stdout.WriteString(p.Code)
	case err != nil:
		os.Stdout.WriteString(err.Error())
	}
}

// inProcess opens or creates the vault of a folder in a process of its own,
// and gives the code of the Problem that it meets.
func inProcess(t *testing.T, program string, user *syscall.Credential, do, folder string) string {
	t.Helper()
	c := exec.Command(program)
	c.Env = append(os.Environ(), "DB_TEST_DO="+do, "DB_TEST_PATH="+filepath.Join(folder, "vault.cairn"))
	c.SysProcAttr = &syscall.SysProcAttr{Credential: user}
	out, err := c.Output()
	must(t, err)
	return string(out)
}

// asNobody is inProcess for a user who is not root: root may read and write
// everything.
func asNobody(t *testing.T, do, folder string) string {
	t.Helper()
	if os.Getuid() != 0 {
		return inProcess(t, os.Args[0], nil, do, folder)
	}
	program := filepath.Join(forAll(t), "test")
	must(t, copyFile(os.Args[0], program))
	must(t, os.Chmod(program, 0o755))
	return inProcess(t, program, &syscall.Credential{Uid: 65534, Gid: 65534}, do, folder)
}

// forAll is a folder that every user can enter and write.
func forAll(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "vault")
	must(t, err)
	t.Cleanup(func() {
		_ = os.Chmod(folder, 0o700)
		_ = os.RemoveAll(folder)
	})
	must(t, os.Chmod(folder, 0o777))
	return folder
}

func TestOpenFirst(t *testing.T) {
	t.Run("opens a killed vault as the first thing that a process does", func(t *testing.T) {
		if code := inProcess(t, os.Args[0], nil, "open", killed(t, someClients)); code != "" {
			t.Errorf("got %q", code)
		}
	})
}

func TestOpenPermission(t *testing.T) {
	for _, c := range []struct {
		name         string
		file, folder os.FileMode
		code         string
	}{
		{"that can be written", 0o666, 0o777, ""},
		{"that is read-only", 0o444, 0o777, ReadOnly},
		{"in a folder that is read-only", 0o666, 0o555, ReadOnly},
		{"that can't be read", 0o000, 0o777, Denied},
		{"in a folder that can't be entered", 0o666, 0o000, Denied},
	} {
		t.Run("answers as it should to a vault "+c.name, func(t *testing.T) {
			folder := forAll(t)
			path := filepath.Join(folder, "vault.cairn")
			must(t, copyFile(filepath.Join(closed(t, someClients), "vault.cairn"), path))
			must(t, os.Chmod(path, c.file))
			must(t, os.Chmod(folder, c.folder))
			before := ""
			if os.Getuid() == 0 { // who else could look
				before = hash(t, folder)
			}
			if code := asNobody(t, "open", folder); code != c.code {
				t.Errorf("got %q, want %q", code, c.code)
			}
			if before != "" && c.code != "" && hash(t, folder) != before {
				t.Error("the folder changed")
			}
		})
	}
	t.Run("creates no vault in a folder that is read-only", func(t *testing.T) {
		folder := forAll(t)
		must(t, os.Chmod(folder, 0o555))
		if code := asNobody(t, "create", folder); code != ReadOnly {
			t.Errorf("got %q", code)
		}
	})
	t.Run("refuses on a file system that is mounted read-only", func(t *testing.T) {
		folder := closed(t, someClients)
		if exec.Command("mount", "--bind", "-o", "ro", folder, folder).Run() != nil {
			t.Skip("only root can mount, and not everywhere")
		}
		t.Cleanup(func() { _ = exec.Command("umount", folder).Run() })
		refused(t, folder, ReadOnly)
	})
}
