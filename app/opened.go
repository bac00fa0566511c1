package app

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"cairn/db"
	"cairn/internal/door"
	"cairn/internal/workspace"
)

// opened is one open vault: its file, and the plans in it. They open in this
// order and close in reverse, behind a door that no other process can take.
type opened struct {
	file  *db.DB
	work  *workspace.Workspace
	saver *saver
}

// openVault opens what file, db.Open or db.Create, makes of the path. Whoever
// calls holds the door: nobody may look into the file while another process
// writes it.
func openVault(path string, file func(string) (*db.DB, error)) (*opened, error) {
	v := &opened{}
	err := v.enter(path, file)
	if err != nil {
		v.close()
		return nil, err
	}
	return v, nil
}

func (v *opened) enter(path string, file func(string) (*db.DB, error)) (err error) {
	if v.file, err = file(path); err != nil {
		return err
	}
	if v.work, err = workspace.Open(context.Background(), v.file, time.Now); err != nil {
		return err
	}
	v.saver = newSaver(v.file, v.work)
	v.saver.users.Go(v.saver.goOnPurging)
	return nil
}

// saveCopy writes the vault to another file. The door of that one is held
// meanwhile: a process that has it open would go on writing into nothing.
func (v *opened) saveCopy(path string) error {
	other, err := door.Hold(path)
	if err != nil {
		return err
	}
	return errors.Join(v.file.SaveCopy(path), other.Close())
}

// close leaves a file without its -wal behind. Nothing depends on it: every
// edit was durable when its call returned.
func (v *opened) close() {
	var errs []error
	if v.saver != nil {
		v.saver.stop()
	}
	if v.work != nil {
		errs = append(errs, v.work.Close())
	}
	if v.file != nil {
		errs = append(errs, v.file.Close())
	}
	if err := errors.Join(errs...); err != nil {
		slog.Error("the vault does not close", "err", err)
	}
}

// holdDoor takes the door of the path, and passes on what a second start says
// there until it is closed.
func holdDoor(path string, raise func(door.Message)) (*door.Door, error) {
	held, err := door.Hold(path)
	if err != nil {
		return nil, err
	}
	go func() {
		for message := range held.Calls() {
			raise(message)
		}
	}()
	return held, nil
}
