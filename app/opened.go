package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/workspace"
)

// opened is one open vault: its door, which no other process can take, its
// file, and the plans in it. They open in this order and close in reverse.
type opened struct {
	door *door.Door
	file *db.DB
	work *workspace.Workspace
}

// openVault opens the file at the path. The door comes first, because nobody
// may look into the file while another process writes it.
func openVault(path string, raise func(door.Message)) (*opened, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	return enter(path, raise, db.Open)
}

// createVault makes a new file at the path, and its folder for this user only.
func createVault(path string, raise func(door.Message)) (*opened, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	return enter(path, raise, db.Create)
}

func enter(path string, raise func(door.Message), file func(string) (*db.DB, error)) (*opened, error) {
	v := &opened{}
	err := v.enter(path, file)
	if err != nil {
		v.close()
		return nil, err
	}
	go v.listen(raise)
	return v, nil
}

func (v *opened) enter(path string, file func(string) (*db.DB, error)) (err error) {
	if v.door, err = door.Hold(path); err != nil {
		return err
	}
	if v.file, err = file(path); err != nil {
		return err
	}
	v.work, err = workspace.Open(context.Background(), v.file, time.Now)
	return err
}

// listen passes on what a second start says, until the door closes.
func (v *opened) listen(raise func(door.Message)) {
	for message := range v.door.Calls() {
		raise(message)
	}
}

// close leaves a file without its -wal behind. Nothing depends on it: every
// edit was durable when its call returned.
func (v *opened) close() {
	var errs []error
	if v.work != nil {
		errs = append(errs, v.work.Close())
	}
	if v.file != nil {
		errs = append(errs, v.file.Close())
	}
	if v.door != nil {
		errs = append(errs, v.door.Close())
	}
	if err := errors.Join(errs...); err != nil {
		slog.Error("the vault does not close", "err", err)
	}
}
