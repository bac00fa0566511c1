package logbook

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestBook(t *testing.T) {
	t.Run("goes on where it ended, for this user only", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "state", "cairn.log")
		for _, entry := range []string{"one\n", "two\n"} {
			book := open(t, path)
			say(t, book, entry)
			if err := book.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if got := read(t, path); got != "one\ntwo\n" {
			t.Errorf("the log says %q", got)
		}
		for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s is %v, %v", name, info.Mode(), err)
			}
		}
	})
	t.Run("keeps a megabyte and the one before it, and no entry is cut", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "cairn.log")
		book := open(t, path)
		entry := string(bytes.Repeat([]byte("x"), 300<<10)) + "\n"
		for range 8 { // three fit into one
			say(t, book, entry)
		}
		if got := len(read(t, path)); got != 2*len(entry) {
			t.Errorf("the log has %d bytes", got)
		}
		if got := len(read(t, Old(path))); got != 3*len(entry) {
			t.Errorf("the one before has %d bytes", got)
		}
		files, err := os.ReadDir(filepath.Dir(path))
		if err != nil || len(files) != 2 {
			t.Errorf("there are %d files, %v", len(files), err)
		}
	})
}

func open(t *testing.T, path string) *Book {
	t.Helper()
	book, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

func say(t *testing.T, book *Book, entry string) {
	t.Helper()
	if _, err := book.Write([]byte(entry)); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
