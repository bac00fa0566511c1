package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"cairn/db"
)

// How says how a backup is made and which are kept.
type How struct {
	Passphrase string    // that it is sealed with; "" = it is not
	Second     string    // a folder that gets it too; "" = none
	Budget     int64     // that the backups of a folder may take, in bytes
	Now        time.Time // in the zone whose days are meant
	Work       int       // the cost of a guess as a power of two; 0 = that of the stock tool
}

// Made is a backup that was made. Second is why it is not in the second place too;
// nil when it is, or when none is wanted.
type Made struct {
	Backup
	Second error
}

// ErrAbsent says that a second place is not there, as a stick that was taken out.
var ErrAbsent = errors.New("backup: the second place is not there")

// Snapshot is a proven copy of a vault without a name yet.
type Snapshot struct{ part string }

// Take makes a proven copy of the vault, as it is at this moment, while edits go
// on. Finish or Drop takes care of it.
func (f Folder) Take(ctx context.Context, vault *db.DB) (Snapshot, error) {
	if err := os.MkdirAll(f.Path, 0o700); err != nil {
		return Snapshot{}, err
	}
	if err := f.sweep(); err != nil {
		return Snapshot{}, err
	}
	copied := filepath.Join(f.Path, f.Vault+part)
	_, err := vault.Backup(ctx, copied)
	return Snapshot{copied}, err
}

// part is the ending of what is not finished, whatever comes of it.
const part = ".part"

// look and the number of a process are in the name of what it looks into.
const look = ".look"

// sweep takes away what a try that was killed has left, but not what this process
// looks into meanwhile.
func (f Folder) sweep() error {
	errs := []error{
		takeAway(filepath.Join(f.Path, f.Vault+part)), // with the tails that a Purge had
		os.RemoveAll(filepath.Join(f.Path, f.Vault+sealedEnding+part)),
		os.RemoveAll(f.leaving()),
	}
	files, err := os.ReadDir(f.Path)
	for _, file := range files {
		path := filepath.Join(f.Path, file.Name())
		if strings.HasPrefix(file.Name(), f.Vault+look) && strings.HasSuffix(path, part) && path != f.looked() {
			errs = append(errs, os.RemoveAll(path))
		}
	}
	return errors.Join(append(errs, err)...)
}

// looked is where this process opens a sealed backup to look into it.
func (f Folder) looked() string {
	return filepath.Join(f.Path, f.Vault+look+strconv.Itoa(os.Getpid())+part)
}

// leaving is the name of a backup while it is thrown away.
func (f Folder) leaving() string { return filepath.Join(f.Path, f.Vault+".leaving"+part) }

// Drop takes away what no backup is to be made of.
func (s Snapshot) Drop() error { return discard(s.part) }

// Finish makes a backup of a proven copy: it is sealed where that is wanted, gets
// its name, goes to the second place, and only then are those thrown away that need
// not be kept. After an error the copy is gone and the others are as they were.
func (f Folder) Finish(s Snapshot, how How) (made Made, err error) {
	defer func() { err = errors.Join(err, s.Drop()) }()
	from := s.part
	if how.Passphrase != "" {
		from = filepath.Join(f.Path, f.Vault+sealedEnding+part)
		defer os.Remove(from)
		if err := sealFile(s.part, from, how.Passphrase, how.Work); err != nil {
			return made, fmt.Errorf("seal: %w", err)
		}
	}
	named := f.free(how.Now, how.Passphrase != "")
	if err := db.Settle(from, f.At(named)); err != nil {
		return made, err
	}
	info, err := os.Stat(f.At(named))
	if err != nil {
		return made, err
	}
	named.Size = info.Size()
	made = Made{Backup: named, Second: f.second(named, how)}
	_ = f.thin(how, named.Name) // what stays too long is in nobody's way, and is tried again
	return made, nil
}

// thin throws away what need not be kept any more beside the one just made.
func (f Folder) thin(how How, made string) error {
	all, err := f.List()
	if err != nil {
		return err
	}
	var errs []error
	for _, b := range surplus(all, how.Now, how.Budget, made) {
		err := os.Rename(f.At(b), f.leaving())
		if err == nil {
			err = discard(f.leaving())
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// second brings a finished backup to the second place.
func (f Folder) second(b Backup, how How) error {
	if how.Second == "" {
		return nil
	}
	if info, err := os.Stat(how.Second); err != nil || !info.IsDir() {
		return ErrAbsent
	}
	place := Folder{how.Second, f.Vault}
	if err := bring(f.At(b), place.At(b)); err != nil {
		return err
	}
	_ = place.thin(how, b.Name) // as in Finish
	return nil
}

// bring copies a finished file to another place, under a name that it does not keep
// until it has been read again there.
func bring(from, to string) error {
	unfinished := to + part
	if err := os.RemoveAll(unfinished); err != nil {
		return err
	}
	defer os.Remove(unfinished)
	read, err := writeNew(unfinished, from, asItIs)
	if err != nil {
		return err
	}
	written, err := digestOf(unfinished)
	if err != nil {
		return err
	}
	if written != read {
		return errUnlike
	}
	return db.Settle(unfinished, to)
}

// Used is how many bytes some backups take.
func Used(all []Backup) (used int64) {
	for _, b := range all {
		used += b.Size
	}
	return used
}

// Purge takes a client out of a backup that lies in one of the places, and seals it
// again where it was sealed. What is open meanwhile lies in this folder. One without
// that client is left as it is (db.ErrNotInside).
func (f Folder) Purge(ctx context.Context, place Folder, b Backup, client string, how How) (err error) {
	copied := filepath.Join(f.Path, f.Vault+part)
	if err := f.sweep(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.sweep()) }()
	if err := place.unpack(b, how.Passphrase, copied); err != nil {
		return err
	}
	if err := db.Purge(copied, client); err != nil {
		return err
	}
	if _, err := db.Prove(ctx, copied); err != nil {
		return err
	}
	if b.Sealed {
		again := filepath.Join(f.Path, f.Vault+sealedEnding+part)
		if err := sealFile(copied, again, how.Passphrase, how.Work); err != nil {
			return err
		}
		copied = again
	}
	return bring(copied, place.At(b))
}
