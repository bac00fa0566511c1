package backup

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"cairn/db"
)

// unpack writes what is in a backup to a new file.
func (f Folder) unpack(b Backup, passphrase, to string) (err error) {
	if !b.Sealed {
		_, err = writeNew(to, f.At(b), asItIs)
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(openSealed(f.At(b), passphrase, &steady{file: out}), out.Sync(), out.Close())
}

// Look says what a backup holds, and changes nothing.
func (f Folder) Look(ctx context.Context, b Backup, passphrase string) (in db.Inside, err error) {
	if !b.Sealed {
		return db.LookInside(ctx, f.At(b))
	}
	opened := f.looked()
	if err := os.RemoveAll(opened); err != nil {
		return in, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(opened)) }()
	if err := f.unpack(b, passphrase, opened); err != nil {
		return in, err
	}
	return db.LookInside(ctx, opened)
}

// Good says whether a backup is whole. Of one that is sealed that is known once it
// is opened: without the passphrase it is taken at its name.
func (f Folder) Good(ctx context.Context, b Backup, passphrase string) error {
	switch {
	case !b.Sealed:
		_, err := db.Prove(ctx, f.At(b))
		return err
	case passphrase == "":
		return nil
	}
	return openSealed(f.At(b), passphrase, io.Discard)
}

// Ready makes what is in a backup ready to take the place of the vault at a path:
// it lies beside that, proven. Replace or os.Remove takes care of it.
func (f Folder) Ready(ctx context.Context, b Backup, passphrase, vault string) (ready string, err error) {
	ready = vault + ".restored" + part
	if err := os.RemoveAll(ready); err != nil {
		return "", err
	}
	err = f.unpack(b, passphrase, ready)
	if err == nil {
		_, err = db.Prove(ctx, ready)
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(ready))
	}
	return ready, nil
}

// Aside is a vault that made way for another one.
type Aside struct{ vault, now string }

// tails are what can stand beside a vault that was not closed, and belongs to it.
func tails() []string { return []string{"-wal", "-journal", "-shm"} }

// Replace puts a file that is ready into the place of the vault at a path, which is
// closed; its door stays held. What was there is kept aside, until Back or Forget.
// Whoever looks in between, be it after a power cut, finds the one or the other under
// the path, where the disk lets a file have two names. After an error everything is
// where it was.
func Replace(vault, ready string, now time.Time) (aside Aside, err error) {
	ending := filepath.Ext(vault)
	stem := vault[:len(vault)-len(ending)] + " before " + now.UTC().Format(moment)
	aside = Aside{vault: vault, now: stem + ending}
	err = settleTails(vault, aside.now)
	if err == nil {
		err = aside.keep()
	}
	if err == nil {
		err = db.Settle(ready, vault)
	}
	if err != nil {
		return aside, errors.Join(err, aside.undo())
	}
	return aside, nil
}

// keep gives what is in the place of the vault a second name, or else another one.
func (a Aside) keep() error {
	if os.Link(a.vault, a.now) == nil {
		return nil
	}
	return ifThere(db.Settle(a.vault, a.now))
}

// undo leaves everything where it was before anything has come.
func (a Aside) undo() error {
	var err error
	if there(a.vault) {
		err = os.RemoveAll(a.now)
	} else {
		err = ifThere(db.Settle(a.now, a.vault))
	}
	return errors.Join(err, settleTails(a.now, a.vault))
}

// Back puts what made way where it was, in the place of what had come there.
func (a Aside) Back() error {
	if !there(a.now) { // there was nothing
		return takeAway(a.vault)
	}
	var errs []error
	for _, tail := range tails() {
		errs = append(errs, os.RemoveAll(a.vault+tail))
	}
	return errors.Join(errors.Join(errs...), db.Settle(a.now, a.vault), settleTails(a.now, a.vault))
}

// Forget takes away what made way: it is in a backup.
func (a Aside) Forget() error { return takeAway(a.now) }

// settleTails gives what stands beside a vault another name.
func settleTails(from, to string) error {
	for _, tail := range tails() {
		if err := ifThere(db.Settle(from+tail, to+tail)); err != nil {
			return err
		}
	}
	return nil
}

// ifThere lets pass that there was nothing to be named.
func ifThere(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Path is where what made way lies now.
func (a Aside) Path() string { return a.now }

// takeAway takes away a vault with all that stands beside it.
func takeAway(path string) error {
	var errs []error
	for _, tail := range append(tails(), "") {
		errs = append(errs, os.RemoveAll(path+tail))
	}
	return errors.Join(errs...)
}
