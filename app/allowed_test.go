package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWithin(t *testing.T) {
	temp, home := t.TempDir(), t.TempDir()
	for _, folder := range []string{"a", "a/b"} {
		if err := os.Mkdir(filepath.Join(temp, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	own := filepath.Join(home, "vault.cairn")
	if err := os.WriteFile(own, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	link(t, own, filepath.Join(temp, "a", "linked.cairn"))
	link(t, home, filepath.Join(temp, "a", "folder"))
	link(t, temp, filepath.Join(home, "temp"))

	for path, want := range map[string]bool{
		temp + "/a/vault.cairn":         true,
		temp + "/vault.cairn":           true,
		temp + "/not/there/vault.cairn": true,
		home + "/temp/vault.cairn":      true, // a link into the folder
		temp:                            false,
		own:                             false,
		temp + "/../vault.cairn":        false,
		temp + "/a/../../x/vault.cairn": false,
		temp + "x/vault.cairn":          false,
		temp + "/a/linked.cairn":        false, // a link out of the folder
		temp + "/a/folder/vault.cairn":  false,
		temp + "/a/folder/new.cairn":    false,
		"/":                             false,
	} {
		if got := within(temp, path); got != want {
			t.Errorf("within(temp, %q) = %v, want %v", path, got, want)
		}
	}
}

func link(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		t.Skip("no links here:", err)
	}
}
