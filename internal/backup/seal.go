package backup

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"

	"filippo.io/age"
)

// ErrPassphrase says that a passphrase does not open a backup.
var ErrPassphrase = errors.New("backup: the passphrase does not open it")

// ErrBroken says that a sealed backup is not what was sealed.
var ErrBroken = errors.New("backup: what was sealed is broken")

// errUnlike says that what was written is not what was to be written.
var errUnlike = errors.New("backup: the disk gave back something else than was written to it")

// digest is what a file comes to, by every byte.
type digest [sha256.Size]byte

// sealFile seals a file with a passphrase into a new one, opens that again and
// compares it. work is the cost of a guess as a power of two; 0 is that of the
// stock tool.
func sealFile(from, to, passphrase string, work int) (err error) {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	if work > 0 {
		recipient.SetWorkFactor(work)
	}
	written, err := writeNew(to, from, func(out io.Writer) (io.WriteCloser, error) { return age.Encrypt(out, recipient) })
	if err != nil {
		return err
	}
	opened := sha256.New()
	if err := openSealed(to, passphrase, opened); err != nil {
		return fmt.Errorf("open what was sealed: %w", err)
	}
	if digest(opened.Sum(nil)) != written {
		return errUnlike
	}
	return nil
}

// openSealed writes out what is sealed in a file.
func openSealed(path, passphrase string, out io.Writer) error {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return ErrPassphrase // it is empty
	}
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	opened, err := age.Decrypt(in, identity)
	if errors.Is(err, age.ErrIncorrectIdentity) {
		return ErrPassphrase
	}
	if err != nil {
		return errors.Join(ErrBroken, err)
	}
	_, err = io.Copy(out, sealed{opened})
	return err
}

// sealed says of a fault what it is one of: writing has its own.
type sealed struct{ in io.Reader }

func (s sealed) Read(to []byte) (n int, err error) {
	if n, err = s.in.Read(to); err != nil && !errors.Is(err, io.EOF) {
		err = errors.Join(ErrBroken, err)
	}
	return n, err
}

// writeNew copies a file into a new one, through a way, sends it to the disk, and
// says what was read.
func writeNew(to, from string, through func(io.Writer) (io.WriteCloser, error)) (read digest, err error) {
	in, err := os.Open(from)
	if err != nil {
		return read, err
	}
	defer in.Close()
	file, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return read, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	way, err := through(&steady{file: file})
	if err != nil {
		return read, err
	}
	sum := sha256.New()
	if _, err := io.Copy(io.MultiWriter(way, sum), in); err != nil {
		return read, err
	}
	if err := errors.Join(way.Close(), file.Sync()); err != nil {
		return read, err
	}
	return digest(sum.Sum(nil)), nil
}

// asItIs is the way that changes nothing.
func asItIs(out io.Writer) (io.WriteCloser, error) { return unclosed{out}, nil }

type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// digestOf reads a file.
func digestOf(path string) (read digest, err error) {
	in, err := os.Open(path)
	if err != nil {
		return read, err
	}
	defer in.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, in); err != nil {
		return read, err
	}
	return digest(sum.Sum(nil)), nil
}
