package app

import (
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"cairn/internal/interop"
	"cairn/internal/plan"
)

// megabyte is what sizes of files are told in.
const megabyte = 1 << 20

// readImport reads a file of another program. home is the zone in which a moment
// in UTC is told.
func (k *keep) readImport(path string, home *time.Location) (interop.Import, error) {
	if !k.allowed(path) {
		return interop.Import{}, plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	}
	raw, err := readWhole(path)
	if err != nil {
		return interop.Import{}, err
	}
	return interop.Parse(filepath.Base(path), raw, home)
}

// readWhole reads a file of no more than interop.MaxBytes. It refuses what is
// no plain file: a pipe would never end.
func readWhole(path string) ([]byte, error) {
	name := filepath.Base(path)
	unreadable := plan.Refuse(plan.Conflict, "error.import_unreadable", "path", name)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil, unreadable
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, interop.MaxBytes+1))
	switch {
	case err != nil:
		return nil, unreadable
	case len(raw) > interop.MaxBytes:
		return nil, plan.Refuse(plan.Invalid, "error.import_large",
			"path", name, "max", strconv.Itoa(interop.MaxBytes/megabyte))
	}
	return raw, nil
}

// writeExport writes a file, whole or not at all. It refuses another ending: a
// vault must not be written over.
func (k *keep) writeExport(path, ending string, raw []byte) error {
	return k.writeOut(path, ending, func(file io.Writer) error {
		_, err := file.Write(raw)
		return err
	})
}

// writeOut is writeExport for a file that is written bit by bit.
func (k *keep) writeOut(path, ending string, write func(io.Writer) error) error {
	if err := k.mayExport(path, ending); err != nil {
		return err
	}
	failed := plan.Refuse(plan.Conflict, "error.export_failed")
	fresh, err := os.CreateTemp(filepath.Dir(path), ".cairn-*") // for this user only
	if err != nil {
		return failed
	}
	defer os.Remove(fresh.Name()) // nothing is left of it when it has the name
	err = write(fresh)
	if err = errors.Join(err, fresh.Sync(), fresh.Close()); err == nil {
		err = os.Rename(fresh.Name(), path)
	}
	if err != nil && plan.CodeOf(err) == plan.Internal {
		slog.Error("a file is not written", "err", err)
		return failed
	}
	return err
}

// mayExport refuses a place where no such file is written.
func (k *keep) mayExport(path, ending string) error {
	switch {
	case !k.allowed(path):
		return plan.Refuse(plan.Invalid, "error.vault_not_allowed")
	case !strings.EqualFold(filepath.Ext(path), ending):
		return plan.Refuse(plan.Invalid, "error.export_name", "ending", ending)
	}
	return nil
}
