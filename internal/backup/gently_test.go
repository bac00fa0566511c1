package backup

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestSteady(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large")
	want := bytes.Repeat([]byte("all of it "), 2*bit/10+7)
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	out := &steady{file: file}
	n, err := io.Copy(out, struct{ io.Reader }{bytes.NewReader(want)})
	if err != nil || n != int64(len(want)) {
		t.Error(n, err)
	}
	if out.waiting >= bit {
		t.Errorf("%d bytes wait for the disk", out.waiting)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes instead of %d, %v", len(got), len(want), err)
	}
}

func TestDiscard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large")
	for _, size := range []int64{0, 1, bit, 3*bit + 1} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		if err := discard(path); err != nil {
			t.Error(size, err)
		}
		if _, err := os.Lstat(path); !os.IsNotExist(err) {
			t.Errorf("of %d bytes something is left: %v", size, err)
		}
	}
	if err := discard(path); err != nil {
		t.Error("where nothing is:", err)
	}

	other := path + " too"
	want := bytes.Repeat([]byte("x"), 2*bit)
	if err := errors.Join(os.WriteFile(path, want, 0o600), os.Link(path, other)); err != nil {
		t.Fatal(err)
	}
	if err := discard(path); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(other); err != nil || !bytes.Equal(got, want) {
		t.Errorf("under its other name are %d bytes, %v", len(got), err)
	}
}
