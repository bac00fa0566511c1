package prefs

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
)

// File is where preferences are kept. Several processes may share it: each
// change begins with what the file says, so that none takes another's back.
type File struct {
	mu   sync.Mutex
	path string
	last Prefs // what was read or written last
}

// Open gives the preferences at the path, which need not be there.
func Open(path string) *File {
	return &File{path: path, last: Ordinary()}
}

// Nowhere gives preferences that live as long as the process.
func Nowhere() *File {
	return Open("")
}

// Get is what is remembered now.
func (f *File) Get() Prefs {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.read()
	return f.last
}

// Change remembers what the function makes of the preferences. They count from
// now on even when they cannot be written, which is the error.
func (f *File) Change(change func(*Prefs)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	kept := f.read()
	wanted := f.last
	change(&wanted)
	f.last = wanted.tidy()
	if f.path == "" || reflect.DeepEqual(kept, f.last) {
		return nil
	}
	return f.write()
}

// read takes over what the file says, if it says anything, and gives what a
// start would find in it.
func (f *File) read() Prefs {
	if f.path == "" {
		return f.last
	}
	read, err := parse(os.ReadFile(f.path))
	switch {
	case err == nil:
		f.last = read
		return read
	case errors.Is(err, os.ErrNotExist):
		f.adopt()
	}
	return Ordinary()
}

func parse(raw []byte, err error) (Prefs, error) {
	if err != nil {
		return Prefs{}, err
	}
	read := Ordinary()
	if err := json.Unmarshal(raw, &read); err != nil {
		return Prefs{}, fmt.Errorf("preferences: %w", err)
	}
	if read.Version > version {
		return Prefs{}, fmt.Errorf("preferences: version %d is newer than %d", read.Version, version)
	}
	return read.tidy(), nil
}

// adopt takes over the one thing that was remembered before there was this
// file: the path of the vault, in a text file beside it.
func (f *File) adopt() {
	old := filepath.Join(filepath.Dir(f.path), "last-vault")
	named, err := os.ReadFile(old)
	if err != nil {
		return
	}
	if vault := strings.TrimSpace(string(named)); filepath.IsAbs(vault) {
		f.last.Vault = vault
	}
	if f.write() == nil {
		os.Remove(old)
	}
}

// write replaces the file: the new one is on the disk before it takes the name.
func (f *File) write() error {
	raw, err := json.MarshalIndent(f.last, "", "  ")
	if err != nil {
		return fmt.Errorf("write the preferences: %w", err)
	}
	folder := filepath.Dir(f.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("write the preferences: %w", err)
	}
	fresh, err := os.CreateTemp(folder, ".preferences-*") // for this user only
	if err != nil {
		return fmt.Errorf("write the preferences: %w", err)
	}
	defer os.Remove(fresh.Name()) // nothing is left of it when it has the name
	_, err = fresh.Write(append(raw, '\n'))
	if err = errors.Join(err, fresh.Sync(), fresh.Close()); err == nil {
		err = os.Rename(fresh.Name(), f.path)
	}
	if err != nil {
		return fmt.Errorf("write the preferences: %w", err)
	}
	return nil
}
